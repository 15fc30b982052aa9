/** The two-sided 95 % quantile of the normal distribution. */
export const Z95 = 1.959964;

/**
 * The two-sided 95 % quantile of Student's t for any real number of degrees of freedom ≥ 1
 * (G. W. Hill, ACM Algorithm 396, 1970; good to six figures).
 */
export function t95(freedom: number): number {
  const p = 0.05;
  if (freedom < 1) return t95(1);
  if (freedom === 1) return 1 / Math.tan((p * Math.PI) / 2);
  if (freedom === 2) return Math.sqrt(2 / (p * (2 - p)) - 2);
  const a = 1 / (freedom - 0.5);
  const b = 48 / (a * a);
  const c0 = (((20_700 * a) / b - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c0) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * freedom;
  const start = (d * p) ** (2 / freedom);
  const y = start > 0.05 + a ? expandNormal(freedom, a, b, c0, d) : expandTail(freedom, start, d);
  return Math.sqrt(freedom * y);
}

// For many degrees of freedom: an expansion about the normal quantile.
function expandNormal(freedom: number, a: number, b: number, c0: number, d: number): number {
  const x = -Z95;
  const square = x * x;
  const c1 = freedom < 5 ? c0 + 0.3 * (freedom - 4.5) * (x + 0.6) : c0;
  const c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c1;
  const series =
    (((((0.4 * square + 6.3) * square + 36) * square + 94.5) / c - square - 3) / b + 1) * x;
  const y = a * series * series;
  return y > 0.002 ? Math.exp(y) - 1 : 0.5 * y * y + y;
}

// For few: an expansion about the tail.
function expandTail(freedom: number, y: number, d: number): number {
  const inner = 1 / (((freedom + 6) / (freedom * y) - 0.089 * d - 0.822) * (freedom + 2) * 3);
  return ((inner + 0.5 / (freedom + 4)) * y - 1) * ((freedom + 1) / (freedom + 2)) + 1 / y;
}
