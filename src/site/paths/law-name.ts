import type { Language } from '#platform/i18n.ts';

/** What a law is called in the language of the page, or in Finnish when that is not known. */
export interface LawName {
  readonly text: string;
  /** The language of the text where it is not that of the page. */
  readonly lang?: 'fi';
}

// By their number in the Statutes of Finland: the Swedish names are the laws' own, the English ones those in use.
const NAMES: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = {
  '785/1992': {
    sv: 'Lagen om patientens ställning och rättigheter',
    en: 'Act on the Status and Rights of Patients',
  },
  '734/1992': {
    sv: 'Lagen om klientavgifter inom social- och hälsovården',
    en: 'Act on Client Charges in Healthcare and Social Welfare',
  },
  '812/2000': {
    sv: 'Lagen om klientens ställning och rättigheter inom socialvården',
    en: 'Act on the Status and Rights of Social Welfare Clients',
  },
  '417/2007': { sv: 'Barnskyddslagen', en: 'Child Welfare Act' },
  '1326/2010': { sv: 'Hälso- och sjukvårdslagen', en: 'Health Care Act' },
  '1301/2014': { sv: 'Socialvårdslagen', en: 'Social Welfare Act' },
  '1227/2016': { sv: 'Lagen om smittsamma sjukdomar', en: 'Communicable Diseases Act' },
};

/** A law as a path names it, such as "Sosiaalihuoltolaki (1301/2014) 36 §", for readers of a language. */
export function lawName(law: string, language: Language): LawName {
  if (language === 'fi') return { text: law };
  const [open, close] = [law.indexOf('('), law.indexOf(')')];
  const number = law.slice(open + 1, close);
  const name = open > 0 && close > open && Object.hasOwn(NAMES, number) ? NAMES[number] : undefined;
  return name ? { text: `${name[language]} ${law.slice(open)}` } : { text: law, lang: 'fi' };
}
