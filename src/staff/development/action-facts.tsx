import { type ReactNode, useState } from 'react';
import type { Action } from '#contract/development';
import { inLanguage } from '#platform/language.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { formatDay } from '#ui/format.ts';
import { useLanguage, useWords } from '#ui/words.tsx';
import style from './development.module.css';
import { EditAction } from './edit-action.tsx';
import { useFocusAfter } from '#staff/use-focus-after.ts';

/** What an action says; its writer's form in the same place. */
export function ActionFacts({ action }: { action: Action }) {
  const t = useWords();
  const [editing, setEditing] = useState(false);
  const place = useFocusAfter(editing, 'input, button');
  const begin = action.may.change && !editing && (
    <Button icon="edit" small onPress={() => setEditing(true)}>
      {t('development:action.edit')}
    </Button>
  );
  return (
    <div ref={place}>
      <Card title={t('development:action.facts')} aside={begin}>
        {editing ? (
          <EditAction action={action} onClose={() => setEditing(false)} />
        ) : (
          <Facts action={action} />
        )}
      </Card>
    </div>
  );
}

function Facts({ action }: { action: Action }) {
  const t = useWords();
  const language = useLanguage();
  const { reason, owner, due, place, discussion, createdOn, doneOn } = action;
  const where =
    place &&
    [inLanguage(place.pathTitle, language), inLanguage(place.phaseTitle, language)]
      .filter(Boolean)
      .join(' › ');
  return (
    <dl className={style.facts}>
      <Fact name={t('development:field.reason')}>
        <span className={style.written}>{reason}</span>
      </Fact>
      <Fact name={t('development:field.owner')}>{owner}</Fact>
      <Fact name={t('development:field.due')}>{formatDay(due, language)}</Fact>
      <Fact name={t('development:field.place')}>{where || t('development:place.none')}</Fact>
      {discussion && (
        <Fact name={t('development:action.discussion')}>
          {t('development:action.discussionOn', { day: formatDay(discussion.heldOn, language) })}
        </Fact>
      )}
      <Fact name={t('development:action.created')}>{formatDay(createdOn, language)}</Fact>
      {doneOn && <Fact name={t('development:action.done')}>{formatDay(doneOn, language)}</Fact>}
    </dl>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
