/** How often a fault is repeated: the full promise by `npm run test:faults`, about a twentieth of it in every run. */
export const times = <T>(full: T, small: T): T =>
  process.env['POLKU_FAULTS'] === 'full' ? full : small;
