import { Z95 } from './student.ts';

/** The 95 % interval of a share by Wilson's score. */
export function shareInterval(
  count: number,
  n: number,
): { share: number; low: number; high: number } {
  const square = Z95 * Z95;
  const share = count / n;
  const centre = (share + square / (2 * n)) / (1 + square / n);
  const half =
    (Z95 / (1 + square / n)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** The lower end of that interval. */
export const lowestShare = (count: number, n: number): number => shareInterval(count, n).low;
