import type { SeedEntry, SeedText } from './seed.ts';
import { DEFAULTS, type Properties } from './entry.ts';

const aim = (name: SeedText, meaning: SeedText, measure: SeedText): SeedEntry => ({
  properties: DEFAULTS.aim,
  texts: { name, meaning, measure },
});

/** Five aims as the customer sees them, each with what tells whether it comes true. */
export const AIMS: readonly SeedEntry[] = [
  aim(
    {
      fi: 'Palvelut ovat saatavillani',
      sv: 'Tjänsterna finns till hands för mig',
      en: 'Services are available to me',
      'fi-simple': 'Saan palvelua',
    },
    {
      fi: 'Saan apua silloin, kun tarvitsen sitä, ja tiedän, mistä.',
      sv: 'Jag får hjälp när jag behöver den och vet varifrån.',
      en: 'I get help when I need it and know from where.',
      'fi-simple': 'Saan apua, kun tarvitsen. Tiedän, mistä sitä saa.',
    },
    {
      fi: 'Aika yhteydenotosta apuun ja niiden palaute, jotka eivät päässeet palveluun.',
      sv: 'Tiden från kontakt till hjälp, och responsen från dem som inte kom till tjänsten.',
      en: 'The time from contact to help, and the feedback of those who did not get in.',
    },
  ),
  aim(
    {
      fi: 'Voin valita, miten asioin',
      sv: 'Jag kan välja hur jag sköter mitt ärende',
      en: 'I can choose how to deal with my matter',
      'fi-simple': 'Valitsen itse, miten asioin',
    },
    {
      fi: 'Sama asia hoituu verkossa, puhelimessa ja paikan päällä.',
      sv: 'Samma ärende går att sköta på nätet, per telefon och på plats.',
      en: 'The same matter can be seen to online, by phone and in person.',
      'fi-simple': 'Voin asioida verkossa, puhelimessa tai paikan päällä.',
    },
    {
      fi: 'Niiden polun askelten osuus, joissa on myös muu tapa asioida kuin verkko.',
      sv: 'Andelen steg på vägarna där det också finns ett annat sätt än nätet.',
      en: 'The share of steps on paths that can also be taken otherwise than online.',
    },
  ),
  aim(
    {
      fi: 'Saan apua ensimmäisellä yhteydenotolla',
      sv: 'Jag får hjälp vid den första kontakten',
      en: 'I get help at the first contact',
      'fi-simple': 'Saan apua heti',
    },
    {
      fi: 'Asiani ratkeaa tai lähtee liikkeelle jo silloin, kun otan yhteyttä.',
      sv: 'Mitt ärende löses eller kommer i gång redan när jag tar kontakt.',
      en: 'My matter is solved or set going when I make contact.',
      'fi-simple': 'Asiani alkaa edetä heti, kun otan yhteyttä.',
    },
    {
      fi: 'Kansallinen väittämä ”Sain apua, kun sitä tarvitsin” ja toistuvien yhteydenottojen määrä.',
      sv: 'Det nationella påståendet om att få hjälp när man behövde den, och antalet upprepade kontakter.',
      en: 'The national statement on getting help when it was needed, and the number of repeated contacts.',
    },
  ),
  aim(
    {
      fi: 'Minua palvellaan',
      sv: 'Jag blir betjänad',
      en: 'I am served',
      'fi-simple': 'Minua palvellaan',
    },
    {
      fi: 'Minun ei tarvitse tuntea organisaatiota: asia löytää tekijänsä.',
      sv: 'Jag behöver inte känna organisationen: ärendet hittar sin skötare.',
      en: 'I need not know the organisation: the matter finds whoever sees to it.',
      'fi-simple': 'Minun ei tarvitse tietää, kuka asian hoitaa.',
    },
    {
      fi: 'Palaute palvelupolun siirtymistä: tiesinkö, mitä seuraavaksi tapahtuu?',
      sv: 'Responsen om övergångarna på servicevägen: visste jag vad som händer härnäst?',
      en: 'Feedback on the transitions of a path: did I know what happens next?',
    },
  ),
  aim(
    {
      fi: 'Minusta huolehditaan',
      sv: 'Jag blir omhändertagen',
      en: 'I am taken care of',
      'fi-simple': 'Minusta huolehditaan',
    },
    {
      fi: 'Minulla on yksi yhteyshenkilö, kun tarvitsen monta palvelua.',
      sv: 'Jag har en kontaktperson när jag behöver många tjänster.',
      en: 'I have one contact person when I need many services.',
      'fi-simple': 'Yksi ihminen auttaa minua, kun tarvitsen monta palvelua.',
    },
    {
      fi: 'Niiden osuus, joille on monen palvelun tarpeessa sovittu yhteyshenkilö.',
      sv: 'Andelen av dem som med behov av många tjänster har fått en kontaktperson.',
      en: 'The share of those in need of many services for whom a contact person has been agreed.',
    },
  ),
];

type Group = Extract<Properties, { kind: 'focus-area' }>['group'];

const area = (group: Group, fi: string, sv: string, en: string): SeedEntry => ({
  properties: { kind: 'focus-area', group },
  texts: { name: { fi, sv, en } },
});

/** Nine areas on which development is focused, in three groups. */
export const FOCUS_AREAS: readonly SeedEntry[] = [
  area(
    'ways-of-working',
    'Digipalvelujen käytettävyys',
    'Digitala tjänsters användbarhet',
    'Usability of digital services',
  ),
  area(
    'ways-of-working',
    'Tieto ja välineet omahoitoon',
    'Information och verktyg för egenvård',
    'Information and tools for self-care',
  ),
  area(
    'ways-of-working',
    'Tarvittavat työkalut yhdessä paikassa',
    'De verktyg som behövs på ett ställe',
    'The needed tools in one place',
  ),
  area('leadership', 'Työn organisointi', 'Organisering av arbetet', 'Organising of work'),
  area('leadership', 'Mahdollistava johtaminen', 'Möjliggörande ledarskap', 'Enabling leadership'),
  area('leadership', 'Mittarit kuntoon', 'Mätarna i skick', 'Measures in order'),
  area(
    'staff-and-services',
    'Selkeät palvelut ammattilaisen tueksi',
    'Tydliga tjänster som stöder yrkespersonen',
    'Clear services to help professionals',
  ),
  area(
    'staff-and-services',
    'Osaavat ammattilaiset',
    'Kunniga yrkespersoner',
    'Capable professionals',
  ),
  area(
    'staff-and-services',
    'Uusi työote ja rooli',
    'Ett nytt arbetssätt och en ny roll',
    'A new working style and role',
  ),
];
