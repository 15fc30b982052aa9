import { AnswerForm } from '#contract/collection';
import type { Submission } from '#modules/collection';
import { parse } from '#platform/http/parse.ts';
import type { Language } from '#platform/i18n.ts';
import type { Typed } from './typed.ts';

/** Where an answer belongs: to an open feedback point, or to a personal invitation. */
export type WayIn = { readonly code: string } | { readonly token: string };

// What cannot be a code or a token leads nowhere; it is not taken to the database to be told so.
const NOWHERE = '-';

/** The feedback point at `/p/<code>`; people type the code as they like. */
export function pointAt(code: string): WayIn {
  return { code: /^[a-z0-9]{1,12}$/i.test(code) ? code.toLowerCase() : NOWHERE };
}

/** The invitation at `/a/<token>`. */
export const invitationAt = (token: string): WayIn => ({
  token: /^[\w-]{1,200}$/.test(token) ? token : NOWHERE,
});

/** The code of an open point; none of what leads nowhere, nor of an invitation, whose address is one person's. */
export const codeOf = (wayIn: WayIn): string | undefined =>
  'code' in wayIn && wayIn.code !== NOWHERE ? wayIn.code : undefined;

// A form that carries no version is judged like one that carries an unknown one.
const NO_VERSION = '00000000-0000-0000-0000-000000000000';

/** Makes an answer of what was typed. @throws AppError `invalid`. */
export function readSubmission(typed: Typed, wayIn: WayIn, language: Language): Submission {
  const scores = Object.entries(typed.scores).filter(([, score]) => score !== '');
  return parse(AnswerForm, {
    ...wayIn,
    id: typed.id,
    surveyVersion: typed.version || NO_VERSION,
    language,
    ...(typed.unit !== '' && 'code' in wayIn && { node: typed.unit }),
    recommendation:
      typed.recommendation === '' || typed.recommendation === 'none'
        ? null
        : Number(typed.recommendation),
    scores: Object.fromEntries(scores.map(([code, score]) => [code, Number(score)])),
    comment: typed.comment,
  });
}
