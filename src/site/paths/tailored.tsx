import { words } from '#platform/i18n.ts';
import type { Drawing } from './phase.tsx';
import style from './tailored.module.css';

/** Says in words whom a part concerns, where it does not concern everybody. */
export function Tailored({
  of: { shownFor },
  drawing: { answers, language },
}: {
  of: { readonly shownFor: readonly string[] };
  drawing: Drawing;
}) {
  const said = shownFor.flatMap((anchor) => answers.get(anchor) ?? []);
  if (said.length === 0) return null;
  return (
    <p className={style.tailored}>
      {words(language)('site:path.concerns', { answers: said.join(', ') })}
    </p>
  );
}
