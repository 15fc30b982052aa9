import { AppError } from '#platform/errors.ts';

const CODE = /(?<![0-9A-Za-z])(\d{2})(\d{2})(\d{2})[-+A-FU-Y](\d{3})([0-9A-Y])(?![0-9A-Za-z])/gi;
const CHECK = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** Whether a text holds a Finnish personal identity code (henkilötunnus) with a right check character. */
export function holdsIdentityCode(text: string): boolean {
  return [...text.matchAll(CODE)].some(
    ([, day = '', month = '', year = '', number = '', check = '']) => {
      const possible =
        Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
      return possible && CHECK[Number(day + month + year + number) % 31] === check.toUpperCase();
    },
  );
}

/** Stops a text that holds a personal identity code before it is stored. @throws AppError `invalid`. */
export function refuseIdentityCode(text: string, pointer: string): void {
  if (holdsIdentityCode(text))
    throw new AppError('invalid', 'input-invalid', {
      faults: [{ pointer, code: 'identity-code' }],
    });
}
