import { useEffect } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { Poster } from '#contract/collection';
import { inLanguage, type Language } from '#platform/language.ts';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useSession } from '#staff/session.tsx';
import { useWords } from '#staff/words.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import style from './poster.module.css';
import { QrCode } from '#ui/qr-code.tsx';

/** A feedback point's poster on one A4 page, in the chosen languages. */
export function PosterScreen() {
  const { point } = useParams();
  const query = useGet<Poster>(`/api/feedback-points/${point}/poster`);
  return <Loaded query={query}>{(poster) => <WholePoster poster={poster} />}</Loaded>;
}

function WholePoster({ poster }: { poster: Poster }) {
  const t = useWords();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('languages')?.split(',');
  const offered = poster.words.map(({ language }) => language);
  const chosen = offered.filter((language) => !asked || asked.includes(language));
  const toggle = (language: Language, on: boolean) => {
    const next = offered.filter((each) => (each === language ? on : chosen.includes(each)));
    // A poster says something in at least one language.
    if (next.length > 0) setSearch({ languages: next.join(',') }, { replace: true });
  };
  useEffect(() => {
    document.title = `${t('collection:posterPage.title')} ${poster.point.code} – Polku`;
  }, [t, poster]);
  return (
    <>
      <PosterBar poster={poster} offered={offered} chosen={chosen} onToggle={toggle} />
      <main>
        <Sheet poster={poster} languages={chosen} />
      </main>
    </>
  );
}

interface PosterBarProps {
  poster: Poster;
  offered: readonly Language[];
  chosen: readonly Language[];
  onToggle: (language: Language, on: boolean) => void;
}

function PosterBar({ poster, offered, chosen, onToggle }: PosterBarProps) {
  const t = useWords();
  const { nodes, tree } = useSession();
  const node = poster.point.unit?.id ?? nodes[0]?.id ?? tree.root.id;
  return (
    <header className={style.bar}>
      <h1>{t('collection:posterPage.title')}</h1>
      <fieldset className={style.languages}>
        <legend>{t('collection:posterPage.languages')}</legend>
        {offered.map((language) => (
          <Checkbox
            key={language}
            name={language}
            label={t(`collection:posterPage.language.${language}`)}
            checked={chosen.includes(language)}
            disabled={chosen.length === 1 && chosen[0] === language}
            onChange={(on) => onToggle(language, on)}
          />
        ))}
      </fieldset>
      <Button kind="primary" icon="print" onPress={() => window.print()}>
        {t('collection:posterPage.print')}
      </Button>
      <LinkButton href={`/staff/nodes/${node}/collection`}>
        {t('collection:posterPage.back')}
      </LinkButton>
    </header>
  );
}

function Sheet({
  poster: { county, words, point },
  languages,
}: {
  poster: Poster;
  languages: readonly Language[];
}) {
  const t = useWords();
  const shown = words.filter(({ language }) => languages.includes(language));
  const first = languages[0] ?? 'fi';
  const address = point.address.replace(/^https?:\/\//, '');
  const about = point.unit?.name ?? point.path?.title ?? {};
  return (
    <article className={style.sheet} lang={first}>
      <p className={style.county}>{inLanguage(county, first)}</p>
      <div className={style.tells}>
        {shown.map(({ language, tell }) => (
          <p key={language} lang={language}>
            {tell}
          </p>
        ))}
      </div>
      <div className={style.about}>
        {/* A name that is the same in two languages is said once. */}
        {[...new Set(languages.map((language) => nameOf(about, point, language)))].map((name) => (
          <p key={name}>{name}</p>
        ))}
      </div>
      <QrCode
        text={point.address}
        label={t('collection:posterPage.qr', { address })}
        className={style.code}
      />
      <p className={style.address}>{address}</p>
      <div className={style.small}>
        {shown.map(({ language, how, promise, emergency }) => (
          <p key={language} lang={language}>
            {how} {promise} {emergency}
          </p>
        ))}
      </div>
    </article>
  );
}

function nameOf(
  about: Parameters<typeof inLanguage>[0],
  point: Poster['point'],
  language: Language,
): string {
  const phase = point.path?.phase;
  return [inLanguage(about, language), phase && inLanguage(phase, language)]
    .filter(Boolean)
    .join(' – ');
}
