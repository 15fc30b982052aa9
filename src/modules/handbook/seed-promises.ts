import { DEFAULTS } from './entry.ts';
import type { SeedEntry, SeedText } from './seed.ts';
import type { Threshold } from './threshold.ts';

const promise = (
  segment: string,
  name: SeedText,
  how: SeedText,
  thresholds: Threshold[] = [],
): SeedEntry => ({
  // Whether and from when it is given is the county's to say.
  properties: {
    kind: 'promise',
    validFrom: null,
    validTo: null,
    owner: '',
    public: false,
    thresholds,
  },
  texts: { name, how },
  joins: [segment],
});

const SEVEN_DAYS: Threshold = {
  startEvent: { fi: 'yhteydenotto', sv: 'kontakten', en: 'first contact' },
  endEvent: {
    fi: 'ensimmäinen tapaaminen tai ratkaisu',
    sv: 'första mötet eller lösningen',
    en: 'first appointment or solution',
  },
  operator: 'at-most',
  value: 7,
  unit: 'days',
  population: {
    fi: 'kiireettömät yhteydenotot; ei asiakkaan itse valitsemia myöhempiä aikoja',
    sv: 'kontakter som inte är brådskande; inte senare tider som kunden själv har valt',
    en: 'contacts that are not urgent; not later times that customers choose themselves',
  },
  statistic: 'share',
  share: 90,
  minimumN: 10,
};

/** A promise for each need-based segment, and how it is kept. */
export const PROMISES: readonly SeedEntry[] = [
  promise(
    's1',
    {
      fi: 'Sinua auttaa ihminen, joka osaa asiansa ja jolla on aikaa kuunnella',
      sv: 'Du får hjälp av en människa som kan sin sak och har tid att lyssna',
      en: 'You are helped by someone who knows their work and has time to listen',
      'fi-simple': 'Sinua auttaa osaava ihminen. Hän kuuntelee sinua.',
    },
    {
      fi: 'Ammattilaisten osaaminen kehittyy jatkuvasti. Kun asia sitä vaatii, saat nimetyn yhteyshenkilön.',
      sv: 'Yrkespersonernas kunnande utvecklas hela tiden. När saken kräver det får du en namngiven kontaktperson.',
      en: 'Professionals keep learning. When the matter calls for it you get a named contact person.',
      'fi-simple':
        'Ammattilaiset oppivat koko ajan lisää. Jos tarvitset, saat oman yhteyshenkilön.',
    },
  ),
  promise(
    's2',
    {
      fi: 'Saat palvelun läheltä tai se tulee luoksesi',
      sv: 'Du får tjänsten nära dig eller så kommer den till dig',
      en: 'You get the service near you, or it comes to you',
      'fi-simple': 'Saat apua lähellä. Apu voi tulla myös kotiisi.',
    },
    {
      fi: 'Kerromme jokaisesta paikasta, miten sinne pääsee. Kotikäynti, liikkuva palvelu ja puhelin ovat verkon rinnalla.',
      sv: 'Vi berättar om varje plats hur man tar sig dit. Hembesök, mobil service och telefon finns vid sidan av nätet.',
      en: 'For each place we tell how to get there. Home visits, mobile services and the phone stand beside the net.',
      'fi-simple': 'Kerromme, miten pääset perille. Voit myös soittaa.',
    },
  ),
  promise(
    's3',
    {
      fi: 'Asiointi on helppoa, ja neuvomme sinua siinä',
      sv: 'Det är lätt att sköta ärenden, och vi ger dig råd',
      en: 'Dealing with us is easy, and we help you with it',
      'fi-simple': 'Asiointi on helppoa. Autamme sinua.',
    },
    {
      fi: 'Kirjoitamme selvästi, kokeilemme kanavat asiakkaiden kanssa ja opastamme niiden käytössä.',
      sv: 'Vi skriver klart, prövar kanalerna tillsammans med klienter och ger råd i hur de används.',
      en: 'We write plainly, try the channels out with customers and guide in using them.',
      'fi-simple': 'Kirjoitamme selvästi. Neuvomme, miten palvelua käytetään.',
    },
  ),
  promise(
    's4',
    {
      fi: 'Saat apua seitsemän päivän sisällä yhteydenotosta, kun asia ei ole kiireellinen',
      sv: 'Du får hjälp inom sju dagar från att du tog kontakt när saken inte brådskar',
      en: 'You get help within seven days of contact when the matter is not urgent',
      'fi-simple': 'Saat apua 7 päivän aikana, kun asialla ei ole kiire.',
    },
    {
      fi: 'Tarjoamme joustavia aikoja ja tapoja asioida. Kiireellisessä asiassa autamme heti.',
      sv: 'Vi erbjuder flexibla tider och sätt att sköta ärenden. I brådskande fall hjälper vi genast.',
      en: 'We offer flexible times and ways of dealing with us. In urgent matters we help at once.',
      'fi-simple': 'Voit valita ajan. Jos asialla on kiire, autamme heti.',
    },
    [SEVEN_DAYS],
  ),
];

const cornerstone = (
  code: string,
  name: SeedText,
  customer: SeedText,
  employee: SeedText,
): SeedEntry => ({
  code,
  properties: DEFAULTS.cornerstone,
  texts: { name, customer, employee },
});

/** What all have in common in a good experience, by both views. */
export const CORNERSTONES: readonly SeedEntry[] = [
  cornerstone(
    'inhimillinen-kohtaaminen',
    {
      fi: 'Inhimillinen kohtaaminen',
      sv: 'Ett mänskligt bemötande',
      en: 'A human encounter',
      'fi-simple': 'Sinut kohdataan hyvin',
    },
    {
      fi: 'Minut kohdataan ihmisenä, koko tilanteeni huomataan ja minua kuunnellaan.',
      sv: 'Jag blir bemött som människa, hela min situation uppmärksammas och man lyssnar på mig.',
      en: 'I am met as a human being, my whole situation is noticed and I am listened to.',
      'fi-simple': 'Minua kuunnellaan. Minusta välitetään.',
    },
    {
      fi: 'Minä välitän. Pysähdyn hetkeksi, katson silmiin ja kysyn, ennen kuin neuvon.',
      sv: 'Jag bryr mig. Jag stannar upp, ser i ögonen och frågar innan jag ger råd.',
      en: 'I care. I pause, look the other in the eye and ask before I advise.',
    },
  ),
  cornerstone(
    'luottamuksen-lunastaminen',
    {
      fi: 'Luottamuksen lunastaminen',
      sv: 'Att förtjäna förtroendet',
      en: 'Earning trust',
      'fi-simple': 'Voit luottaa meihin',
    },
    {
      fi: 'Voin luottaa siihen, että minulle kerrotaan suoraan, asiani etenee ja tietoni ovat turvassa.',
      sv: 'Jag kan lita på att man talar rakt, att mitt ärende går vidare och att mina uppgifter är trygga.',
      en: 'I can trust that I am told things straight, that my matter moves on and that my data is safe.',
      'fi-simple': 'Minulle puhutaan suoraan. Asiani hoidetaan.',
    },
    {
      fi: 'Minä turvaan ja minä uskallan. Teen, minkä lupaan, sanon, mitä en tiedä, ja otan vaikeankin asian puheeksi.',
      sv: 'Jag tryggar och jag vågar. Jag gör det jag lovar, säger vad jag inte vet och tar upp också det svåra.',
      en: 'I keep safe and I dare. I do what I promise, say what I do not know and bring up what is difficult too.',
    },
  ),
  cornerstone(
    'proaktiivinen-ote',
    {
      fi: 'Proaktiivinen ote',
      sv: 'Ett proaktivt grepp',
      en: 'A proactive grip',
      'fi-simple': 'Autamme ajoissa',
    },
    {
      fi: 'Minua halutaan auttaa ennen kuin asiat pahenevat, eikä minun tarvitse osata kysyä oikein.',
      sv: 'Man vill hjälpa mig innan det blir värre, och jag behöver inte kunna fråga rätt.',
      en: 'People want to help me before things get worse, and I need not know how to ask the right way.',
      'fi-simple': 'Saan apua ajoissa. Minun ei tarvitse osata kysyä oikein.',
    },
    {
      fi: 'Minä vastaan. Otan asian hoitaakseni, ennakoin seuraavan askeleen ja varmistan, että se tapahtuu.',
      sv: 'Jag ansvarar. Jag tar hand om saken, förutser nästa steg och ser till att det blir av.',
      en: 'I answer for it. I take the matter on, foresee the next step and make sure that it happens.',
    },
  ),
];
