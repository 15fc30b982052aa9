import { PARTNER_KINDS } from '#contract/partners';
import { CHILDREN, type DraftElement, FIELDS, nameField } from '#contract/paths';
import { PartPartner } from '#staff/partners/part-partner.tsx';
import { useWords } from '#staff/words.tsx';
import { Card } from '#ui/card.tsx';
import { Form } from '#ui/form.tsx';
import { Link } from '#ui/link.tsx';
import { AddElement } from './add-element.tsx';
import { below } from './draft-view.ts';
import { useEditor } from './editor.tsx';
import { ElementActions } from './element-actions.tsx';
import style from './element-panel.module.css';
import { partHref } from './outline.tsx';
import { FirstFields, PropertyFields, ReferenceFields } from './property-fields.tsx';
import { TextFields } from './text-fields.tsx';

// Everything is stored as it is written; there is nothing to send at the end.
const stay = (): void => {};

/** One part of the path: what it is, its texts in each language, and what hangs on it. */
export function ElementPanel({ element }: { element: DraftElement }) {
  const t = useWords();
  const { draft, nameOf } = useEditor();
  const { kind } = element.properties;
  const name = nameField(kind);
  return (
    <Card>
      <header className={style.head}>
        <h2 tabIndex={-1}>
          {kind === 'path' ? (
            t('paths:kind.path')
          ) : (
            <>
              <span className={style.kind}>{t(`paths:kind.${kind}`)}</span> {nameOf(element)}
            </>
          )}
        </h2>
        <ElementActions element={element} />
      </header>
      {kind !== 'path' && (
        <p className={style.address}>{t('paths:element.address', { anchor: element.anchor })}</p>
      )}
      <Form onSubmit={stay} label={t(`paths:kind.${kind}`)} inline>
        <div className={style.fields}>
          <FirstFields element={element} />
          {name && <TextFields element={element} field={name} />}
          <PropertyFields element={element} />
          {FIELDS[kind]
            .filter((field) => field !== name)
            .map((field) => (
              <TextFields key={field.name} element={element} field={field} />
            ))}
          <ReferenceFields element={element} />
        </div>
      </Form>
      {PARTNER_KINDS.some((one) => one === kind) && (
        <PartPartner path={draft.id} node={draft.node} anchor={element.anchor} />
      )}
      {CHILDREN[kind].length > 0 && <Children element={element} />}
    </Card>
  );
}

function Children({ element }: { element: DraftElement }) {
  const t = useWords();
  const { draft, nameOf, editable } = useEditor();
  const children = CHILDREN[element.properties.kind].flatMap((kind) =>
    below(draft, element.anchor, kind),
  );
  return (
    <section className={style.children}>
      <h3>{t('paths:element.children')}</h3>
      {children.length === 0 && <p>{t('paths:element.none')}</p>}
      <ul>
        {children.map((child) => (
          <li key={child.anchor}>
            <span className={style.kind}>{t(`paths:kind.${child.properties.kind}`)}</span>{' '}
            <Link href={partHref(child.anchor)}>{nameOf(child)}</Link>
          </li>
        ))}
      </ul>
      {editable && (
        <div className={style.adding}>
          {CHILDREN[element.properties.kind].map((kind) => (
            <AddElement key={kind} parent={element.anchor} kind={kind} />
          ))}
        </div>
      )}
    </section>
  );
}
