import type { Action, SourceText } from '#contract/development';
import { inLanguage } from '#platform/language.ts';
import { useReading } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { Card } from '#ui/card.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import { Quote } from './quote.tsx';

const DEVELOPMENT = { kind: 'development' } as const;

/** The feedback that an action comes from: its words to those who may read them, to others how many there are. */
export function ActionSources({ action }: { action: Action }) {
  const t = useWords();
  const { sources, may } = action;
  return (
    <Card title={t('development:sources.title')}>
      {sources.length === 0 && <p>{t('development:sources.none')}</p>}
      {sources.length > 0 && !may.readSources && (
        <p>{t('development:sources.hidden', { count: sources.length })}</p>
      )}
      {sources.length > 0 && may.readSources && <Sources action={action.id} />}
    </Card>
  );
}

function Sources({ action }: { action: string }) {
  const language = useLanguage();
  const query = useReading<{ sources: SourceText[] }>(
    `/api/actions/${action}/sources`,
    DEVELOPMENT,
  );
  return (
    <Loaded query={query}>
      {({ sources }) =>
        sources.map(({ answer, node, ...source }) => (
          <Quote key={answer} {...source} where={inLanguage(node.name, language)} />
        ))
      }
    </Loaded>
  );
}
