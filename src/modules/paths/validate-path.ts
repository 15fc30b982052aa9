import { AppError, type Fault } from '#platform/errors.ts';
import { parse, parseJson } from '#platform/http/parse.ts';
import { documentFaults, placedOf, referenceFaults } from './check-document.ts';
import { PathDocument } from './path-document.ts';

/**
 * The path that a file holds.
 *
 * @throws AppError `invalid` when it is no JSON, or with a fault for all that is not in the format.
 */
export const readPathFile = (file: string): PathDocument =>
  parse(PathDocument, parseJson('application/json', file.replace(/^\uFEFF/, '')));

/**
 * All that is wrong with a path file, each with where: what is not in the format; when that is right, what keeps it
 * from being brought in, and references that lead nowhere. Channels are looked for when their codes are given.
 */
export function validatePath(file: string, channels?: ReadonlySet<string>): Fault[] {
  try {
    const placed = placedOf(readPathFile(file).path);
    return [...documentFaults(placed, channels), ...referenceFaults(placed)];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.faults.length > 0 ? [...error.faults] : [{ pointer: '', code: error.code }];
  }
}
