/** What whoever knows the house, or the country, tries first. `docs/security.md` repeats the list (ASVS 5.0, 6.1.2). */
export const HOUSE_WORDS: readonly string[] = [
  'polku',
  'salasana',
  'lösenord',
  'password',
  'passw0rd',
  'hyvinvointialue',
  'välfärdsområde',
  'wellbeing',
  'terveys',
  'sairaala',
  'pääkäyttäjä',
  'administrator',
  'admin',
  'tervetuloa',
  'välkommen',
  'welcome',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  '1q2w3e4r5t6y',
  '1234567890',
  '123456789',
  '12345678',
  '0987654321',
  'abcdefgh',
  'rakastansinua',
  'rakas',
  'kulta',
  'kissa',
  'koira',
  'perkele',
  'saatana',
  'vittu',
  'jumala',
  'suomi',
  'finland',
  'sverige',
  'äiti',
  'isä',
  'talvi',
  'kevät',
  'kesä',
  'syksy',
  'vinter',
  'sommar',
  'höst',
  'joulu',
  'moikka',
  'hevonen',
  'jääkiekko',
  'älskling',
  'hemligt',
  'tammikuu',
  'helmikuu',
  'maaliskuu',
  'huhtikuu',
  'toukokuu',
  'kesäkuu',
  'heinäkuu',
  'elokuu',
  'syyskuu',
  'lokakuu',
  'marraskuu',
  'joulukuu',
];

const LEAST_LEFT = 8;
const LEAST_DIFFERENT = 5;
const SHORTEST_WORD = 3;

/**
 * Whether a password is made of little else than the words of the house and of its owner. What is left without them
 * must still be something; which characters it is made of is nobody's business.
 */
export function isGuessable(password: string, own: readonly string[]): boolean {
  const words = own.flatMap((text) => text.toLowerCase().split(/[^\p{L}\d]+/u));
  const known = [...HOUSE_WORDS, ...words].filter(({ length }) => length >= SHORTEST_WORD);
  const rest = known
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ''), password.toLowerCase());
  return rest.length < LEAST_LEFT || new Set(rest).size < LEAST_DIFFERENT;
}
