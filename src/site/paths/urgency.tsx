import { inVariant } from '#modules/channels';
import type { PathView } from '#modules/paths';
import { words } from '#platform/i18n.ts';
import { languageOf, type Variant } from '#platform/language.ts';
import { telephone } from '#site/channels/channel-card.tsx';
import { PhoneText } from './phone-text.tsx';
import style from './urgency.module.css';

/** When to seek help at once: before the phases, as a heading and text, never as an alert. */
export function Urgency({ notices, variant }: { notices: PathView['urgency']; variant: Variant }) {
  if (notices.length === 0) return null;
  return (
    <section className={style.urgency} aria-labelledby="kiireellista">
      <h2 id="kiireellista">{words(languageOf(variant))('site:path.urgency')}</h2>
      <ul>
        {notices.map(({ anchor, title, text, channels }) => (
          <li key={anchor} id={anchor}>
            <h3>{title}</h3>
            <p>
              <PhoneText text={text} />
            </p>
            {channels
              .filter(({ channel }) => channel.phone !== null && !text.includes(channel.phone))
              .map(({ anchor: use, channel }) => (
                <p key={use}>
                  {inVariant(channel, 'name', variant)}:{' '}
                  <a href={telephone(channel.phone ?? '')}>{channel.phone}</a>
                </p>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
