/** How often a fault is repeated: the full promise by `npm run test:faults`, about a twentieth of it in every run. */
export const times = (full: number, small: number): number =>
  process.env['POLKU_FAULTS'] === 'full' ? full : small;
