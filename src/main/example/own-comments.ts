// What people wrote in answer to the county's own surveys, all of it invented.

type Tone = 'good' | 'mixed' | 'bad';
type OwnComments = Record<'fi' | 'sv' | 'en', { text: string; tone: Tone }[]>;

export const animalOwnerComments: OwnComments = {
  fi: [
    { text: 'Kissa pelkää kuljetuskoppaa, mutta täällä sille annettiin aikaa.', tone: 'good' },
    { text: 'Hinta-arvio kerrottiin ennen leikkausta. Ei tullut yllätyksiä.', tone: 'good' },
    { text: 'Koira sai ajan samalle päivälle, kun tassu alkoi vuotaa.', tone: 'good' },
    { text: 'Lääkkeen antaminen näytettiin kädestä pitäen.', tone: 'good' },
    { text: 'Vanha koira sai lähteä rauhassa, eikä meitä hoputettu.', tone: 'good' },
    { text: 'Hyvä hoito, mutta odotusaulassa kissat ja koirat olivat samassa.', tone: 'mixed' },
    {
      text: 'Eläinlääkäri oli taitava, mutta puhelimeen ei vastattu ennen iltapäivää.',
      tone: 'mixed',
    },
    { text: 'Ohjeet kotihoitoon olisin halunnut paperilla.', tone: 'mixed' },
    { text: 'Lasku oli kaksi kertaa niin suuri kuin puhelimessa sanottiin.', tone: 'bad' },
    { text: 'Viikonloppuna lähin päivystys oli 90 kilometrin päässä.', tone: 'bad' },
  ],
  sv: [
    { text: 'Kaninen fick det lugn den behövde.', tone: 'good' },
    { text: 'Jag fick en skriftlig anvisning för vården hemma.', tone: 'good' },
    { text: 'Bra vård, men priset fick jag veta först i kassan.', tone: 'mixed' },
    { text: 'Ingen svarade i telefonen på hela förmiddagen.', tone: 'bad' },
  ],
  en: [
    { text: 'They explained every option and what it costs.', tone: 'good' },
    { text: 'The dog was calm for once. Thank you.', tone: 'good' },
    { text: 'Good care, but we waited an hour past our time.', tone: 'mixed' },
    { text: 'I did not understand what to do at home.', tone: 'bad' },
  ],
};

export const didNotGetInComments: OwnComments = {
  fi: [
    { text: 'Aikaa ei ollut, mutta hoitaja neuvoi, miten pärjään viikonlopun yli.', tone: 'good' },
    { text: 'Minut ohjattiin apteekkiin, ja siitä oli apua.', tone: 'good' },
    { text: 'Sain numeron, johon soittaa, mutta sielläkin oli jono.', tone: 'mixed' },
    { text: 'Hoitaja kuunteli, mutta aikaa hän ei voinut antaa.', tone: 'mixed' },
    { text: 'Soitin neljänä aamuna. Aina ajat olivat jo menneet.', tone: 'bad' },
    { text: 'Takaisinsoittoa ei koskaan tullut.', tone: 'bad' },
    {
      text: 'Minulle sanottiin vain, ettei aikoja ole. Kukaan ei kysynyt, mikä on hätänä.',
      tone: 'bad',
    },
    { text: 'En osaa käyttää sovellusta, eikä puhelimella saanut aikaa.', tone: 'bad' },
    { text: 'Lähete palautettiin, enkä tiedä miksi.', tone: 'bad' },
    { text: 'Odotin puhelimessa tunnin. Sitten piti lähteä töihin.', tone: 'bad' },
  ],
  sv: [
    { text: 'Sjukskötaren berättade vart jag kan ringa i stället.', tone: 'good' },
    { text: 'Jag kom fram, men det fanns inga tider.', tone: 'mixed' },
    { text: 'Ingen ringde tillbaka.', tone: 'bad' },
    { text: 'Jag fick ingen betjäning på svenska och gav upp.', tone: 'bad' },
  ],
  en: [
    { text: 'I was told what to do if it gets worse.', tone: 'good' },
    { text: 'They were kind, but there were no appointments.', tone: 'mixed' },
    { text: 'The call-back never came.', tone: 'bad' },
    { text: 'I gave up after the third try.', tone: 'bad' },
  ],
};
