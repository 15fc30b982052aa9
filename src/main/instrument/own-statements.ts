// The county's own statement sets, for those whom the national statements do not fit. No instrument of the country
// stands behind these words: they are our own, in all three languages, and a county writes them anew as it likes.

type Text = { fi: string; sv: string; en: string };

type OwnSet = {
  code: string;
  respondents: string[];
  name: Text;
  /** Nothing where there was no service that one could recommend. */
  recommendation: Text | null;
  comment: Text;
  statements: { code: string; theme: string; text: Text }[];
};

export const ownSource = 'Own wording; no official instrument is known';

/** Owners of small animals: the patient cannot answer, and the bill is the owner's. */
export const animalOwners: OwnSet = {
  code: 'animal-owners',
  respondents: ['customer'],
  name: {
    fi: 'Pieneläinten omistajien kokemus',
    sv: 'Smådjursägares upplevelse',
    en: 'Experience of small animal owners',
  },
  recommendation: {
    fi: 'Kuinka todennäköisesti suosittelisit tätä pieneläinvastaanottoa tuttavallesi, jolla on lemmikki?',
    sv: 'Hur sannolikt är det att du skulle rekommendera den här smådjursmottagningen för en bekant som har ett sällskapsdjur?',
    en: 'How likely would you be to recommend this small animal clinic to someone you know who has a pet?',
  },
  comment: {
    fi: 'Kerro omin sanoin, mikä käynnillä meni hyvin ja mitä voisimme tehdä paremmin.',
    sv: 'Berätta med egna ord vad som gick bra under besöket och vad vi kan göra bättre.',
    en: 'Tell us in your own words what went well on the visit and what we could do better.',
  },
  statements: [
    {
      code: 'animal-got-help',
      theme: 'access',
      text: {
        fi: 'Eläimeni pääsi hoitoon riittävän nopeasti.',
        sv: 'Mitt djur fick vård tillräckligt snabbt.',
        en: 'My animal was treated soon enough.',
      },
    },
    {
      code: 'owner-was-heard',
      theme: 'encounter',
      text: {
        fi: 'Minua kuunneltiin, kun kerroin eläimeni voinnista.',
        sv: 'Man lyssnade på mig när jag berättade hur mitt djur mår.',
        en: 'I was listened to when I told how my animal was doing.',
      },
    },
    {
      code: 'animal-was-handled-well',
      theme: 'safety',
      text: {
        fi: 'Eläintäni käsiteltiin rauhallisesti ja turvallisesti.',
        sv: 'Mitt djur behandlades lugnt och tryggt.',
        en: 'My animal was handled calmly and safely.',
      },
    },
    {
      code: 'owner-understood-options',
      theme: 'information',
      text: {
        fi: 'Ymmärsin, mitä hoitovaihtoehtoja oli ja mitä ne maksavat.',
        sv: 'Jag förstod vilka vårdalternativ det fanns och vad de kostar.',
        en: 'I understood what the treatment options were and what they cost.',
      },
    },
    {
      code: 'owner-can-care-at-home',
      theme: 'information',
      text: {
        fi: 'Tiedän, miten hoidan eläintäni kotona.',
        sv: 'Jag vet hur jag sköter mitt djur hemma.',
        en: 'I know how to care for my animal at home.',
      },
    },
    {
      code: 'animal-benefited',
      theme: 'benefit',
      text: {
        fi: 'Käynnistä oli eläimelleni hyötyä.',
        sv: 'Mitt djur hade nytta av besöket.',
        en: 'My animal benefited from the visit.',
      },
    },
  ],
};

/** Those who looked for a service and did not get in. There is nothing that they could recommend. */
export const didNotGetIn: OwnSet = {
  code: 'did-not-get-in',
  respondents: ['did-not-get-in'],
  name: {
    fi: 'Ilman palvelua jääneiden kokemus',
    sv: 'Upplevelse av att bli utan service',
    en: 'Experience of those who did not get in',
  },
  recommendation: null,
  comment: {
    fi: 'Mihin hait apua, ja mihin se jäi? Mikä olisi auttanut?',
    sv: 'Vad sökte du hjälp för, och var tog det stopp? Vad skulle ha hjälpt?',
    en: 'What did you look for help with, and where did it stop? What would have helped?',
  },
  statements: [
    {
      code: 'could-reach',
      theme: 'access',
      text: {
        fi: 'Sain yhteyden palveluun, kun yritin.',
        sv: 'Jag fick kontakt med tjänsten när jag försökte.',
        en: 'I could reach the service when I tried.',
      },
    },
    {
      code: 'was-heard-anyway',
      theme: 'encounter',
      text: {
        fi: 'Minua kuunneltiin, kun kerroin, millaista apua tarvitsen.',
        sv: 'Man lyssnade på mig när jag berättade vilken hjälp jag behöver.',
        en: 'I was listened to when I told what help I need.',
      },
    },
    {
      code: 'understood-why-not',
      theme: 'information',
      text: {
        fi: 'Ymmärsin, miksi en päässyt palveluun.',
        sv: 'Jag förstod varför jag inte fick service.',
        en: 'I understood why I did not get in.',
      },
    },
    {
      code: 'was-told-where-else',
      theme: 'benefit',
      text: {
        fi: 'Sain tietää, mistä muualta voin saada apua.',
        sv: 'Jag fick veta var jag kan få hjälp i stället.',
        en: 'I was told where else I can get help.',
      },
    },
    {
      code: 'know-what-if-worse',
      theme: 'safety',
      text: {
        fi: 'Tiedän, mitä teen, jos tilanteeni pahenee.',
        sv: 'Jag vet vad jag ska göra om min situation blir sämre.',
        en: 'I know what to do if my situation gets worse.',
      },
    },
  ],
};
