import { AppError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';

/** What somebody has typed into the form, as text and unchecked, so that it can be shown to them again. */
export interface Typed {
  readonly id: string;
  readonly version: string;
  readonly unit: string;
  readonly scores: Readonly<Record<string, string>>;
  readonly recommendation: string;
  readonly comment: string;
  /** When the form of an open point was drawn, sealed; empty in that of an invitation. */
  readonly seal: string;
  /** What no person sees, and so leaves empty. */
  readonly website: string;
}

/** A fresh form: its hidden id makes pressing twice one answer. */
export const nothingTyped = (version: string, seal = ''): Typed => ({
  id: newId(),
  version,
  unit: '',
  scores: {},
  recommendation: '',
  comment: '',
  seal,
  website: '',
});

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

// Far more than any form asks. Each field costs time, and a form could be made of nothing else.
const MOST_FIELDS = 500;

/** Takes a sent form apart. @throws AppError `invalid` when it has more fields than any form of ours. */
export function fieldsOf(body: string): URLSearchParams {
  let fields = 1;
  for (let at = body.indexOf('&'); at !== -1; at = body.indexOf('&', at + 1)) {
    fields += 1;
    if (fields > MOST_FIELDS) throw new AppError('invalid', 'body-too-large');
  }
  return new URLSearchParams(body);
}

/** Reads a sent form. A browser sends line ends as CRLF, which would count twice against the length. */
export function readTyped(form: URLSearchParams): Typed {
  const one = (name: string): string => form.get(name) ?? '';
  const id = one('id');
  return {
    id: UUID.test(id) ? id.toLowerCase() : newId(),
    version: one('version'),
    unit: one('unit'),
    scores: Object.fromEntries(
      [...form]
        .filter(([name]) => name.startsWith('s-'))
        .map(([name, value]) => [name.slice(2), value]),
    ),
    recommendation: one('recommendation'),
    comment: one('comment').replaceAll('\r\n', '\n'),
    seal: one('seal'),
    website: one('website'),
  };
}
