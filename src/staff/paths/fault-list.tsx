import { useNavigate } from 'react-router';
import { type PathFault, ROOT_ANCHOR } from '#contract/paths';
import { useWords } from '#staff/words.tsx';
import { useEditor } from './editor.tsx';
import style from './path-editor.module.css';

/** What a path lacks; each line leads to its place. */
export function FaultList({
  faults,
  onFollow,
}: {
  faults: readonly PathFault[];
  onFollow: () => void;
}) {
  const t = useWords();
  const navigate = useNavigate();
  return (
    <>
      <p>{t('paths:publish.unfit', { count: faults.length })}</p>
      <ul className={style.faults}>
        {faults.map((fault) => (
          <li key={JSON.stringify(fault)}>
            <a
              href={hrefOf(fault)}
              onClick={(event) => {
                event.preventDefault();
                onFollow();
                // The dialog gives the focus back as it goes; only then the place may take it.
                setTimeout(() => void navigate(hrefOf(fault)), 0);
              }}
            >
              <FaultWords fault={fault} />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function FaultWords({ fault }: { fault: PathFault }) {
  const t = useWords();
  const { anchor, field, language, code } = fault;
  const { find, nameOf } = useEditor();
  const element = find(anchor);
  const parts = [
    !isOfReview(fault) &&
      element &&
      (anchor === ROOT_ANCHOR ? t('paths:kind.path') : nameOf(element)),
    field && isText(code) && t(`paths:field.${field as 'title'}`),
    language && t(`paths:language.${language}`),
  ].filter(Boolean);
  return (
    <>
      {parts.length > 0 && `${parts.join(' · ')}: `}
      {t(`errors:fault.${code}`)}
    </>
  );
}

const isText = (code: PathFault['code']): boolean =>
  code === 'text-missing' || code === 'translation-missing' || code === 'identity-code';

/** Whether it is only the review that is missing. */
export const isOfReview = ({ field }: PathFault): boolean => field?.startsWith('review') ?? false;

function hrefOf(fault: PathFault): string {
  const { anchor, field, language } = fault;
  if (isOfReview(fault)) return '?tab=review';
  const tab = field === 'slug' ? { tab: 'settings' } : { at: anchor };
  return `?${new URLSearchParams({ ...tab, ...(field && { field }), ...(language && { language }) })}`;
}
