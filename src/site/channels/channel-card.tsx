import { type Channel, hoursInVariant, inVariant, isPlain } from '#modules/channels';
import { words } from '#platform/i18n.ts';
import { languageOf, type Variant } from '#platform/language.ts';
import { openingLines } from '#ui/opening-words.ts';
import { ChannelIcon } from './channel-icon.tsx';
import style from './channel-card.module.css';
import { OpenNow } from './open-now.tsx';

/**
 * A way to act: what it is called, when to use it, and what one needs to know before. What the step itself already
 * says (`said`) is not said again.
 */
export function ChannelCard({
  channel,
  whenToUse,
  variant,
  said,
  costSaid,
}: {
  channel: Channel;
  whenToUse: string;
  variant: Variant;
  said: readonly string[];
  /** Whether the step tells its cost; a call still tells its own. */
  costSaid: boolean;
}) {
  const language = languageOf(variant);
  const t = words(language);
  const hours = openingLines(t, language, hoursInVariant(channel, variant));
  const facts = (['hours', 'cost', 'address', 'needs', 'remark'] as const)
    .map((field) => ({ field, text: inVariant(channel, field, variant) }))
    .filter(
      ({ field, text }) =>
        text !== '' &&
        !said.includes(text) &&
        !(field === 'cost' && costSaid && channel.phone === null),
    );
  return (
    <div className={style.card}>
      <span className={style.icon}>
        <ChannelIcon kind={channel.kind} />
      </span>
      <div className={style.head}>
        {whenToUse !== '' && <p className={style.when}>{whenToUse}</p>}
        <p className={style.name}>
          <ChannelName channel={channel} name={inVariant(channel, 'name', variant)} />
          {channel.url !== null && <span className={style.host}>{hostOf(channel.url)}</span>}
        </p>
      </div>
      <div className={style.body} data-body>
        {channel.closed && <p className={style.closed}>{t('site:channel.closed')}</p>}
        {isPlain(channel, variant) && <p className={style.plain}>{t('site:channel.plain')}</p>}
        <p>{inVariant(channel, 'description', variant)}</p>
        {channel.phone !== null && (
          <p>
            <a className={style.phone} href={telephone(channel.phone)}>
              {t('site:channel.call', { phone: channel.phone })}
            </a>
          </p>
        )}
        {!channel.closed && <OpenNow opening={channel.opening} language={language} />}
        <dl className={style.facts}>
          {hours.length > 0 && (
            <div>
              <dt>{t('site:channel.hours')}</dt>
              {hours.map((line) => (
                <dd key={line}>{line}</dd>
              ))}
            </div>
          )}
          {facts.map(({ field, text }) => (
            <div key={field}>
              <dt>
                {t(`site:channel.${field === 'hours' && hours.length > 0 ? 'remark' : field}`)}
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}

function ChannelName({ channel: { url, closed }, name }: { channel: Channel; name: string }) {
  return url === null || closed ? name : <a href={url}>{name}</a>;
}

/** The site behind an address, so that nobody is taken elsewhere unawares. */
export const hostOf = (address: string): string =>
  URL.parse(address)?.hostname.replace(/^www\./, '') ?? '';

/** The address by which a number is called. */
export const telephone = (number: string): string => `tel:${number.replaceAll(/[^\d+]/g, '')}`;
