import { type ReactNode } from 'react';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import type { ApiProblem } from './api-problem.ts';
import { clashOf } from './clash.ts';
import style from './clash-dialog.module.css';

interface ClashDialogProps<Form extends object> {
  /** What was refused; anything else than a clash is shown elsewhere. */
  problem: ApiProblem | null;
  /** What the writer had before them, and what they wrote. */
  before: Form;
  mine: Form;
  /** What a place is called: `texts/name/fi`. */
  nameOf: (place: string) => string;
  /** A value in words, where it is not one already. */
  say?: (value: unknown, place: string) => ReactNode;
  pending: boolean;
  /** Stores what was decided; `theirs` is what the writer has seen now. */
  onSettle: (form: Form, theirs: Form) => void;
  /** Back to what was written, to decide later. */
  onClose: () => void;
}

/** Whether somebody else changed the same thing meanwhile. */
export const isClash = (problem: ApiProblem | null): boolean =>
  problem?.type === '/problems/changed-meanwhile';

/** Somebody else changed the same thing meanwhile: both are shown, and one decides. Nothing was overwritten. */
export function ClashDialog<Form extends object>(props: ClashDialogProps<Form>) {
  const { problem, before, mine, nameOf, say = words, pending, onSettle, onClose } = props;
  const t = useWords();
  if (!problem || !isClash(problem)) return null;
  const theirs = problem.current as Form;
  const { places, settle } = clashOf(before, mine, theirs);
  const told = (value: unknown, place: string): ReactNode =>
    value === null || value === '' ? t('common:clash.empty') : say(value, place);
  const decide = (which: 'mine' | 'theirs') => (): void => onSettle(settle(which), theirs);
  const actions =
    places.length === 0 ? (
      <Button kind="primary" pending={pending} onPress={decide('mine')}>
        {t('common:clash.both')}
      </Button>
    ) : (
      <>
        <Button kind="primary" pending={pending} onPress={decide('mine')}>
          {t('common:clash.mine')}
        </Button>
        <Button onPress={decide('theirs')}>{t('common:clash.theirs')}</Button>
      </>
    );
  return (
    <Dialog
      title={t('common:clash.title')}
      open
      firm
      wide
      onClose={onClose}
      closing={t('common:clash.later')}
      actions={actions}
    >
      <p>{t(places.length === 0 ? 'common:clash.apart' : 'common:clash.explain')}</p>
      {places.map(({ place, mine: written, theirs: other }) => (
        <section key={place} className={style.place}>
          <h3>{nameOf(place)}</h3>
          <dl className={style.sides}>
            <div>
              <dt>{t('common:clash.yours')}</dt>
              <dd>{told(written, place)}</dd>
            </div>
            <div>
              <dt>{t('common:clash.others')}</dt>
              <dd>{told(other, place)}</dd>
            </div>
          </dl>
        </section>
      ))}
    </Dialog>
  );
}

const words = (value: unknown): ReactNode =>
  typeof value === 'string' ? value : JSON.stringify(value);
