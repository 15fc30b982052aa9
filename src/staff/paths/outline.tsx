import { CHILDREN, type DraftElement, type ElementKind, ROOT_ANCHOR } from '#contract/paths';
import { useWords } from '#staff/words.tsx';
import { classNames } from '#ui/class-names.ts';
import { Tag } from '#ui/tag.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { below, countToDo } from './draft-view.ts';
import { useEditor } from './editor.tsx';
import style from './outline.module.css';

/** The way to a part of the path in the editor. */
export const partHref = (anchor: string): string => `?at=${anchor}`;

/** The parts of the path as links. What hangs on a step shows when that step is chosen. */
export function Outline({ selected }: { selected: DraftElement }) {
  const t = useWords();
  const { draft } = useEditor();
  const root = draft.elements[0];
  if (!root) return null;
  const notices = below(draft, root.anchor, 'urgency-notice');
  return (
    <nav className={style.outline} aria-label={t('paths:outline.label')}>
      <ul>
        <Part element={root} selected={selected} name={t('paths:outline.whole')} />
      </ul>
      {notices.length > 0 && <p className={style.group}>{t('paths:outline.urgency')}</p>}
      <ul>
        {notices.map((notice) => (
          <Part key={notice.anchor} element={notice} selected={selected} opens={['channel-use']} />
        ))}
      </ul>
      <p className={style.group}>{t('paths:outline.phases')}</p>
      <ol>
        {below(draft, root.anchor, 'phase').map((phase, index) => (
          <Part
            key={phase.anchor}
            element={phase}
            selected={selected}
            number={index + 1}
            always={['instruction', 'step']}
            opens={OPENS_PHASE}
          />
        ))}
      </ol>
      {GROUPS.map((kind) => (
        <Group key={kind} kind={kind} selected={selected} />
      ))}
    </nav>
  );
}

// What hangs on the path besides its phases, in the order in which it is mostly written.
const GROUPS = CHILDREN.path.filter((kind) => kind !== 'urgency-notice' && kind !== 'phase');

function Group({ kind, selected }: { kind: ElementKind; selected: DraftElement }) {
  const t = useWords();
  const { draft } = useEditor();
  const parts = below(draft, ROOT_ANCHOR, kind);
  if (parts.length === 0) return null;
  return (
    <>
      <p className={style.group}>{t(`paths:group.${kind as 'quote'}`)}</p>
      <ul>
        {parts.map((part) => (
          <Part key={part.anchor} element={part} selected={selected} opens={CHILDREN[kind]} />
        ))}
      </ul>
    </>
  );
}

interface PartProps {
  element: DraftElement;
  selected: DraftElement;
  name?: string;
  number?: number;
  /** The kinds below it that always show. */
  always?: readonly ElementKind[];
  /** The kinds below it that show when it, or one of them, is chosen. */
  opens?: readonly ElementKind[];
}

const NONE: readonly ElementKind[] = [];
const OPENS_STEP = CHILDREN.step;
const OPENS_PHASE: readonly ElementKind[] = ['check-question', 'tip'];

function Part({ element, selected, name, number, always = NONE, opens = NONE }: PartProps) {
  const { draft, nameOf } = useEditor();
  const open = selected.anchor === element.anchor || selected.parent === element.anchor;
  const shown = open ? [...always, ...opens] : always;
  const children = shown.flatMap((kind) => below(draft, element.anchor, kind));
  const hidden = opens
    .filter((kind) => !shown.includes(kind))
    .flatMap((kind) => below(draft, element.anchor, kind));
  return (
    <li>
      <a
        href={partHref(element.anchor)}
        className={classNames(style.part, style[element.properties.kind])}
        aria-current={selected.anchor === element.anchor ? 'true' : undefined}
      >
        {number !== undefined && <span className={style.number}>{number}</span>}
        <span className={style.name}>
          {!name && <KindWord kind={element.properties.kind} />}
          {name ?? nameOf(element)}
        </span>
        <ToDo elements={[element, ...hidden]} />
      </a>
      {children.length > 0 && (
        <ul>
          {children.map((child) => (
            <Part
              key={child.anchor}
              element={child}
              selected={selected}
              opens={child.properties.kind === 'step' ? OPENS_STEP : []}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

const QUIET: ReadonlySet<ElementKind> = new Set(['phase', 'step', ...CHILDREN.path]);

/** Says what a part is, where its place does not. */
function KindWord({ kind }: { kind: ElementKind }) {
  const t = useWords();
  const word = `${t(`paths:kind.${kind}`)}: `;
  return QUIET.has(kind) ? (
    <VisuallyHidden>{word}</VisuallyHidden>
  ) : (
    <span className={style.kind}>{word}</span>
  );
}

/** How much there is to translate in a part and in what hangs on it unseen. */
function ToDo({ elements }: { elements: readonly DraftElement[] }) {
  const t = useWords();
  const { draft } = useEditor();
  const count = elements.reduce((sum, element) => sum + countToDo(element, draft), 0);
  if (count === 0) return null;
  return (
    <Tag tone="warning">
      {count}
      <VisuallyHidden> {t('paths:outline.toDo')}</VisuallyHidden>
    </Tag>
  );
}
