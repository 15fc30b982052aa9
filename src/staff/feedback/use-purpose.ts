import { useState } from 'react';
import { LONGEST_PURPOSE, type Purpose, PURPOSES } from '#contract/feedback';
import { useSession } from '#staff/session.tsx';

/** Why the reader reads people's words: asked once in a browser's tab, kept there for the account until it signs out. */
export function usePurpose(): [purpose: Purpose | null, choose: (purpose: Purpose | null) => void] {
  const key = `polku.purpose.${useSession().account.id}`;
  const [purpose, setPurpose] = useState(() => readKept(key));
  return [
    purpose,
    (next) => {
      setPurpose(next);
      if (next) keep(key, next);
    },
  ];
}

function readKept(key: string): Purpose | null {
  try {
    const { kind, words } = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<
      string,
      unknown
    >;
    const known = PURPOSES.find((each) => each === kind);
    if (known === undefined) return null;
    if (known !== 'other') return { kind: known };
    return typeof words === 'string'
      ? { kind: known, words: words.slice(0, LONGEST_PURPOSE) }
      : null;
  } catch {
    return null;
  }
}

function keep(key: string, purpose: Purpose): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(purpose));
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
