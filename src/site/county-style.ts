const NAME = /^--county-[a-z]+(-[a-z]+)*$/;
const VALUE = /^[#a-z0-9(),.%/ -]{1,60}$/i;

/** A county's own colours as a small style sheet. Only what can be a colour gets in. */
export function countyStyle(theme: Readonly<Record<string, string>>): string {
  const lines = Object.entries(theme).filter(
    ([name, value]) => NAME.test(name) && VALUE.test(value),
  );
  return `:root{${lines.map(([name, value]) => `${name}:${value}`).join(';')}}\n`;
}
