import type { PathView } from '#modules/paths';
import { words } from '#platform/i18n.ts';
import type { Drawing } from './phase.tsx';
import { Tailored } from './tailored.tsx';
import style from './instruction.module.css';

/** What a customer should know or do before or after. */
export function Instruction({
  instruction,
  drawing,
  level,
}: {
  instruction: PathView['phases'][number]['instructions'][number];
  drawing: Drawing;
  level: 3 | 4 | 5;
}) {
  const t = words(drawing.language);
  const Heading = `h${level}` as const;
  const { anchor, moment, title, html, source } = instruction;
  return (
    <section id={anchor} className={style.instruction} {...drawing.tailoring(instruction)}>
      {moment !== 'any' && <p className={style.moment}>{t(`site:path.moment.${moment}`)}</p>}
      <Heading>{title}</Heading>
      <Tailored of={instruction} drawing={drawing} />
      {/* The paths module made this HTML from Markdown without HTML. */}
      <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
      {source !== '' && <p className={style.moment}>{t('site:path.source', { source })}</p>}
    </section>
  );
}
