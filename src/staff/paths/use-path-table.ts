import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PathTableOutcome } from '#contract/paths';
import type { ApiProblem } from '#staff/api-problem.ts';
import { type SendingWords, sendFile } from '#staff/table-file/send-file.ts';
import { useWords } from '#ui/words.tsx';

/** Where a spreadsheet is checked and written, each with what it is asked with. */
export interface TablePlace {
  readonly check: string;
  readonly write: string;
}

/** What the writing of a spreadsheet brought: the outcome, and the new path if it began one. */
export interface WrittenTable {
  readonly id: string | null;
  readonly outcome: PathTableOutcome;
}

/** The checking and the writing of a spreadsheet of a path. */
export interface PathTableWork {
  check(file: File, place: TablePlace): void;
  /** Writes what was checked, or nothing when the path has changed meanwhile. */
  write(onDone?: (written: WrittenTable) => void): void;
  /** Forgets what was checked. */
  begin(): void;
  readonly checked: PathTableOutcome | undefined;
  readonly written: WrittenTable | undefined;
  readonly checking: boolean;
  readonly writing: boolean;
  readonly problem: ApiProblem | null;
}

interface Checked {
  readonly file: File;
  readonly place: TablePlace;
  readonly outcome: PathTableOutcome;
}

/** Sends a spreadsheet to be checked, then to be written. */
export function usePathTable(): PathTableWork {
  const t = useWords();
  const client = useQueryClient();
  const words = { offline: t('common:offline'), changed: t('common:file.changed') };
  const check = useMutation<Checked, ApiProblem, { file: File; place: TablePlace }>({
    mutationFn: async ({ file, place }) => ({
      file,
      place,
      outcome: (await send(place.check, file, words)) as PathTableOutcome,
    }),
  });
  const write = useMutation<WrittenTable, ApiProblem>({
    mutationFn: async () => {
      const { file, place, outcome } = check.data!;
      const address = `${place.write}${place.write.includes('?') ? '&' : '?'}digest=${outcome.digest}`;
      const said = await send(address, file, words);
      return 'outcome' in said ? said : { id: null, outcome: said };
    },
    onSuccess: () => client.invalidateQueries(),
  });
  return {
    check: (file, place) => {
      write.reset();
      check.mutate({ file, place });
    },
    write: (onDone) => write.mutate(undefined, onDone ? { onSuccess: onDone } : {}),
    begin: () => {
      check.reset();
      write.reset();
    },
    checked: check.data?.outcome,
    written: write.data,
    checking: check.isPending,
    writing: write.isPending,
    problem: write.error ?? check.error,
  };
}

const send = async (
  address: string,
  file: File,
  words: SendingWords,
): Promise<PathTableOutcome | WrittenTable> =>
  (await (await sendFile(address, file, words)).json()) as PathTableOutcome | WrittenTable;
