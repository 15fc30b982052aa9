import { word } from './seed-word.ts';
import type { SeedEntry } from './seed.ts';

/** Words met on the way to care and in dealing with it. */
export const WORDS_OF_ACCESS: readonly SeedEntry[] = [
  word(
    {
      fi: 'hoidon tarpeen arviointi',
      sv: 'bedömning av vårdbehovet',
      en: 'assessment of the need for care',
    },
    {
      fi: 'Ammattilainen kysyy, mikä sinulla on, ja sanoo, mitä hoitoa tarvitset ja kuinka pian. Sen voi tehdä puhelimessa, verkossa tai paikan päällä.',
      sv: 'En yrkesperson frågar hur du mår och säger vilken vård du behöver och hur snart. Det kan ske per telefon, på nätet eller på plats.',
      en: 'A professional asks what is wrong and says which care you need and how soon. It can be done by phone, online or in person.',
      'fi-simple': 'Ammattilainen kysyy, miten voit. Sitten hän kertoo, mitä apua tarvitset.',
    },
    {
      fi: [
        'hoidon tarpeen arvioinnin',
        'hoidon tarpeen arviointia',
        'hoidon tarpeen arvioinnissa',
        'hoidon tarpeen arviointiin',
        'hoidon tarve arvioidaan',
      ],
      sv: ['bedömningen av vårdbehovet', 'vårdbehovet bedöms'],
      en: ['assessments of the need for care', 'need for care is assessed'],
    },
  ),
  word(
    {
      fi: 'palvelutarpeen arviointi',
      sv: 'bedömning av servicebehovet',
      en: 'assessment of the need for services',
    },
    {
      fi: 'Sosiaalihuollon ammattilainen selvittää kanssasi, millaista tukea tarvitset arkeesi.',
      sv: 'En yrkesperson inom socialvården reder tillsammans med dig ut vilket stöd du behöver i vardagen.',
      en: 'A social welfare professional finds out together with you what support you need in everyday life.',
      'fi-simple': 'Ammattilainen ja sinä mietitte yhdessä, mitä tukea tarvitset.',
    },
    {
      fi: [
        'palvelutarpeen arvioinnin',
        'palvelutarpeen arviointia',
        'palvelutarpeen arvioinnissa',
        'palvelutarpeen arviointiin',
      ],
      sv: ['bedömningen av servicebehovet'],
      en: ['assessments of the need for services'],
    },
  ),
  word(
    { fi: 'lähete', sv: 'remiss', en: 'referral' },
    {
      fi: 'Lääkärin kirjallinen pyyntö, jolla sinut ohjataan tutkimukseen tai toisen lääkärin vastaanotolle.',
      sv: 'En läkares skriftliga begäran som leder dig till en undersökning eller till en annan läkare.',
      en: 'A doctor’s written request that sends you to an examination or to another doctor.',
      'fi-simple': 'Lääkärin kirje. Sillä pääset tutkimukseen tai toiselle lääkärille.',
    },
    {
      fi: [
        'lähetteen',
        'lähetettä',
        'lähetteellä',
        'lähetteestä',
        'lähetteeseen',
        'lähetteet',
        'lähetteitä',
      ],
      sv: ['remissen', 'remisser', 'remisserna', 'remissens'],
      en: ['referrals'],
    },
  ),
  word(
    { fi: 'päivystys', sv: 'jour', en: 'emergency care' },
    {
      fi: 'Hoitoa, joka annetaan heti tai samana päivänä, koska asia ei voi odottaa. Soita ensin numeroon 116117.',
      sv: 'Vård som ges genast eller samma dag eftersom saken inte kan vänta. Ring först 116117.',
      en: 'Care that is given at once or on the same day because the matter cannot wait. Call 116117 first.',
      'fi-simple': 'Apua, kun asia ei voi odottaa. Soita ensin 116117.',
    },
    {
      fi: [
        'päivystyksen',
        'päivystystä',
        'päivystyksessä',
        'päivystyksestä',
        'päivystykseen',
        'päivystykset',
        'yhteispäivystys',
        'yhteispäivystyksen',
        'yhteispäivystykseen',
      ],
      sv: ['jouren', 'jourens', 'samjour', 'samjouren'],
      en: ['emergency clinic', 'emergency department'],
    },
  ),
  word(
    { fi: 'Päivystysapu 116117', sv: 'Jourhjälpen 116117', en: 'Medical Helpline 116117' },
    {
      fi: 'Maksuton numero, josta saat neuvon, kun tarvitset hoitoa nopeasti mutta et ole hengenvaarassa. Hengenvaarassa soita 112.',
      sv: 'Ett avgiftsfritt nummer som ger råd när du snabbt behöver vård men inte är i livsfara. I livsfara ring 112.',
      en: 'A free number for advice when you need care soon but are not in danger of life. In danger of life call 112.',
      'fi-simple':
        'Puhelinnumero, josta saat neuvon nopeasti. Se ei maksa mitään. Hengenvaarassa soita 112.',
    },
    {
      fi: ['Päivystysapu', 'Päivystysavun', 'Päivystysapuun', 'Päivystysavusta'],
      sv: ['Jourhjälpen', 'Jourhjälpens'],
      en: ['Medical Helpline'],
    },
  ),
  word(
    { fi: 'kiireetön hoito', sv: 'icke-brådskande vård', en: 'non-urgent care' },
    {
      fi: 'Hoitoa, johon varataan aika. Asia voi odottaa ilman, että se pahenee.',
      sv: 'Vård som du bokar tid till. Saken kan vänta utan att bli värre.',
      en: 'Care for which a time is booked. The matter can wait without getting worse.',
      'fi-simple': 'Hoitoa, johon varataan aika. Asialla ei ole kiire.',
    },
    {
      fi: [
        'kiireettömän hoidon',
        'kiireetöntä hoitoa',
        'kiireettömässä hoidossa',
        'kiireettömään hoitoon',
      ],
      sv: ['den icke-brådskande vården'],
      en: [],
    },
  ),
  word(
    { fi: 'hoitotakuu', sv: 'vårdgaranti', en: 'care guarantee' },
    {
      fi: 'Laki sanoo, kuinka pian julkisen terveydenhuollon on hoidettava kiireetön asia.',
      sv: 'Lagen säger hur snart den offentliga hälso- och sjukvården ska ta hand om ett ärende som inte brådskar.',
      en: 'The law says how soon public health care must see to a matter that is not urgent.',
      'fi-simple': 'Laki, joka kertoo, kuinka nopeasti sinun pitää päästä hoitoon.',
    },
    {
      fi: ['hoitotakuun', 'hoitotakuuta', 'hoitotakuussa', 'hoitotakuusta', 'hoitotakuuseen'],
      sv: ['vårdgarantin', 'vårdgarantins'],
      en: [],
    },
  ),
  word(
    { fi: 'ajanvaraus', sv: 'tidsbokning', en: 'booking an appointment' },
    {
      fi: 'Tapa sopia vastaanottoajasta: verkossa, puhelimessa tai paikan päällä.',
      sv: 'Ett sätt att komma överens om en mottagningstid: på nätet, per telefon eller på plats.',
      en: 'A way to agree on an appointment: online, by phone or in person.',
      'fi-simple': 'Sovit ajan, jolloin tapaat ammattilaisen.',
    },
    {
      fi: ['ajanvarauksen', 'ajanvarausta', 'ajanvarauksessa', 'ajanvaraukseen', 'ajanvarauksella'],
      sv: ['tidsbokningen', 'tidsbeställning', 'tidsbeställningen'],
      en: ['book an appointment'],
    },
  ),
  word(
    { fi: 'takaisinsoitto', sv: 'återuppringning', en: 'callback' },
    {
      fi: 'Jätät numerosi, ja sinulle soitetaan. Sinun ei tarvitse jonottaa puhelimessa.',
      sv: 'Du lämnar ditt nummer och blir uppringd. Du behöver inte köa i telefon.',
      en: 'You leave your number and are called. You need not wait in a phone queue.',
      'fi-simple': 'Ammattilainen soittaa sinulle. Et odota puhelimessa.',
    },
    {
      fi: [
        'takaisinsoiton',
        'takaisinsoittoa',
        'takaisinsoittoon',
        'takaisinsoitossa',
        'takaisinsoittopyyntö',
        'takaisinsoittopyynnön',
        'soittopyyntö',
        'soittopyynnön',
      ],
      sv: ['återuppringningen', 'ringbegäran'],
      en: ['call back', 'callbacks'],
    },
  ),
  word(
    { fi: 'etävastaanotto', sv: 'distansmottagning', en: 'remote appointment' },
    {
      fi: 'Tapaat ammattilaisen puhelimessa tai videon välityksellä.',
      sv: 'Du träffar yrkespersonen per telefon eller video.',
      en: 'You meet the professional by phone or video.',
      'fi-simple': 'Puhut ammattilaisen kanssa puhelimessa tai videolla.',
    },
    {
      fi: [
        'etävastaanoton',
        'etävastaanottoa',
        'etävastaanotolla',
        'etävastaanotolle',
        'etävastaanotot',
      ],
      sv: ['distansmottagningen', 'distansmottagningar'],
      en: ['remote appointments'],
    },
  ),
  word(
    { fi: 'oirearvio', sv: 'symtombedömning', en: 'symptom check' },
    {
      fi: 'Verkossa oleva kysely, joka neuvoo oireidesi perusteella, mitä teet seuraavaksi. Et kirjaudu siihen.',
      sv: 'Ett frågeformulär på nätet som utifrån dina symtom ger råd om nästa steg. Du loggar inte in.',
      en: 'Questions online that advise what to do next, by your symptoms. You do not sign in.',
      'fi-simple': 'Vastaat kysymyksiin verkossa. Saat neuvon, mitä teet.',
    },
    {
      fi: [
        'oirearvion',
        'oirearviota',
        'oirearviossa',
        'oirearvioon',
        'oirearviot',
        'Omaolo-oirearvio',
      ],
      sv: ['symtombedömningen', 'symtombedömningar'],
      en: ['symptom checks', 'symptom checker'],
    },
  ),
  word(
    { fi: 'asiakasmaksu', sv: 'klientavgift', en: 'customer fee' },
    {
      fi: 'Maksu, jonka maksat julkisesta palvelusta. Kaikesta ei peritä maksua.',
      sv: 'Avgiften som du betalar för en offentlig tjänst. Allt är inte avgiftsbelagt.',
      en: 'What you pay for a public service. Not everything has a fee.',
      'fi-simple': 'Raha, jonka maksat palvelusta. Kaikki palvelut eivät maksa.',
    },
    {
      fi: ['asiakasmaksun', 'asiakasmaksua', 'asiakasmaksut', 'asiakasmaksuja', 'asiakasmaksuista'],
      sv: ['klientavgiften', 'klientavgifter', 'klientavgifterna'],
      en: ['customer fees'],
    },
  ),
  word(
    { fi: 'maksukatto', sv: 'avgiftstak', en: 'ceiling on fees' },
    {
      fi: 'Kun olet maksanut vuoden aikana tietyn summan, useimmat palvelut ovat loppuvuoden maksuttomia tai halvempia.',
      sv: 'När du under ett år har betalat en viss summa är de flesta tjänster avgiftsfria eller billigare resten av året.',
      en: 'Once you have paid a certain sum in a year, most services are free or cheaper for the rest of it.',
      'fi-simple': 'Maksat vuodessa vain tiettyyn summaan asti.',
    },
    {
      fi: ['maksukaton', 'maksukattoa', 'maksukattoon', 'maksukatosta'],
      sv: ['avgiftstaket', 'avgiftstakets'],
      en: ['fee ceiling', 'payment ceiling'],
    },
  ),
];
