import type { SurveyVersion } from '#modules/surveys';
import type { Fault } from '#platform/errors.ts';
import { hashOf, newCode } from '#platform/ids.ts';
import { isLanguage, type Language } from '#platform/i18n.ts';
import { LONGEST_COMMENT, MASK, type Respondent, RESPONDENTS } from './contract.ts';
import { maskText } from './mask-text.ts';

/** What somebody answered, as the form, the device or the integration gives it. */
export interface GivenAnswer {
  /** Made by the form or the device: the same answer sent again carries the same id. */
  readonly id: string;
  readonly surveyVersion: string;
  readonly language: Language;
  /** Whoever the statements are meant for, when it is left out. */
  readonly respondent?: Respondent;
  readonly recommendation: number | null;
  /** By the statement's code: 1–5, or 0 for "cannot say". A statement that is left out was not answered. */
  readonly scores: Readonly<Record<string, number>>;
  readonly comment: string;
}

/** An answer that may be stored: identifiers are masked and the original text is gone. Only `sealAnswer` makes one. */
export interface SealedAnswer extends GivenAnswer {
  readonly masked: number;
  readonly contentHash: Buffer;
  /** What its giver gets once it is stored. */
  readonly receipt: string;
  readonly sealed: true;
}

/** Masks the comment and takes the fingerprint by which the same content is recognised. */
export function sealAnswer(given: GivenAnswer, wayIn: string): SealedAnswer {
  const comment = tidy(given.comment);
  // What is too long is refused, and is not worth the search for identifiers; nothing of it goes further.
  const { text, masked } = comment.length > LONGEST_COMMENT ? OVERLONG : maskText(comment);
  const answer = { ...given, comment: text, masked };
  return {
    ...answer,
    contentHash: hashContent(answer, wayIn),
    receipt: newReceipt(),
    sealed: true,
  };
}

// Random, so that it tells neither who nor when nor how many; people may read it aloud on the phone.
function newReceipt(): string {
  const letters = newCode(8).toUpperCase();
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

const OVERLONG = { text: MASK.repeat(LONGEST_COMMENT / MASK.length + 1), masked: 0 };

// A form sends line ends as CRLF and JSON as LF; the same words are the same content.
const tidy = (comment: string): string => comment.replaceAll('\r\n', '\n').normalize('NFC').trim();

/**
 * `wayIn` is a code that is public, or a fixed word. A token must not go in: whoever has the invitations could then
 * find the answer of each.
 */
function hashContent(answer: GivenAnswer, wayIn: string): Buffer {
  const scores = Object.entries(answer.scores).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const content = [
    wayIn,
    answer.surveyVersion,
    answer.language,
    answer.respondent ?? 'customer',
    answer.recommendation,
    scores,
    answer.comment,
  ];
  return hashOf(JSON.stringify(content));
}

/** Every fault of an answer, held against the version that was shown. Pointers are those of `POST /api/answers`. */
export function findFaults(answer: GivenAnswer, version: SurveyVersion): Fault[] {
  return [
    ...faultsOfForm(answer),
    ...faultsOfScores(answer, version),
    ...faultsOfRecommendation(answer, version),
    ...faultsOfComment(answer, version),
  ];
}

function faultsOfForm(answer: GivenAnswer): Fault[] {
  const faults: Fault[] = [];
  if (!isLanguage(answer.language)) faults.push({ pointer: '/language', code: 'not-an-option' });
  if (answer.respondent !== undefined && !RESPONDENTS.includes(answer.respondent))
    faults.push({ pointer: '/respondent', code: 'not-an-option' });
  const empty =
    Object.keys(answer.scores).length === 0 &&
    answer.recommendation === null &&
    answer.comment.trim() === '';
  if (empty) faults.push({ pointer: '', code: 'nothing-answered' });
  return faults;
}

function faultsOfScores(answer: GivenAnswer, version: SurveyVersion): Fault[] {
  const known = new Set(version.statements.map(({ code }) => code));
  return Object.entries(answer.scores).flatMap(([code, score]) => {
    const pointer = `/scores/${code.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!known.has(code)) return [{ pointer, code: 'unknown-field' }];
    return isWithin(score, 0, 5) ? [] : [{ pointer, code: 'not-an-option' }];
  });
}

function faultsOfRecommendation({ recommendation }: GivenAnswer, version: SurveyVersion): Fault[] {
  if (recommendation === null) return [];
  if (!version.asksRecommendation) return [{ pointer: '/recommendation', code: 'unknown-field' }];
  return isWithin(recommendation, 0, 10)
    ? []
    : [{ pointer: '/recommendation', code: 'not-an-option' }];
}

function faultsOfComment({ comment }: GivenAnswer, version: SurveyVersion): Fault[] {
  if (comment === '') return [];
  if (!version.asksComment) return [{ pointer: '/comment', code: 'unknown-field' }];
  if (!comment.isWellFormed() || comment.includes('\u0000'))
    return [{ pointer: '/comment', code: 'wrong-form' }];
  return tidy(comment).length > LONGEST_COMMENT
    ? [{ pointer: '/comment', code: 'too-big-text', params: { limit: LONGEST_COMMENT } }]
    : [];
}

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;
