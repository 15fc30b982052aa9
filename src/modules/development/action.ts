import type { ActionStatus, HistoryItem } from './contract.ts';

/** What a person writes of an action. */
export interface ActionContent {
  readonly title: string;
  readonly reason: string;
  readonly owner: string;
  readonly due: string;
  /** The part of a path that it is about. */
  readonly place: { readonly path: string; readonly anchor: string } | null;
  /** The answers that it comes from. */
  readonly sources: readonly string[];
}

/** An action as stored. */
export interface StoredAction extends ActionContent {
  readonly id: string;
  readonly node: string;
  readonly status: ActionStatus;
  readonly discussion: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly updatedAt: Date;
  readonly doneAt: Date | null;
  readonly revision: number;
}

// A small thing may be done at once: the states between may be passed over, but none is gone back to unseen.
const NEXT: Readonly<Record<ActionStatus, readonly ActionStatus[]>> = {
  proposed: ['decided', 'in-progress', 'done', 'rejected'],
  decided: ['in-progress', 'done', 'rejected'],
  'in-progress': ['done', 'rejected'],
  done: ['in-progress'],
  rejected: ['proposed'],
};

/** The states that an action can go to; the last one of an ended action opens it again. */
export const nextStatuses = (status: ActionStatus): readonly ActionStatus[] => NEXT[status];

/** Whether an action is still to be done. */
export const isOpen = (status: ActionStatus): boolean => status !== 'done' && status !== 'rejected';

/** Whether there is something to tell the public of it: it is done, or people can see it being done. */
export const canBeTold = (status: ActionStatus): boolean =>
  status === 'done' || status === 'in-progress';

/** Whether it should have been done by now. */
export const isOverdue = (
  action: { readonly status: ActionStatus; readonly due: string },
  today: string,
): boolean => isOpen(action.status) && action.due < today;

/** What differs between an action and what somebody wrote of it, for the history. */
export function changesOf(before: ActionContent, after: ActionContent): HistoryItem['changes'] {
  const texts = (['title', 'reason', 'owner', 'due'] as const).map((field) => ({
    field,
    from: before[field],
    to: after[field],
  }));
  const place = {
    field: 'place' as const,
    from: placeName(before.place),
    to: placeName(after.place),
  };
  const changed = [...texts, place].filter(({ from, to }) => from !== to);
  const sameSources =
    new Set(before.sources).symmetricDifference(new Set(after.sources)).size === 0;
  const counts = {
    field: 'sources' as const,
    from: String(before.sources.length),
    to: String(after.sources.length),
  };
  return sameSources ? changed : [...changed, counts];
}

const placeName = (place: ActionContent['place']): string =>
  place ? `${place.path}#${place.anchor}` : '';
