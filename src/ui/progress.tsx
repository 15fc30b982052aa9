import { Label } from 'react-aria-components/Label';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import style from './progress.module.css';

/** How far something is that takes a while. Read aloud as it goes. */
export function Progress({ label, done, of }: { label: string; done: number; of: number }) {
  return (
    <ProgressBar className={style.progress ?? ''} value={done} maxValue={Math.max(1, of)}>
      {({ percentage, valueText }) => (
        <>
          <span className={style.words}>
            <Label>{label}</Label>
            <span>{valueText}</span>
          </span>
          <span className={style.track}>
            <span className={style.bar} style={{ width: `${percentage ?? 0}%` }} />
          </span>
        </>
      )}
    </ProgressBar>
  );
}
