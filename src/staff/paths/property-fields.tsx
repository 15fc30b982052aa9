import { type DraftElement, type Input, inputsOf } from '#contract/paths';
import { inLanguage } from '#platform/language.ts';
import { useSend } from '#staff/api.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Select } from '#ui/select.tsx';
import { useEditor } from './editor.tsx';
import style from './element-panel.module.css';
import { PropertyInput } from './property-input.tsx';
import { ReferenceInput } from './reference-input.tsx';
import { VariantsMade } from './variants-made.tsx';

/** What comes before everything else: the channel that is used, the variants that are made. */
export function FirstFields({ element }: { element: DraftElement }) {
  return (
    <>
      {element.properties.kind === 'channel-use' && <ChannelField element={element} />}
      {element.properties.kind === 'path' && <VariantsMade element={element} />}
    </>
  );
}

/** What a part is besides its texts. A choice is stored at once, what is written when one leaves its field. */
export function PropertyFields({ element }: { element: DraftElement }) {
  const inputs = inputsOf(element.properties.kind);
  const plain = inputs.filter((input) => !isReference(input) && input.as !== 'address');
  return (
    <>
      {plain.length > 0 && (
        <div className={style.row}>
          {plain.map((input) => (
            <PropertyInput key={input.name} element={element} input={input} />
          ))}
        </div>
      )}
      {inputs
        .filter(({ as }) => as === 'address')
        .map((input) => (
          <ReferenceInput key={input.name} element={element} input={input} />
        ))}
    </>
  );
}

/** What a part is bound to, out of lists that may be long: they come after its texts. */
export function ReferenceFields({ element }: { element: DraftElement }) {
  return inputsOf(element.properties.kind)
    .filter(isReference)
    .map((input) => <ReferenceInput key={input.name} element={element} input={input} />);
}

const isReference = ({ as }: Input): boolean => as === 'anchors' || as === 'entries';

function ChannelField({ element }: { element: DraftElement }) {
  const t = useWords();
  const language = useLanguage();
  const { at, channels, editable } = useEditor();
  const { send, problem } = useSend<{ channel: string }>(
    'PUT',
    `${at}/elements/${element.anchor}/channel`,
    { invalidate: ['/api/paths'] },
  );
  const options = channels
    .filter(({ closed, id }) => !closed || id === element.channel)
    .map(({ id, kind, texts, closed }) => ({
      value: id,
      label: inLanguage(texts.name, language),
      detail: closed ? t('channels:closed') : t(`channels:kind.${kind}`),
    }));
  return (
    <div data-place={`${element.anchor}/channel`}>
      <div className={style.row}>
        <Select
          name="channel"
          label={t('paths:property.channel')}
          options={options}
          value={element.channel}
          onChange={(channel) => send({ channel })}
          disabled={!editable}
        />
      </div>
      {problem && (
        <p className={style.failed} role="alert">
          {problem.title}
        </p>
      )}
    </div>
  );
}
