import { AppError } from '#platform/errors.ts';
import { LONGEST_PURPOSE, type Purpose, PURPOSES } from './contract.ts';
import { maskText } from './mask-text.ts';

/**
 * Reads why somebody reads people's words, as `writePurpose` of the contract wrote it. Words of their own are masked
 * like those of an answer. @throws AppError `invalid` when nothing, or nothing known, is said.
 */
export function readPurpose(header: string | null): Purpose {
  const [name = '', written = ''] = (header ?? '').split(';', 2).map((part) => part.trim());
  const kind = PURPOSES.find((known) => known === name);
  if (!kind) throw refusal('missing');
  if (kind !== 'other') return { kind };
  const words = decode(written).normalize('NFC').trim();
  if (words === '') throw refusal('missing');
  if (words.length > LONGEST_PURPOSE) throw refusal('wrong-form');
  return { kind, words: maskText(words).text };
}

const refusal = (code: string): AppError =>
  new AppError('invalid', 'purpose-needed', { faults: [{ pointer: '/purpose', code }] });

function decode(written: string): string {
  try {
    const words = decodeURIComponent(written);
    if (words.isWellFormed() && !words.includes('\u0000')) return words;
  } catch {
    // Refused below like any other wrong form.
  }
  throw refusal('wrong-form');
}
