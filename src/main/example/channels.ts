// The channel register of the example county. County and units are fictional: the numbers have
// 0000 in them and belong to nobody, the addresses end in .example and open nothing.
// `hours` is what `opening` cannot say, or all there is to say where nobody knows the hours.

import type { ChannelForm } from '#modules/channels';

type Text = { fi: string; sv: string; en: string };

type Channel = {
  code: string;
  kind:
    | 'e-service'
    | 'website'
    | 'location'
    | 'form'
    | 'phone'
    | 'callback'
    | 'chat'
    | 'symptom-check'
    | 'app'
    | 'home-visit'
    | 'mobile-unit'
    | 'remote-appointment';
  provider: 'county' | 'national' | 'third-sector';
  url: string | null;
  phone: string | null;
  name: Text;
  description: Text;
  hours: Partial<Text>;
  // Monday is 1, Sunday is 7
  opening: 'always' | { days: number[]; from: string; to: string }[] | null;
  needs: Text | null;
  cost: Text;
  address: Text | null;
};

const free: Text = { fi: 'Maksuton', sv: 'Avgiftsfritt', en: 'Free of charge' };

const callPrice: Text = {
  fi: 'Paikallisverkko- tai matkapuhelumaksu',
  sv: 'Lokalnäts- eller mobilsamtalsavgift',
  en: 'Normal call charge',
};

const bankCodes: Text = {
  fi: 'Pankkitunnukset, mobiilivarmenne tai henkilökortti, jossa on siru.',
  sv: 'Bankkoder, mobilcertifikat eller ett identitetskort med chip.',
  en: 'Online banking codes, a mobile certificate or an identity card with a chip.',
};

/** The days of the coming twelve months on which all that keeps hours is closed. */
export const holidaysFrom = (today: string): NonNullable<ChannelForm['hours']> => {
  const year = Number(today.slice(0, 4));
  const nextYear = `${year + 1}${today.slice(4)}`;
  return [...holidaysOf(year), ...holidaysOf(year + 1)].filter(
    ({ validFrom }) => validFrom! >= today && validFrom! < nextYear,
  );
};

const holidaysOf = (year: number): NonNullable<ChannelForm['hours']> =>
  HOLIDAYS.map(([from, to, note]) => ({
    kind: 'exceptional',
    validFrom: `${year}-${from}`,
    validTo: `${year}-${to}`,
    note,
  }));

const HOLIDAYS: readonly (readonly [from: string, to: string, name: Text])[] = [
  ['01-01', '01-01', { fi: 'uudenvuodenpäivä', sv: 'nyårsdagen', en: 'New Year’s Day' }],
  ['01-06', '01-06', { fi: 'loppiainen', sv: 'trettondagen', en: 'Epiphany' }],
  ['05-01', '05-01', { fi: 'vappu', sv: 'första maj', en: 'May Day' }],
  [
    '12-06',
    '12-06',
    { fi: 'itsenäisyyspäivä', sv: 'självständighetsdagen', en: 'Independence Day' },
  ],
  ['12-24', '12-26', { fi: 'joulu', sv: 'jul', en: 'Christmas' }],
];

export const channels: Channel[] = [
  {
    code: 'emergency-112',
    kind: 'phone',
    provider: 'national',
    url: null,
    phone: '112',
    name: { fi: 'Hätänumero 112', sv: 'Nödnumret 112', en: 'Emergency number 112' },
    description: {
      fi: 'Soita, kun jonkun henki tai turvallisuus on vaarassa.',
      sv: 'Ring när någons liv eller säkerhet är i fara.',
      en: 'Call when someone’s life or safety is in danger.',
    },
    hours: {},
    opening: 'always',
    needs: null,
    cost: free,
    address: null,
  },
  {
    code: 'medical-helpline-116117',
    kind: 'phone',
    provider: 'national',
    url: null,
    phone: '116117',
    name: { fi: 'Päivystysapu 116117', sv: 'Jourhjälpen 116117', en: 'Medical Helpline 116117' },
    description: {
      fi: 'Soita, kun vaiva ei voi odottaa seuraavaan arkipäivään. Saat neuvon, mitä tehdä ja minne mennä.',
      sv: 'Ring när besväret inte kan vänta till nästa vardag. Du får råd om vad du ska göra och vart du ska åka.',
      en: 'Call when the problem cannot wait until the next working day. You will be told what to do and where to go.',
    },
    hours: {},
    opening: 'always',
    needs: null,
    cost: free,
    address: null,
  },
  {
    code: 'sti-home-test',
    kind: 'e-service',
    provider: 'county',
    url: 'https://esimerkkila.example/kotitesti',
    phone: null,
    name: {
      fi: 'Tilaa testipaketti verkosta',
      sv: 'Beställ testpaketet på nätet',
      en: 'Order the test package online',
    },
    description: {
      fi: 'Vastaa muutamaan kysymykseen ja anna osoite. Paketti tulee kotiin kirjeenä. Kuoresta ei näe, mitä siinä on.',
      sv: 'Svara på några frågor och ange din adress. Paketet kommer hem som brev. Det syns inte utanpå vad det innehåller.',
      en: 'Answer a few questions and give your address. The package comes to your home as a letter. Nobody can see from the outside what is in it.',
    },
    hours: {},
    opening: 'always',
    needs: bankCodes,
    cost: free,
    address: null,
  },
  {
    code: 'sti-test-pickup',
    kind: 'location',
    provider: 'county',
    url: null,
    phone: null,
    name: {
      fi: 'Hae testipaketti sote-keskuksesta',
      sv: 'Hämta testpaketet på social- och hälsocentralen',
      en: 'Collect the test package at a health and social services centre',
    },
    description: {
      fi: 'Sano aulassa: ”Tulin hakemaan paketin.” Muuta sinun ei tarvitse kertoa.',
      sv: 'Säg i receptionen: ”Jag kommer för att hämta ett paket.” Du behöver inte berätta mer.',
      en: 'Say at the desk: “I have come to collect a package.” You do not need to say more.',
    },
    hours: {},
    opening: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' }],
    needs: {
      fi: 'Henkilökortti, passi tai ajokortti.',
      sv: 'Identitetskort, pass eller körkort.',
      en: 'An identity card, a passport or a driving licence.',
    },
    cost: free,
    address: {
      fi: 'Koivurannan sote-keskus, Esimerkkitie 1, 00000 Esimerkkilä',
      sv: 'Björkstrands social- och hälsocentral, Exempelvägen 1, 00000 Exempelbygden',
      en: 'Koivuranta health and social services centre, Esimerkkitie 1, 00000 Esimerkkilä',
    },
  },
  {
    code: 'sti-callback',
    kind: 'callback',
    provider: 'county',
    url: null,
    phone: '03 0000 1234',
    name: {
      fi: 'Seksuaalineuvonta, takaisinsoitto',
      sv: 'Sexualrådgivningen, återuppringning',
      en: 'Sexual health advice, callback',
    },
    description: {
      fi: 'Jätä soittopyyntö. Hoitaja soittaa sinulle saman päivän aikana. Voit pyytää tulkin.',
      sv: 'Lämna en ringbegäran. En sjukskötare ringer dig samma dag. Du kan be om tolk.',
      en: 'Leave a request for a call. A nurse will call you the same day. You can ask for an interpreter.',
    },
    hours: {},
    opening: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' }],
    needs: null,
    cost: callPrice,
    address: null,
  },
  {
    code: 'sti-appointment',
    kind: 'e-service',
    provider: 'county',
    url: 'https://esimerkkila.example/ajanvaraus',
    phone: null,
    name: {
      fi: 'Varaa aika seksuaalineuvontaan verkossa',
      sv: 'Boka tid till sexualrådgivningen på nätet',
      en: 'Book a sexual health appointment online',
    },
    description: {
      fi: 'Näet vapaat ajat heti. Syytä ei tarvitse kirjoittaa.',
      sv: 'Du ser de lediga tiderna genast. Du behöver inte skriva någon orsak.',
      en: 'You see the free times at once. You do not need to write a reason.',
    },
    hours: {},
    opening: 'always',
    needs: bankCodes,
    cost: free,
    address: null,
  },
  {
    code: 'sti-clinic',
    kind: 'location',
    provider: 'county',
    url: null,
    phone: null,
    name: {
      fi: 'Ehkäisy- ja seksuaalineuvonta, Koivuranta',
      sv: 'Preventiv- och sexualrådgivningen, Björkstrand',
      en: 'Contraception and sexual health advice, Koivuranta',
    },
    description: {
      fi: 'Tule ajanvarauksella. Ilmoittaudu laitteella, niin asiaasi ei tarvitse kertoa aulassa. Sisään pääsee pyörätuolilla.',
      sv: 'Kom på bokad tid. Anmäl dig på skärmen, så behöver du inte berätta om ditt ärende i receptionen. Ingången är tillgänglig med rullstol.',
      en: 'Come at the time you have booked. Check in at the screen, so you do not need to explain at the desk. The entrance is accessible by wheelchair.',
    },
    hours: {},
    opening: [
      { days: [1, 2, 3, 4], from: '08:00', to: '16:00' },
      { days: [5], from: '08:00', to: '14:00' },
    ],
    needs: {
      fi: 'Henkilökortti, passi tai Kela-kortti.',
      sv: 'Identitetskort, pass eller FPA-kort.',
      en: 'An identity card, a passport or a Kela card.',
    },
    cost: free,
    address: {
      fi: 'Esimerkkitie 1, sisäänkäynti B, 00000 Esimerkkilä',
      sv: 'Exempelvägen 1, ingång B, 00000 Exempelbygden',
      en: 'Esimerkkitie 1, entrance B, 00000 Esimerkkilä',
    },
  },
  {
    code: 'sti-previsit-form',
    kind: 'form',
    provider: 'county',
    url: 'https://esimerkkila.example/esitietolomake',
    phone: null,
    name: {
      fi: 'Esitiedot ennen käyntiä',
      sv: 'Förhandsuppgifter före besöket',
      en: 'Questions before your visit',
    },
    description: {
      fi: 'Kerro oireista rauhassa kotona. Hoitaja lukee vastauksesi ennen käyntiä.',
      sv: 'Berätta om symtomen i lugn och ro hemma. Sjukskötaren läser dina svar före besöket.',
      en: 'Describe your symptoms at home, in your own time. The nurse reads your answers before the visit.',
    },
    hours: {},
    opening: 'always',
    needs: bankCodes,
    cost: free,
    address: null,
  },
  {
    code: 'sexual-health-chat',
    kind: 'chat',
    provider: 'county',
    url: 'https://esimerkkila.example/chat',
    phone: null,
    name: {
      fi: 'Seksuaalineuvonnan chat',
      sv: 'Sexualrådgivningens chatt',
      en: 'Sexual health chat',
    },
    description: {
      fi: 'Kysy hoitajalta nimettömästi. Et tarvitse tunnuksia.',
      sv: 'Fråga en sjukskötare anonymt. Du behöver inte logga in.',
      en: 'Ask a nurse without giving your name. You do not need to sign in.',
    },
    hours: {},
    opening: [{ days: [1, 2, 3, 4], from: '12:00', to: '18:00' }],
    needs: null,
    cost: free,
    address: null,
  },
  {
    code: 'county-app',
    kind: 'app',
    provider: 'county',
    url: 'https://esimerkkila.example/sovellus',
    phone: null,
    name: {
      fi: 'Esimerkkilän sovellus',
      sv: 'Exempelbygdens app',
      en: 'The Esimerkkilä app',
    },
    description: {
      fi: 'Katso tulokset ja suunnitelmat, lue viestit ja vastaa niihin. Toimii puhelimessa ja verkkoselaimessa.',
      sv: 'Se dina svar och planer, läs meddelanden och svara på dem. Fungerar i telefonen och i webbläsaren.',
      en: 'See your results and plans, read messages and reply to them. Works on a phone and in a web browser.',
    },
    hours: {
      fi: 'Viesteihin vastataan arkisin kahden päivän kuluessa.',
      sv: 'Meddelanden besvaras inom två vardagar.',
      en: 'Messages are answered within two working days.',
    },
    opening: 'always',
    needs: bankCodes,
    cost: free,
    address: null,
  },
  {
    code: 'omaolo',
    kind: 'symptom-check',
    provider: 'national',
    url: 'https://www.omaolo.fi',
    phone: null,
    name: { fi: 'Omaolo-oirearvio', sv: 'Omaolo-symtombedömning', en: 'Omaolo symptom check' },
    description: {
      fi: 'Vastaa kysymyksiin oireistasi. Omaolo neuvoo, mitä tehdä seuraavaksi.',
      sv: 'Svara på frågor om dina symtom. Omaolo ger råd om vad du ska göra härnäst.',
      en: 'Answer questions about your symptoms. Omaolo tells you what to do next.',
    },
    hours: {},
    opening: 'always',
    needs: {
      fi: 'Vastaamiseen ei mitään. Vastausten lähettämiseen hoitajalle pankkitunnukset tai mobiilivarmenne.',
      sv: 'Ingenting för att svara. För att skicka svaren till en sjukskötare: bankkoder eller mobilcertifikat.',
      en: 'Nothing to answer. To send your answers to a nurse: online banking codes or a mobile certificate.',
    },
    cost: free,
    address: null,
  },
  {
    code: 'yths',
    kind: 'website',
    provider: 'national',
    url: 'https://www.yths.fi',
    phone: null,
    name: {
      fi: 'YTHS, korkeakouluopiskelijoiden terveys',
      sv: 'SHVS, hälsovård för högskolestuderande',
      en: 'FSHS, health care for students in higher education',
    },
    description: {
      fi: 'Katso YTHS:n verkkosivuilta, miten varaat ajan tai tilaat testin.',
      sv: 'Se på SHVS webbplats hur du bokar tid eller beställer ett test.',
      en: 'See the FSHS website for how to book a time or order a test.',
    },
    hours: {
      fi: 'Katso puhelinnumero ja ajat YTHS:n sivuilta.',
      sv: 'Telefonnumret och tiderna finns på SHVS webbplats.',
      en: 'See the FSHS website for the phone number and hours.',
    },
    opening: null,
    needs: {
      fi: 'Opiskelupaikka yliopistossa tai ammattikorkeakoulussa ja ilmoittautuminen läsnä olevaksi.',
      sv: 'En studieplats vid ett universitet eller en yrkeshögskola och anmälan som närvarande.',
      en: 'A place at a university or a university of applied sciences, and registration as attending.',
    },
    cost: {
      fi: 'Kuuluu terveydenhoitomaksuun, jonka maksat Kelalle.',
      sv: 'Ingår i hälsovårdsavgiften som du betalar till FPA.',
      en: 'Covered by the healthcare fee that you pay to Kela.',
    },
    address: null,
  },
  {
    code: 'terveyskirjasto',
    kind: 'website',
    provider: 'national',
    url: 'https://www.terveyskirjasto.fi',
    phone: null,
    name: {
      fi: 'Terveyskirjasto',
      sv: 'Terveyskirjasto (på finska)',
      en: 'Terveyskirjasto (in Finnish)',
    },
    description: {
      fi: 'Lue lääkärien kirjoittamaa tietoa seksitaudeista.',
      sv: 'Läs vad läkare har skrivit om könssjukdomar.',
      en: 'Read what doctors have written about sexually transmitted infections.',
    },
    hours: {},
    opening: 'always',
    needs: null,
    cost: free,
    address: null,
  },
  {
    code: 'terveyskyla',
    kind: 'website',
    provider: 'national',
    url: 'https://www.terveyskyla.fi',
    phone: null,
    name: { fi: 'Terveyskylä', sv: 'Hälsobyn', en: 'Health Village' },
    description: {
      fi: 'Hae tietoa ja omahoidon ohjeita.',
      sv: 'Sök information och råd om egenvård.',
      en: 'Find information and advice on self-care.',
    },
    hours: {},
    opening: 'always',
    needs: null,
    cost: free,
    address: null,
  },
  {
    code: 'hivpoint',
    kind: 'website',
    provider: 'third-sector',
    url: 'https://www.hivpoint.fi',
    phone: null,
    name: { fi: 'Hivpoint', sv: 'Hivpoint', en: 'Hivpoint' },
    description: {
      fi: 'Saat neuvontaa ja tukea seksuaaliterveydestä ja hivistä.',
      sv: 'Du får råd och stöd om sexuell hälsa och hiv.',
      en: 'Get advice and support on sexual health and HIV.',
    },
    hours: {
      fi: 'Katso ajat Hivpointin sivuilta.',
      sv: 'Tiderna finns på Hivpoints webbplats.',
      en: 'See the Hivpoint website for hours.',
    },
    opening: null,
    needs: null,
    cost: free,
    address: null,
  },
  {
    code: 'contraception-callback',
    kind: 'callback',
    provider: 'county',
    url: null,
    phone: '03 0000 2345',
    name: {
      fi: 'Ehkäisyneuvola, takaisinsoitto',
      sv: 'Preventivrådgivningen, återuppringning',
      en: 'Contraception clinic, callback',
    },
    description: {
      fi: 'Jätä soittopyyntö. Hoitaja soittaa sinulle saman arkipäivän aikana. Voit pyytää tulkin.',
      sv: 'Lämna en ringbegäran. En sjukskötare ringer dig samma vardag. Du kan be om tolk.',
      en: 'Leave a request for a call. A nurse will call you on the same working day. You can ask for an interpreter.',
    },
    hours: {},
    opening: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' }],
    needs: null,
    cost: callPrice,
    address: null,
  },
  {
    code: 'gynaecology-clinic',
    kind: 'location',
    provider: 'county',
    url: null,
    phone: null,
    name: {
      fi: 'Naistentautien poliklinikka',
      sv: 'Polikliniken för kvinnosjukdomar',
      en: 'Gynaecology outpatient clinic',
    },
    description: {
      fi: 'Tule varatulla ajalla. Ilmoittaudu laitteella. Sisään pääsee pyörätuolilla.',
      sv: 'Kom på bokad tid. Anmäl dig på skärmen. Ingången är tillgänglig med rullstol.',
      en: 'Come at the time you have been given. Check in at the screen. The entrance is accessible by wheelchair.',
    },
    hours: {},
    opening: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '15:00' }],
    needs: {
      fi: 'Henkilökortti, passi tai Kela-kortti.',
      sv: 'Identitetskort, pass eller FPA-kort.',
      en: 'An identity card, a passport or a Kela card.',
    },
    cost: {
      fi: 'Sairaalan asiakasmaksu. Alle 18-vuotias ei maksa.',
      sv: 'Sjukhusets klientavgift. Den som är under 18 år betalar inte.',
      en: 'The hospital’s client fee. Under 18s do not pay.',
    },
    address: {
      fi: 'Esimerkkilän sairaala, Esimerkkitie 10, 00000 Esimerkkilä',
      sv: 'Exempelbygdens sjukhus, Exempelvägen 10, 00000 Exempelbygden',
      en: 'Esimerkkilä hospital, Esimerkkitie 10, 00000 Esimerkkilä',
    },
  },
  {
    code: 'gynaecology-phone',
    kind: 'phone',
    provider: 'county',
    url: null,
    phone: '03 0000 2346',
    name: {
      fi: 'Naistentautien poliklinikka, puhelin',
      sv: 'Polikliniken för kvinnosjukdomar, telefon',
      en: 'Gynaecology outpatient clinic, phone',
    },
    description: {
      fi: 'Kysy, siirrä tai peru aika.',
      sv: 'Fråga, flytta eller avboka en tid.',
      en: 'Ask, move or cancel an appointment.',
    },
    hours: {},
    opening: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '15:00' }],
    needs: null,
    cost: callPrice,
    address: null,
  },
  {
    code: 'gynaecology-ward-phone',
    kind: 'phone',
    provider: 'county',
    url: null,
    phone: '03 0000 2347',
    name: {
      fi: 'Naistentautien osasto, puhelin',
      sv: 'Avdelningen för kvinnosjukdomar, telefon',
      en: 'Gynaecology ward, phone',
    },
    description: {
      fi: 'Hoitaja vastaa myös yöllä ja viikonloppuna.',
      sv: 'En sjukskötare svarar också på natten och på veckoslut.',
      en: 'A nurse answers at night and at weekends, too.',
    },
    hours: {},
    opening: 'always',
    needs: null,
    cost: callPrice,
    address: null,
  },
  {
    code: 'crisis-centre',
    kind: 'phone',
    provider: 'third-sector',
    url: null,
    phone: '03 0000 4567',
    name: {
      fi: 'Esimerkkilän kriisikeskus',
      sv: 'Exempelbygdens kriscenter',
      en: 'Esimerkkilä crisis centre',
    },
    description: {
      fi: 'Voit puhua nimettömästi ja mistä tahansa, mikä painaa mieltä.',
      sv: 'Du kan prata anonymt och om vad som helst som tynger dig.',
      en: 'You can talk without giving your name, about anything that weighs on you.',
    },
    hours: {},
    opening: 'always',
    needs: null,
    cost: callPrice,
    address: null,
  },
  {
    code: 'centre-callback',
    kind: 'callback',
    provider: 'county',
    url: null,
    phone: '03 0000 3456',
    name: {
      fi: 'Sote-keskus, takaisinsoitto',
      sv: 'Social- och hälsocentralen, återuppringning',
      en: 'Health and social services centre, callback',
    },
    description: {
      fi: 'Jätä soittopyyntö. Soitamme sinulle saman arkipäivän aikana.',
      sv: 'Lämna en ringbegäran. Vi ringer dig samma vardag.',
      en: 'Leave a request for a call. We call you on the same working day.',
    },
    hours: {},
    opening: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' }],
    needs: null,
    cost: callPrice,
    address: null,
  },
  {
    code: 'advice-callback',
    kind: 'callback',
    provider: 'county',
    url: null,
    phone: '03 0000 5678',
    name: {
      fi: 'Sosiaali- ja terveyspalvelujen neuvonta',
      sv: 'Rådgivning om social- och hälsovårdstjänster',
      en: 'Advice on health and social services',
    },
    description: {
      fi: 'Kerro omin sanoin, mikä huolettaa. Sinun ei tarvitse tietää, mikä palvelu auttaa. Voit pyytää tulkin.',
      sv: 'Berätta med egna ord vad som oroar dig. Du behöver inte veta vilken tjänst som hjälper. Du kan be om tolk.',
      en: 'Tell in your own words what worries you. You need not know which service helps. You can ask for an interpreter.',
    },
    hours: {},
    opening: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' }],
    needs: null,
    cost: callPrice,
    address: null,
  },
  {
    code: 'help-request',
    kind: 'e-service',
    provider: 'county',
    url: 'https://esimerkkila.example/pyyda-apua',
    phone: null,
    name: { fi: 'Pyydä apua verkossa', sv: 'Be om hjälp på nätet', en: 'Ask for help online' },
    description: {
      fi: 'Kirjoita, mikä on vaikeaa. Voit tehdä pyynnön myös läheisen puolesta hänen luvallaan.',
      sv: 'Skriv vad som är svårt. Du kan också be om hjälp för en närstående med hens tillåtelse.',
      en: 'Write what is hard. You can also ask on behalf of someone close, with their permission.',
    },
    hours: {},
    opening: 'always',
    needs: bankCodes,
    cost: free,
    address: null,
  },
  {
    code: 'help-request-paper',
    kind: 'form',
    provider: 'county',
    url: 'https://esimerkkila.example/pyyda-apua.pdf',
    phone: null,
    name: {
      fi: 'Avunpyyntö paperilla',
      sv: 'Begäran om hjälp på papper',
      en: 'Request for help on paper',
    },
    description: {
      fi: 'Tulosta lomake tai pyydä se keskuksesta tai kirjastosta. Palauta se mihin tahansa sote-keskukseen.',
      sv: 'Skriv ut blanketten eller be om den på centralen eller biblioteket. Lämna den på vilken social- och hälsocentral som helst.',
      en: 'Print the form or ask for it at a centre or a library. Return it to any health and social services centre.',
    },
    hours: {
      fi: 'Voit tulostaa lomakkeen milloin vain.',
      sv: 'Du kan skriva ut blanketten när som helst.',
      en: 'You can print the form at any time.',
    },
    opening: null,
    needs: null,
    cost: free,
    address: null,
  },
  {
    code: 'mobile-unit',
    kind: 'mobile-unit',
    provider: 'county',
    url: null,
    phone: null,
    name: {
      fi: 'Liikkuva sote-palvelu',
      sv: 'Den mobila social- och hälsovården',
      en: 'Mobile health and social services',
    },
    description: {
      fi: 'Auto pysähtyy kylissä joka viikko. Voit tulla ilman aikaa.',
      sv: 'Bilen stannar i byarna varje vecka. Du kan komma utan tid.',
      en: 'The vehicle stops in the villages every week. You can come without an appointment.',
    },
    hours: {
      fi: 'Aikataulu on kaupoissa ja kirjastoissa.',
      sv: 'Tidtabellen finns i butiker och bibliotek.',
      en: 'The timetable is in shops and libraries.',
    },
    opening: null,
    needs: null,
    cost: free,
    address: null,
  },
  {
    code: 'joint-meeting',
    kind: 'location',
    provider: 'county',
    url: null,
    phone: null,
    name: {
      fi: 'Koivurannan sote-keskus, tapaamishuone',
      sv: 'Björkstrands social- och hälsocentral, mötesrummet',
      en: 'Koivuranta health and social services centre, meeting room',
    },
    description: {
      fi: 'Yhteyshenkilösi tulee aulaan vastaan. Sisään pääsee pyörätuolilla.',
      sv: 'Din kontaktperson möter dig i entrén. Ingången är tillgänglig med rullstol.',
      en: 'Your contact person meets you in the lobby. The entrance is accessible by wheelchair.',
    },
    hours: {},
    opening: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' }],
    needs: null,
    cost: free,
    address: {
      fi: 'Esimerkkitie 1, 00000 Esimerkkilä',
      sv: 'Exempelvägen 1, 00000 Exempelbygden',
      en: 'Esimerkkitie 1, 00000 Esimerkkilä',
    },
  },
  {
    code: 'home-visit',
    kind: 'home-visit',
    provider: 'county',
    url: null,
    phone: null,
    name: { fi: 'Tulemme luoksesi', sv: 'Vi kommer hem till dig', en: 'We come to you' },
    description: {
      fi: 'Ammattilainen tulee kotiisi tai muuhun paikkaan, jonka valitset.',
      sv: 'En yrkesperson kommer hem till dig eller till en annan plats som du väljer.',
      en: 'A professional comes to your home or another place that you choose.',
    },
    hours: {
      fi: 'Sovitaan sinun kanssasi.',
      sv: 'Tiden avtalas med dig.',
      en: 'At a time agreed with you.',
    },
    opening: null,
    needs: null,
    cost: free,
    address: null,
  },
  {
    code: 'remote-meeting',
    kind: 'remote-appointment',
    provider: 'county',
    url: 'https://esimerkkila.example/etatapaaminen',
    phone: null,
    name: { fi: 'Etätapaaminen', sv: 'Möte på distans', en: 'Video meeting' },
    description: {
      fi: 'Saat linkin tekstiviestillä. Kamera ei ole pakollinen.',
      sv: 'Du får en länk i ett textmeddelande. Kameran är inte obligatorisk.',
      en: 'You get a link in a text message. You do not have to use the camera.',
    },
    hours: {
      fi: 'Sovitaan sinun kanssasi.',
      sv: 'Tiden avtalas med dig.',
      en: 'At a time agreed with you.',
    },
    opening: null,
    needs: bankCodes,
    cost: free,
    address: null,
  },
  {
    code: 'own-contact',
    kind: 'phone',
    provider: 'county',
    url: null,
    phone: '03 0000 6789',
    name: {
      fi: 'Oma yhteyshenkilösi',
      sv: 'Din egen kontaktperson',
      en: 'Your own contact person',
    },
    description: {
      fi: 'Yhteyshenkilösi vastaa tai soittaa takaisin seuraavaan arkipäivään mennessä.',
      sv: 'Din kontaktperson svarar eller ringer upp senast följande vardag.',
      en: 'Your contact person answers or calls you back by the next working day.',
    },
    hours: {},
    opening: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' }],
    needs: null,
    cost: callPrice,
    address: null,
  },
  {
    code: 'social-emergency',
    kind: 'phone',
    provider: 'county',
    url: null,
    phone: '03 0000 1122',
    name: { fi: 'Sosiaalipäivystys', sv: 'Socialjouren', en: 'Social emergency service' },
    description: {
      fi: 'Soita, kun tarvitset apua tänään: ruoka, yöpaikka, turva tai lapsen hätä.',
      sv: 'Ring när du behöver hjälp i dag: mat, nattlogi, trygghet eller ett barn i nöd.',
      en: 'Call when you need help today: food, a place to sleep, safety or a child in distress.',
    },
    hours: {},
    opening: 'always',
    needs: null,
    cost: callPrice,
    address: null,
  },
  {
    code: 'customer-advice',
    kind: 'phone',
    provider: 'county',
    url: null,
    phone: '03 0000 0100',
    name: {
      fi: 'Esimerkkilän asiakasneuvonta',
      sv: 'Exempelbygdens kundrådgivning',
      en: 'Esimerkkilä customer advice',
    },
    description: {
      fi: 'Neuvomme, mistä palvelu löytyy, kun et tiedä, mihin soittaa.',
      sv: 'Vi berättar var du hittar rätt tjänst när du inte vet vart du ska ringa.',
      en: 'We tell you where to find a service when you do not know whom to call.',
    },
    hours: {},
    opening: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' }],
    needs: null,
    cost: callPrice,
    address: null,
  },
];
