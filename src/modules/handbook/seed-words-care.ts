import { word } from './seed-word.ts';
import type { SeedEntry } from './seed.ts';

/** Words met during care and after it. */
export const WORDS_OF_CARE: readonly SeedEntry[] = [
  word(
    { fi: 'omahoito', sv: 'egenvård', en: 'self-care' },
    {
      fi: 'Se, mitä voit itse tehdä vointisi hyväksi, usein ammattilaisen ohjeiden avulla.',
      sv: 'Det som du själv kan göra för att må bra, ofta med råd av en yrkesperson.',
      en: 'What you can do yourself in order to feel well, often with a professional’s advice.',
      'fi-simple': 'Hoidat itseäsi kotona. Saat siihen ohjeet.',
    },
    {
      fi: [
        'omahoidon',
        'omahoitoa',
        'omahoidossa',
        'omahoitoon',
        'omahoito-ohje',
        'omahoito-ohjeet',
        'omahoito-ohjeita',
        'itsehoito',
        'itsehoidon',
        'itsehoitoa',
      ],
      sv: ['egenvården', 'egenvårdens', 'egenvårdsråd'],
      en: [],
    },
  ),
  word(
    { fi: 'digihoitopolku', sv: 'digital vårdväg', en: 'digital care pathway' },
    {
      fi: 'Ohjeita, viestejä ja lomakkeita yhdessä paikassa verkossa. Ammattilainen avaa sen sinulle, ja kirjaudut siihen pankkitunnuksilla tai mobiilivarmenteella.',
      sv: 'Råd, meddelanden och blanketter på ett ställe på nätet. En yrkesperson öppnar den för dig och du loggar in med bankkoder eller mobilcertifikat.',
      en: 'Advice, messages and forms in one place online. A professional opens it for you, and you sign in with bank codes or a mobile certificate.',
      'fi-simple':
        'Ohjeita ja viestejä verkossa. Ammattilainen avaa sen sinulle. Sinne kirjaudutaan.',
    },
    {
      fi: [
        'digihoitopolun',
        'digihoitopolkua',
        'digihoitopolulla',
        'digihoitopolulle',
        'digihoitopolut',
        'digipolku',
        'digipolun',
        'digipolulla',
        'digipolulle',
      ],
      sv: ['digitala vårdvägen', 'digitala vårdvägar'],
      en: ['digital care pathways', 'digital care path'],
    },
  ),
  word(
    { fi: 'omalääkäri', sv: 'egenläkare', en: 'named doctor' },
    {
      fi: 'Lääkäri, joka on nimetty juuri sinulle ja jonka luona käyt samoista asioista joka kerta.',
      sv: 'En läkare som har utsetts just för dig och som du träffar varje gång i samma ärenden.',
      en: 'A doctor who has been named for you and whom you see each time in the same matters.',
      'fi-simple': 'Sinun oma lääkärisi. Tapaat aina saman lääkärin.',
    },
    {
      fi: ['omalääkärin', 'omalääkäriä', 'omalääkärille', 'omalääkäriltä', 'omalääkärit'],
      sv: ['egenläkaren', 'egenläkarens', 'egenläkare'],
      en: ['named doctors', 'own doctor'],
    },
  ),
  word(
    { fi: 'omatyöntekijä', sv: 'egen kontaktperson', en: 'personal case worker' },
    {
      fi: 'Sosiaalihuollon työntekijä, joka tuntee tilanteesi ja huolehtii siitä, että asiasi etenee.',
      sv: 'En anställd inom socialvården som känner din situation och ser till att ditt ärende går vidare.',
      en: 'A social welfare employee who knows your situation and sees to it that your matter moves on.',
      'fi-simple': 'Työntekijä, joka tuntee sinut ja auttaa sinua eteenpäin.',
    },
    {
      fi: [
        'omatyöntekijän',
        'omatyöntekijää',
        'omatyöntekijälle',
        'omatyöntekijältä',
        'omatyöntekijäsi',
      ],
      sv: ['egna kontaktpersonen', 'egen kontaktpersons'],
      en: ['personal case workers'],
    },
  ),
  word(
    { fi: 'sote-keskus', sv: 'social- och hälsocentral', en: 'health and social services centre' },
    {
      fi: 'Paikka, josta saat sekä terveyspalveluja että sosiaalipalveluja. Ennen puhuttiin terveyskeskuksesta.',
      sv: 'En plats där du får både hälsotjänster och socialtjänster. Förr talade man om hälsovårdscentral.',
      en: 'A place where you get both health and social services. It used to be called a health centre.',
      'fi-simple': 'Paikka, josta saat apua terveyteen ja arkeen.',
    },
    {
      fi: [
        'sote-keskuksen',
        'sote-keskusta',
        'sote-keskuksessa',
        'sote-keskuksesta',
        'sote-keskukseen',
        'sote-keskukset',
        'sote-keskuksia',
      ],
      sv: ['social- och hälsocentralen', 'social- och hälsocentraler'],
      en: ['health and social services centres'],
    },
  ),
  word(
    { fi: 'poliklinikka', sv: 'poliklinik', en: 'outpatient clinic' },
    {
      fi: 'Sairaalan vastaanotto, jossa käyt jäämättä sairaalaan yöksi. Sinne tarvitaan usein lähete.',
      sv: 'En mottagning på sjukhuset som du besöker utan att stanna över natten. Ofta behövs en remiss.',
      en: 'A hospital clinic that you visit without staying overnight. A referral is often needed.',
      'fi-simple': 'Vastaanotto sairaalassa. Et jää sinne yöksi.',
    },
    {
      fi: [
        'poliklinikan',
        'poliklinikkaa',
        'poliklinikalla',
        'poliklinikalle',
        'poliklinikalta',
        'poliklinikat',
      ],
      sv: ['polikliniken', 'polikliniker', 'polikliniks'],
      en: ['outpatient clinics'],
    },
  ),
  word(
    { fi: 'laboratoriotutkimus', sv: 'laboratorieundersökning', en: 'laboratory test' },
    {
      fi: 'Verestä, virtsasta tai muusta näytteestä tehtävä tutkimus. Sinulle kerrotaan, milloin tulos on valmis.',
      sv: 'En undersökning av blod, urin eller något annat prov. Du får veta när svaret är klart.',
      en: 'An examination of blood, urine or another sample. You are told when the result is ready.',
      'fi-simple': 'Sinulta otetaan näyte ja se tutkitaan.',
    },
    {
      fi: [
        'laboratoriotutkimuksen',
        'laboratoriotutkimukset',
        'laboratoriotutkimuksia',
        'laboratoriotutkimukseen',
        'laboratoriokoe',
        'laboratoriokokeet',
        'laboratoriokokeissa',
      ],
      sv: ['laboratorieundersökningen', 'laboratorieundersökningar', 'laboratorieprov'],
      en: ['laboratory tests', 'lab test', 'lab tests'],
    },
  ),
  word(
    { fi: 'hoitosuunnitelma', sv: 'vårdplan', en: 'care plan' },
    {
      fi: 'Yhdessä sovittu, kirjattu suunnitelma: mitä tavoitellaan, mitä tehdään ja kuka tekee.',
      sv: 'En plan som man kommit överens om och skrivit ner: vad man strävar efter, vad som görs och vem som gör det.',
      en: 'A written plan agreed together: what is aimed at, what is done and by whom.',
      'fi-simple': 'Suunnitelma, jonka teet ammattilaisen kanssa. Siinä lukee, mitä teemme.',
    },
    {
      fi: [
        'hoitosuunnitelman',
        'hoitosuunnitelmaa',
        'hoitosuunnitelmassa',
        'hoitosuunnitelmaan',
        'hoitosuunnitelmat',
        'hoitosuunnitelmasi',
      ],
      sv: ['vårdplanen', 'vårdplaner', 'vårdplanens'],
      en: ['care plans'],
    },
  ),
  word(
    { fi: 'kuntoutus', sv: 'rehabilitering', en: 'rehabilitation' },
    {
      fi: 'Harjoittelua ja tukea, joiden avulla pystyt toimimaan arjessa mahdollisimman hyvin sairauden tai vamman jälkeen.',
      sv: 'Träning och stöd som hjälper dig att klara vardagen så bra som möjligt efter en sjukdom eller skada.',
      en: 'Training and support that help you to manage everyday life as well as possible after an illness or injury.',
      'fi-simple': 'Harjoittelet, jotta pärjäät taas arjessa.',
    },
    {
      fi: ['kuntoutuksen', 'kuntoutusta', 'kuntoutuksessa', 'kuntoutuksesta', 'kuntoutukseen'],
      sv: ['rehabiliteringen', 'rehabiliteringens'],
      en: [],
    },
  ),
  word(
    { fi: 'vertaistuki', sv: 'kamratstöd', en: 'peer support' },
    {
      fi: 'Tukea ihmiseltä, joka on kokenut saman asian itse.',
      sv: 'Stöd av en människa som själv har varit med om samma sak.',
      en: 'Support from somebody who has gone through the same.',
      'fi-simple': 'Toinen ihminen on kokenut saman. Hän tukee sinua.',
    },
    {
      fi: [
        'vertaistuen',
        'vertaistukea',
        'vertaistuessa',
        'vertaistukeen',
        'vertaistukiryhmä',
        'vertaistukiryhmän',
      ],
      sv: ['kamratstödet', 'kamratstödets'],
      en: [],
    },
  ),
  word(
    { fi: 'Omakanta', sv: 'Mina Kanta', en: 'MyKanta' },
    {
      fi: 'Verkkopalvelu, jossa näet omat terveystietosi, reseptisi ja tutkimustuloksesi. Kirjaudut pankkitunnuksilla tai mobiilivarmenteella.',
      sv: 'En nättjänst där du ser dina hälsouppgifter, recept och provsvar. Du loggar in med bankkoder eller mobilcertifikat.',
      en: 'An online service where you see your health records, prescriptions and results. You sign in with bank codes or a mobile certificate.',
      'fi-simple': 'Verkkopalvelu. Siellä näet omat terveystietosi ja reseptisi.',
    },
    {
      fi: [
        'Omakannan',
        'Omakantaa',
        'Omakannassa',
        'Omakannasta',
        'Omakantaan',
        'OmaKanta',
        'OmaKannassa',
      ],
      sv: ['Mina Kanta-sidor', 'MittKanta', 'Mina Kantas'],
      en: ['My Kanta'],
    },
  ),
  word(
    {
      fi: 'sosiaali- ja potilasasiavastaava',
      sv: 'social- och patientombud',
      en: 'social and patient ombudsman',
    },
    {
      fi: 'Neuvoo maksutta, kun olet tyytymätön kohteluusi tai haluat tietää oikeuksistasi.',
      sv: 'Ger avgiftsfria råd när du är missnöjd med bemötandet eller vill veta om dina rättigheter.',
      en: 'Advises free of charge when you are not content with how you were treated or want to know your rights.',
      'fi-simple': 'Ihminen, joka kertoo oikeuksistasi. Apu ei maksa.',
    },
    {
      fi: [
        'sosiaali- ja potilasasiavastaavan',
        'sosiaali- ja potilasasiavastaavaan',
        'sosiaali- ja potilasasiavastaavalta',
        'potilasasiavastaava',
        'potilasasiavastaavan',
        'potilasasiavastaavaan',
        'sosiaaliasiavastaava',
        'sosiaaliasiavastaavan',
      ],
      sv: [
        'social- och patientombudet',
        'patientombud',
        'patientombudet',
        'socialombud',
        'socialombudet',
      ],
      en: ['patient ombudsman', 'social ombudsman'],
    },
  ),
];
