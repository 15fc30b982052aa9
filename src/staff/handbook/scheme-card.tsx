import type { Entry, Handbook } from '#contract/handbook';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Card } from '#ui/card.tsx';
import { Link } from '#ui/link.tsx';
import { EntryList, EntryTags, entryHref } from './entry-list.tsx';
import { kindsBelow, nameOf, saidOf } from './handbook-view.ts';
import style from './handbook.module.css';

/** A scheme with what belongs to it, and the way to how that matches. */
export function SchemeCard({ scheme, handbook }: { scheme: Entry; handbook: Handbook }) {
  const t = useWords();
  const language = useLanguage();
  const description = saidOf(scheme, 'description', language);
  const phases = scheme.properties.kind === 'phase-scheme';
  const kinds = kindsBelow(scheme);
  return (
    <Card
      title={<Link href={entryHref(scheme.id)}>{nameOf(scheme, language)}</Link>}
      aside={<EntryTags entry={scheme} languages={handbook.languages} />}
      footer={
        <Link href={`/staff/handbook/mapping/${scheme.id}`}>
          {t(phases ? 'handbook:mapping.phases' : 'handbook:mapping.segments')}
        </Link>
      }
    >
      {description && <p className={style.soft}>{description}</p>}
      <div className={style.columns}>
        {kinds.map((kind) => (
          <section key={kind}>
            {kinds.length > 1 && <h3>{t(`handbook:kinds.${kind}`)}</h3>}
            <EntryList handbook={handbook} kind={kind} parent={scheme.id} />
          </section>
        ))}
      </div>
    </Card>
  );
}
