import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { FormActions } from '#ui/form.tsx';
import style from './shown-once.module.css';

interface ShownOnceProps {
  /** What it is. */
  label: string;
  secret: string;
  /** The words of the button, and those after it has been pressed. */
  copy: string;
  copied: string;
}

/** A secret that is shown this once, and a button that copies it. */
export function ShownOnce({ label, secret, copy, copied }: ShownOnceProps) {
  const [done, setDone] = useState(false);
  const write = (): void => void navigator.clipboard.writeText(secret).then(() => setDone(true));
  return (
    <>
      <dl className={style.secret}>
        <dt>{label}</dt>
        <dd>{secret}</dd>
      </dl>
      <FormActions>
        <Button icon="copy" onPress={write}>
          {copy}
        </Button>
        <output>{done && copied}</output>
      </FormActions>
    </>
  );
}
