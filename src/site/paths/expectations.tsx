import type { PathView } from '#modules/paths';
import { words } from '#platform/i18n.ts';
import { pageAddress } from '#site/addresses.ts';
import style from './expectations.module.css';
import type { Drawing } from './phase.tsx';

type RestsOn = PathView['restsOn'];

interface Told {
  readonly promises: readonly { readonly code: string; readonly name: string; how: string }[];
  readonly aims: readonly { readonly code: string; readonly name: string; meaning: string }[];
}

/** Those promises and aims of a part that are told today. */
function toldOf({ promises, aims }: RestsOn, { given }: Drawing): Told {
  return {
    promises: promises.flatMap((code) => {
      const promise = given.promises.get(code);
      return promise ? [{ code, ...promise }] : [];
    }),
    aims: aims.flatMap((code) => {
      const aim = given.aims.get(code);
      return aim ? [{ code, ...aim }] : [];
    }),
  };
}

/** What one can expect of the whole path: what the county promises, and what it aims at as its customers see it. */
export function Expectations({ path, drawing }: { path: PathView; drawing: Drawing }) {
  const { language } = drawing;
  const t = words(language);
  const { promises, aims } = toldOf(path.restsOn, drawing);
  if (promises.length + aims.length === 0) return null;
  return (
    <section className={style.whole} aria-labelledby="mita-odottaa">
      <h2 id="mita-odottaa">{t('site:path.expect')}</h2>
      {promises.length > 0 && (
        <>
          <h3>{t('site:path.promised')}</h3>
          <ul>
            {promises.map(({ code, name, how }) => (
              <li key={code}>
                <strong>{name}</strong>
                {how !== '' && <span className={style.soft}>{how}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {aims.length > 0 && (
        <>
          <h3>{t('site:path.aimed')}</h3>
          <ul>
            {aims.map(({ code, name, meaning }) => (
              <li key={code}>
                <strong>{name}</strong>
                {meaning !== '' && <span className={style.soft}>{meaning}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="screen-only">
        <a href={pageAddress('promises', language)}>{t('site:path.allPromises')}</a>
      </p>
    </section>
  );
}

/** What one can expect of a phase, a line each. */
export function PhaseExpectations({
  phase: { restsOn },
  drawing,
}: {
  phase: { readonly restsOn: RestsOn };
  drawing: Drawing;
}) {
  const t = words(drawing.language);
  const { promises, aims } = toldOf(restsOn, drawing);
  if (promises.length + aims.length === 0) return null;
  return (
    <dl className={style.lines}>
      {promises.length > 0 && (
        <div>
          <dt>{t('site:path.promised')}</dt>
          {promises.map(({ code, name }) => (
            <dd key={code}>{name}</dd>
          ))}
        </div>
      )}
      {aims.length > 0 && (
        <div>
          <dt>{t('site:path.aimed')}</dt>
          {aims.map(({ code, name }) => (
            <dd key={code}>{name}</dd>
          ))}
        </div>
      )}
    </dl>
  );
}
