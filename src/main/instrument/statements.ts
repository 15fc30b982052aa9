// The national instrument as data. The Finnish wording is a draft and has not been checked against
// the published one; Swedish and English are our own working translations. Forms say so, and a
// person can correct the words. A change of meaning is a new statement.

type Text = { fi: string; sv: string; en: string };

type Origin = 'unverified-draft' | 'working-translation' | 'seen-in-use';
type Origins = { fi: Origin; sv: Origin; en: Origin };
type Theme = 'access' | 'encounter' | 'safety' | 'information' | 'benefit';

type Statement = {
  code: string;
  theme: Theme;
  text: Text;
  origin: Origins;
};

const draft: Origins = {
  fi: 'unverified-draft',
  sv: 'working-translation',
  en: 'working-translation',
};

export const statementSet = { code: 'national', version: 1, agesFrom: 13 };

export const statements: Statement[] = [
  {
    code: 'got-help',
    theme: 'access',
    text: {
      fi: 'Sain apua, kun sitä tarvitsin.',
      sv: 'Jag fick hjälp när jag behövde det.',
      en: 'I got help when I needed it.',
    },
    origin: draft,
  },
  {
    code: 'cared-for',
    theme: 'encounter',
    text: {
      fi: 'Minusta välitettiin kokonaisvaltaisesti.',
      sv: 'Man brydde sig om mig som hel människa.',
      en: 'I was cared for as a whole person.',
    },
    origin: draft,
  },
  {
    code: 'decided-together',
    theme: 'encounter',
    text: {
      fi: 'Hoitoani/palveluani koskevat päätökset tehtiin yhteistyössä kanssani.',
      sv: 'Besluten om min vård/service fattades i samarbete med mig.',
      en: 'Decisions about my care/service were made together with me.',
    },
    origin: draft,
  },
  {
    code: 'felt-safe',
    theme: 'safety',
    text: {
      fi: 'Tunsin oloni turvalliseksi hoidon/palvelun aikana.',
      sv: 'Jag kände mig trygg under vården/servicen.',
      en: 'I felt safe during the care/service.',
    },
    origin: draft,
  },
  {
    code: 'understood-information',
    theme: 'information',
    text: {
      fi: 'Saamani tieto hoidosta/palvelusta oli ymmärrettävää.',
      sv: 'Den information jag fick om vården/servicen var begriplig.',
      en: 'The information I was given about the care/service was easy to understand.',
    },
    origin: draft,
  },
  {
    code: 'know-next',
    theme: 'information',
    text: {
      fi: 'Tiedän, miten hoitoni/palveluni jatkuu.',
      sv: 'Jag vet hur min vård/service fortsätter.',
      en: 'I know how my care/service will continue.',
    },
    origin: draft,
  },
  {
    code: 'found-useful',
    theme: 'benefit',
    text: {
      fi: 'Koin saamani hoidon/palvelun hyödylliseksi.',
      sv: 'Jag upplevde att den vård/service jag fick var till nytta.',
      en: 'I found the care/service I received useful.',
    },
    origin: draft,
  },
];

export const npsQuestion: {
  code: string;
  text: Text;
  lowLabel: Text;
  highLabel: Text;
  origin: Origins;
} = {
  code: 'nps',
  text: {
    fi: 'Kuinka todennäköisesti suosittelisit saamaasi palvelua läheisellesi tai ystävällesi?',
    sv: 'Hur sannolikt är det att du skulle rekommendera den service du fick för en närstående eller en vän?',
    en: 'How likely would you be to recommend the service you received to a family member or friend in the same situation?',
  },
  lowLabel: {
    fi: '0 = en lainkaan todennäköisesti',
    sv: '0 = inte alls sannolikt',
    en: '0 = not at all likely',
  },
  highLabel: {
    fi: '10 = erittäin todennäköisesti',
    sv: '10 = mycket sannolikt',
    en: '10 = extremely likely',
  },
  origin: { fi: 'seen-in-use', sv: 'working-translation', en: 'seen-in-use' },
};

export const openQuestion: { code: string; text: Text; hint: Text } = {
  code: 'open',
  text: {
    fi: 'Kerro omin sanoin, mikä meni hyvin ja mitä voisimme tehdä paremmin.',
    sv: 'Berätta med egna ord vad som gick bra och vad vi kan göra bättre.',
    en: 'Tell us in your own words what went well and what we could do better.',
  },
  hint: {
    fi: 'Älä kirjoita nimiä, henkilötunnusta, puhelinnumeroa tai osoitetta.',
    sv: 'Skriv inte namn, personbeteckning, telefonnummer eller adress.',
    en: 'Do not write names, a personal identity code, a phone number or an address.',
  },
};

export const thankYou: { title: Text; text: Text } = {
  title: {
    fi: 'Kiitos, että kerroit',
    sv: 'Tack för att du berättade',
    en: 'Thank you for telling us',
  },
  text: {
    fi: 'Yksikkö lukee jokaisen vastauksen. Emme tiedä, kuka vastasi, joten emme voi vastata sinulle. Näet sivulta ”Kerroit – teimme”, mitä palaute on muuttanut.',
    sv: 'Enheten läser varje svar. Vi vet inte vem som har svarat och kan därför inte svara dig. På sidan ”Du berättade – vi gjorde” ser du vad responsen har förändrat.',
    en: 'The unit reads every answer. We do not know who answered, so we cannot reply to you. The page “You said – we did” shows what feedback has changed.',
  },
};
