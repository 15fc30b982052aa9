import { useState } from 'react';
import { NodeField } from '#staff/organisation/node-field.tsx';
import { useSession } from '#staff/session.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import type { Problem } from '#ui/problem.ts';
import { RadioGroup } from '#ui/radio-group.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';

const OPTIONS = [
  { value: 'phone', label: 'Work phone' },
  { value: 'web', label: 'Web and QR code', detail: 'Posters and short addresses' },
  { value: 'sms', label: 'Text message' },
] as const;

const NAMES = ['what', 'why', 'channel', 'due', 'shared', 'way', 'node'] as const;

const PROBLEM: Problem = {
  title: 'Check the marked fields.',
  errors: NAMES.map((name) => ({ pointer: `/${name}`, detail: `Fill in this field (${name}).` })),
};

/** Every field as it is first, with a fault, and when it cannot be used. */
export function FieldSamples() {
  const [search, setSearch] = useState('Koivu');
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <>
      <Card title="Form and fields">
        <Fields label="Sample form" problem={problem} onSubmit={() => setProblem({ ...PROBLEM })} />
      </Card>
      <Card title="Form that was refused">
        <Fields label="Refused form" problem={PROBLEM} onSubmit={() => {}} />
      </Card>
      <Card title="Fields that cannot be used">
        <Fields label="Disabled form" disabled onSubmit={() => {}} />
      </Card>
      <Card title="SearchField and compact Select">
        <SearchField label="Search by name" value={search} onChange={setSearch} />
        <div>
          <Select
            name="period"
            compact
            label="Period"
            value="30"
            onChange={() => {}}
            options={[{ value: '30', label: '30 days' }]}
          />
        </div>
      </Card>
    </>
  );
}

function Fields({
  label,
  problem,
  disabled = false,
  onSubmit,
}: {
  label: string;
  problem?: Problem | null;
  disabled?: boolean;
  onSubmit: () => void;
}) {
  const { nodes } = useSession();
  const [texts, setTexts] = useState({ what: '', why: '', note: 'Written already' });
  const [channel, setChannel] = useState<'phone' | 'web' | 'sms' | null>(null);
  const [way, setWay] = useState<'phone' | 'web' | 'sms' | null>('web');
  const [due, setDue] = useState<string | null>('2026-11-03');
  const [shared, setShared] = useState(true);
  const [node, setNode] = useState<string | null>(null);
  return (
    <Form problem={problem} onSubmit={onSubmit} label={label}>
      <TextField
        name="what"
        label="What is done"
        hint="Begin with a verb."
        value={texts.what}
        onChange={(what) => setTexts({ ...texts, what })}
        disabled={disabled}
      />
      <TextArea
        name="why"
        label="Why"
        value={texts.why}
        onChange={(why) => setTexts({ ...texts, why })}
        disabled={disabled}
      />
      <TextField
        name="note"
        label="Note"
        optional
        value={texts.note}
        onChange={(note) => setTexts({ ...texts, note })}
        disabled={disabled}
      />
      <Select
        name="channel"
        label="Channel"
        options={OPTIONS}
        value={channel}
        onChange={setChannel}
        disabled={disabled}
      />
      <NodeField
        name="node"
        label="Unit"
        nodes={nodes}
        value={node}
        onChange={setNode}
        disabled={disabled}
      />
      <DateField
        name="due"
        label="By when"
        hint="A day of this or next year."
        value={due}
        onChange={setDue}
        disabled={disabled}
      />
      <RadioGroup
        name="way"
        label="Way"
        options={OPTIONS}
        value={way}
        onChange={setWay}
        disabled={disabled}
      />
      <Checkbox
        name="shared"
        label="Show to the whole unit"
        hint="Everyone in the unit sees it."
        checked={shared}
        onChange={setShared}
        disabled={disabled}
      />
      <FormActions>
        <Button type="submit">Refuse this</Button>
      </FormActions>
    </Form>
  );
}
