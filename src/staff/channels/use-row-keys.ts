import { useState } from 'react';

/** Keys for rows that have no names of their own: a new one at the end, and the right one goes when a row is removed. */
export function useRowKeys(count: number): {
  keys: readonly string[];
  remove: (index: number) => void;
} {
  const [keys, setKeys] = useState<readonly string[]>([]);
  const whole = [
    ...keys,
    ...Array.from({ length: Math.max(0, count - keys.length) }, () => crypto.randomUUID()),
  ];
  if (whole.length > keys.length) setKeys(whole);
  return { keys: whole, remove: (index) => setKeys(whole.toSpliced(index, 1)) };
}
