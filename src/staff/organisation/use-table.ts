import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportProgress, TableOutcome } from '#contract/organisation';
import { ApiProblem } from '#staff/api-problem.ts';
import { sendFile } from '#staff/table-file/send-file.ts';
import { useWords } from '#ui/words.tsx';

/** The checking and the writing of a file. */
export interface TableWork {
  check(file: File): void;
  /** Writes what was checked, or nothing when it has changed meanwhile. */
  write(): void;
  /** Forgets the file. */
  begin(): void;
  readonly checked: TableOutcome | undefined;
  readonly written: TableOutcome | undefined;
  readonly progress: ImportProgress | undefined;
  readonly checking: boolean;
  readonly writing: boolean;
  readonly problem: ApiProblem | null;
}

/** Sends a file of nodes to be checked, then to be written, and follows how far that is. */
export function useTable(): TableWork {
  const t = useWords();
  const client = useQueryClient();
  const [progress, setProgress] = useState<ImportProgress>();
  const said = { offline: t('common:offline'), changed: t('common:file.changed') };
  const check = useMutation<{ file: File; outcome: TableOutcome }, ApiProblem, File>({
    mutationFn: async (file) => {
      const response = await sendFile('/api/nodes/table/check', file, said);
      return { file, outcome: (await response.json()) as TableOutcome };
    },
  });
  const write = useMutation<TableOutcome, ApiProblem>({
    mutationFn: async () => {
      const { file, outcome } = check.data!;
      const address = `/api/nodes/table?digest=${outcome.digest}`;
      return follow(await sendFile(address, file, said), setProgress, said.offline);
    },
    onSuccess: () => client.invalidateQueries(),
    onSettled: () => setProgress(undefined),
  });
  const begin = (): void => {
    check.reset();
    write.reset();
  };
  return {
    check: (file) => {
      write.reset();
      check.mutate(file);
    },
    write: () => write.mutate(),
    begin,
    checked: check.data?.outcome,
    written: write.data,
    progress,
    checking: check.isPending,
    writing: write.isPending,
    problem: write.error ?? check.error,
  };
}

/** Reads the events of the writing until it says how it went. */
async function follow(
  response: Response,
  tell: (progress: ImportProgress) => void,
  offline: string,
): Promise<TableOutcome> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    if (done) throw new ApiProblem({ title: offline, status: 0 });
    text += value ?? '';
    const events = text.split('\n\n');
    text = events.pop()!;
    for (const event of events) {
      const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(event) ?? [];
      if (name === 'progress') tell(JSON.parse(data!) as ImportProgress);
      if (name === 'outcome') return JSON.parse(data!) as TableOutcome;
      if (name === 'problem') throw new ApiProblem(JSON.parse(data!) as ApiProblem);
    }
  }
}
