// The only script of the form. It warns when a text seems to hold what must not be sent, and counts its length.
// The server masks the same things, so everything works without it.
const IDENTITY = /\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]/i;
const MAIL = /[^\s@]@[^\s@.]{1,63}(?:\.[^\s@.]{1,63}){0,5}\.[a-z]{2,}/i;
const PHONE = /(?:\+358|(?<!\d)0)(?:[\s()-]{0,2}\d){6,12}/;

const field = document.querySelector<HTMLTextAreaElement>('#comment');
const warning = document.querySelector('#comment-warning');
const count = document.querySelector<HTMLElement>('#comment-count');

function look(): void {
  if (!field || !warning || !count) return;
  const { value, dataset } = field;
  const found = IDENTITY.test(value)
    ? dataset['identity']
    : MAIL.test(value)
      ? dataset['mail']
      : PHONE.test(value)
        ? dataset['phone']
        : '';
  // Said once, not at every key.
  if (warning.textContent !== found) warning.textContent = found ?? '';
  const left = Number(dataset['longest']) - value.length;
  count.hidden = left > 500;
  count.textContent =
    (left < 0 ? dataset['over'] : dataset['left'])?.replace('%', String(Math.abs(left))) ?? '';
}

field?.addEventListener('input', look);
look();
