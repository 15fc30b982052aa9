import { useRef, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { Guide } from '#contract/paths';
import { inLanguage, isEasy, LANGUAGES, languageOf, type Variant } from '#platform/language.ts';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { Select } from '#ui/select.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { NotFoundScreen } from '#staff/error-screen.tsx';
import style from './guides.module.css';

/** One path as a professional uses it: the own lane beside what the customer sees, and the ways to give it to the customer. */
export function GuideScreen() {
  const { path } = useParams();
  const query = useGet<{ paths: Guide[] }>('/api/published-paths');
  return (
    <Loaded query={query}>
      {({ paths }) => {
        const guide = paths.find(({ id }) => id === path);
        return guide ? <WholeGuide guide={guide} /> : <NotFoundScreen />;
      }}
    </Loaded>
  );
}

const VIEWS = ['own', 'customer'] as const;
type View = (typeof VIEWS)[number];

function WholeGuide({ guide }: { guide: Guide }) {
  const t = useWords();
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const [variant, setVariant] = useState<Variant>(language);
  const frame = useRef<HTMLIFrameElement>(null);
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'own';
  const title = inLanguage(guide.title, languageOf(variant));
  const address = addressOf(guide, variant);
  const source = `/staff/${view === 'own' ? 'professional' : 'customer'}/paths/${guide.id}?language=${variant}`;
  const shown = (
    // Our own page; a sandbox would take its script's memory for ticks, or be none.
    // oxlint-disable-next-line react/iframe-missing-sandbox
    <iframe
      ref={frame}
      key={source}
      className={style.frame}
      src={source}
      title={t('paths:guide.frame', { title, view: t(`paths:guide.${view}`) })}
    />
  );
  return (
    <>
      <ScreenHeader
        title={title}
        breadcrumb={[{ label: t('paths:guide.title'), href: '/staff/guides' }]}
        actions={
          address !== undefined && (
            <>
              <Send address={location.origin + address} />
              {view === 'customer' && (
                <Button icon="print" onPress={() => frame.current?.contentWindow?.print()}>
                  {t('paths:guide.print')}
                </Button>
              )}
            </>
          )
        }
      />
      <Select
        name="language"
        label={t('paths:guide.language')}
        options={[...LANGUAGES.filter((one) => guide.title[one]), ...guide.easy].map((value) => ({
          value,
          label: t(`paths:language.${value}`),
        }))}
        value={variant}
        onChange={setVariant}
        compact
      />
      <Tabs<View>
        label={t('paths:guide.views')}
        selected={view}
        onSelect={(next) => setSearch(next === 'own' ? {} : { view: next })}
        tabs={VIEWS.map((id) => ({
          id,
          title: t(`paths:guide.${id}`),
          content: shown,
        }))}
      />
    </>
  );
}

const PLACES = { fi: 'polut', sv: 'vagar', en: 'paths' } as const;
const EASY = { fi: 'selko', sv: 'latt', en: 'easy' } as const;

/** The customer's page in a variant; none when customers do not have it. */
function addressOf({ slugs, shown }: Guide, variant: Variant): string | undefined {
  const language = languageOf(variant);
  const slug = slugs[language];
  if (!shown || slug === undefined) return undefined;
  return `/${language}/${PLACES[language]}/${slug}${isEasy(variant) ? `/${EASY[language]}` : ''}`;
}

function Send({ address }: { address: string }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <>
      <Button icon="external" onPress={() => setOpen(true)}>
        {t('paths:guide.send')}
      </Button>
      <Dialog
        title={t('paths:guide.send')}
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <Button kind="primary" onPress={() => void copy()}>
            {t('paths:guide.copy')}
          </Button>
        }
      >
        <p>{t('paths:guide.sendText')}</p>
        <p className={style.address}>
          <strong>{t('paths:guide.address')}</strong> {address}
        </p>
        <QrCode text={address} label={t('paths:guide.qr', { address })} className={style.code} />
        <output>{copied ? t('paths:guide.copied') : ''}</output>
      </Dialog>
    </>
  );
}
