import { type ReactNode, useState } from 'react';
import {
  type DraftElement,
  LINK_KINDS,
  LOGICS,
  type Properties,
  TIMINGS,
  URGENCY_LEVELS,
} from '#contract/paths';
import { inLanguage } from '#platform/language.ts';
import { useSend } from '#staff/api.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { AddressFields } from './address-fields.tsx';
import { useEditor } from './editor.tsx';
import style from './element-panel.module.css';
import { useProperties } from './use-properties.ts';

type Of<K extends Properties['kind']> = Extract<Properties, { kind: K }>;

/** What a part is besides its texts. A choice is stored at once, an address when one leaves its field. */
export function PropertyFields({ element }: { element: DraftElement }) {
  const { properties } = element;
  switch (properties.kind) {
    case 'phase':
      return <PhaseFields element={element} properties={properties} />;
    case 'step':
      return <StepFields element={element} properties={properties} />;
    case 'link':
      return <LinkFields element={element} properties={properties} />;
    case 'form':
      return <AddressFields element={element} properties={properties} />;
    case 'symptom-check':
      return <AddressFields element={element} properties={properties} />;
    case 'urgency-notice':
      return <UrgencyFields element={element} properties={properties} />;
    case 'channel-use':
      return <ChannelField element={element} />;
    default:
      return null;
  }
}

interface FieldsProps<K extends Properties['kind']> {
  element: DraftElement;
  properties: Of<K>;
}

function Row({ problem, children }: { problem?: { title: string } | null; children: ReactNode }) {
  return (
    <div>
      <div className={style.row}>{children}</div>
      {problem && (
        <p className={style.failed} role="alert">
          {problem.title}
        </p>
      )}
    </div>
  );
}

function PhaseFields({ element, properties }: FieldsProps<'phase'>) {
  const t = useWords();
  const { editable } = useEditor();
  const { send, problem } = useProperties(element);
  const options = TIMINGS.map((value) => ({ value, label: t(`paths:timing.${value}`) }));
  return (
    <Row problem={problem}>
      <Select
        name="timing"
        label={t('paths:property.timing')}
        options={options}
        value={properties.timing}
        onChange={(timing) => send({ ...properties, timing })}
        disabled={!editable}
      />
    </Row>
  );
}

function StepFields({ element, properties }: FieldsProps<'step'>) {
  const t = useWords();
  const { editable } = useEditor();
  const { send, problem } = useProperties(element);
  const [reason, setReason] = useState(properties.onlyDigitalReason);
  return (
    <Row problem={problem}>
      <Select
        name="logic"
        label={t('paths:property.logic')}
        options={LOGICS.map((value) => ({ value, label: t(`paths:logic.${value}`) }))}
        value={properties.logic}
        onChange={(logic) => send({ ...properties, logic })}
        disabled={!editable}
      />
      <Select
        name="needed"
        label={t('paths:property.needed')}
        options={(['required', 'optional'] as const).map((value) => ({
          value,
          label: t(`paths:needed.${value}`),
        }))}
        value={properties.needed}
        onChange={(needed) => send({ ...properties, needed })}
        disabled={!editable}
      />
      <TextField
        name="onlyDigitalReason"
        label={t('paths:property.onlyDigitalReason')}
        hint={t('paths:property.onlyDigitalHint')}
        optional
        maxLength={300}
        value={reason}
        onChange={setReason}
        onBlur={() =>
          reason !== properties.onlyDigitalReason &&
          send({ ...properties, onlyDigitalReason: reason })
        }
        disabled={!editable}
      />
    </Row>
  );
}

function UrgencyFields({ element, properties }: FieldsProps<'urgency-notice'>) {
  const t = useWords();
  const { editable } = useEditor();
  const { send, problem } = useProperties(element);
  const options = URGENCY_LEVELS.map((value) => ({ value, label: t(`paths:level.${value}`) }));
  return (
    <Row problem={problem}>
      <Select
        name="level"
        label={t('paths:property.level')}
        options={options}
        value={properties.level}
        onChange={(level) => send({ ...properties, level })}
        disabled={!editable}
      />
    </Row>
  );
}

function LinkFields({ element, properties }: FieldsProps<'link'>) {
  const t = useWords();
  const { editable } = useEditor();
  const { send, problem } = useProperties(element);
  const options = LINK_KINDS.map((value) => ({ value, label: t(`paths:linkKind.${value}`) }));
  return (
    <>
      <Row problem={problem}>
        <Select
          name="linkKind"
          label={t('paths:property.linkKind')}
          options={options}
          value={properties.linkKind}
          onChange={(linkKind) => send({ ...properties, linkKind })}
          disabled={!editable}
        />
      </Row>
      <AddressFields element={element} properties={properties} />
    </>
  );
}

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
      <Row problem={problem}>
        <Select
          name="channel"
          label={t('paths:property.channel')}
          options={options}
          value={element.channel}
          onChange={(channel) => send({ channel })}
          disabled={!editable}
        />
      </Row>
    </div>
  );
}
