import type { SeedEntry, SeedText } from './seed.ts';

const group = (
  code: string,
  abbreviation: string,
  joins: readonly string[],
  name: SeedText,
  need: SeedText,
): SeedEntry => ({
  code,
  properties: { kind: 'segment', abbreviation, share: null },
  texts: { name, need },
  joins,
});

/** Segments of customerships: how much support is needed, and what benefit is aimed at. */
export const CUSTOMERSHIPS: SeedEntry = {
  code: 'asiakkuudet',
  properties: {
    kind: 'segmentation-scheme',
    basis: 'customership',
    source: '',
    exclusive: false,
    situational: true,
  },
  texts: {
    name: {
      fi: 'Asiakkuuksien segmentointi',
      sv: 'Segmentering av kundrelationer',
      en: 'Segmentation of customerships',
    },
    description: {
      fi: 'Kaksi kysymystä: kuinka paljon tukea tarvitaan, ja tavoitellaanko muutosta vai sitä, että hyvä tilanne säilyy? Ryhmä kuvaa tilannetta, ei ihmistä.',
      sv: 'Två frågor: hur mycket stöd behövs, och strävar man efter förändring eller efter att det goda ska bestå? Gruppen beskriver läget, inte människan.',
      en: 'Two questions: how much support is needed, and is a change aimed at or that a good situation lasts? A group describes a situation, not a person.',
    },
  },
  below: [
    group(
      'a1',
      'A1',
      ['s3', 's4'],
      {
        fi: 'Omin voimin',
        sv: 'På egen hand',
        en: 'On one’s own',
        'fi-simple': 'Pärjään itse',
      },
      {
        fi: 'Vähän tukea, hyvä tilanne säilyy: tietoa, omahoitoa ja helppo tapa kysyä.',
        sv: 'Lite stöd, det goda består: information, egenvård och ett lätt sätt att fråga.',
        en: 'Little support, a good situation lasts: information, self-care and an easy way to ask.',
        'fi-simple': 'Tarvitsen vähän tukea. Saan tietoa ja voin kysyä.',
      },
    ),
    group(
      'a2',
      'A2',
      ['s4'],
      {
        fi: 'Vauhtia muutokseen',
        sv: 'Fart på förändringen',
        en: 'A push for change',
        'fi-simple': 'Haluan muutosta',
      },
      {
        fi: 'Vähän tukea, tavoitteena selvä muutos: oikea-aikainen apu, joka auttaa eteenpäin.',
        sv: 'Lite stöd, målet är en tydlig förändring: hjälp i rätt tid som för vidare.',
        en: 'Little support, a clear change is the goal: help at the right time that leads on.',
        'fi-simple': 'Tarvitsen apua hetken. Sitten pärjään taas itse.',
      },
    ),
    group(
      'a3',
      'A3',
      ['s1', 's2'],
      {
        fi: 'Pysyvä tuki',
        sv: 'Varaktigt stöd',
        en: 'Lasting support',
        'fi-simple': 'Saan tukea pitkään',
      },
      {
        fi: 'Paljon tukea, arki pysyy vakaana: tutut ihmiset, sovitut tapaamiset ja apu lähellä.',
        sv: 'Mycket stöd, vardagen hålls stabil: bekanta människor, avtalade träffar och hjälp nära.',
        en: 'Much support, everyday life stays steady: familiar people, agreed meetings and help nearby.',
        'fi-simple': 'Tarvitsen paljon tukea. Tutut ihmiset auttavat minua.',
      },
    ),
    group(
      'a4',
      'A4',
      ['s1'],
      {
        fi: 'Yhteinen suunnitelma',
        sv: 'En gemensam plan',
        en: 'A shared plan',
        'fi-simple': 'Teemme yhdessä suunnitelman',
      },
      {
        fi: 'Paljon tukea, tavoitteena suuri muutos: yksi suunnitelma, yksi yhteyshenkilö ja monta auttajaa.',
        sv: 'Mycket stöd, målet är en stor förändring: en plan, en kontaktperson och många som hjälper.',
        en: 'Much support, a great change is the goal: one plan, one contact person and many who help.',
        'fi-simple': 'Tarvitsen monenlaista apua. Yksi ihminen huolehtii kokonaisuudesta.',
      },
    ),
  ],
};
