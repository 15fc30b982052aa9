import { DEFAULTS } from './entry.ts';
import type { SeedEntry, SeedText } from './seed.ts';

const standard = (code: string, name: SeedText, description: SeedText): SeedEntry => ({
  code,
  properties: DEFAULTS['standard-phase'],
  texts: { name, description },
});

const customer = (
  code: string,
  joins: readonly string[],
  name: SeedText,
  does: SeedText,
): SeedEntry => ({
  code,
  properties: DEFAULTS['customer-phase'],
  texts: { name, does },
  joins,
});

/** The strategic scheme: seven phases as the organisation sees them, and five in the customer's own words. */
export const PHASES: readonly SeedEntry[] = [
  {
    code: 'strateginen',
    properties: {
      kind: 'phase-scheme',
      version: '1',
      source: 'Asiakaskeskeisen palvelukokemuksen käsikirja',
    },
    texts: {
      name: {
        fi: 'Strateginen palvelupolku',
        sv: 'Den strategiska servicevägen',
        en: 'The strategic service path',
      },
      description: {
        fi: 'Vaiheet, jotka toistuvat kaikissa palveluissa. Palvelukohtaiset polut kertovat, mihin vaiheeseen mikäkin niiden kohta kuuluu.',
        sv: 'Faser som återkommer i alla tjänster. De enskilda tjänsternas vägar berättar till vilken fas varje del hör.',
        en: 'Phases that recur in every service. The paths of single services tell to which phase each of their parts belongs.',
      },
    },
    below: [
      standard(
        'ennen-yhteydenottoa',
        { fi: 'Ennen yhteydenottoa', sv: 'Före kontakten', en: 'Before contact' },
        {
          fi: 'Asukas miettii tilannettaan, etsii tietoa ja kokeilee ensin itse. Palvelut näkyvät ja ohjeet löytyvät.',
          sv: 'Invånaren funderar på sin situation, söker information och prövar först själv. Tjänsterna syns och råden går att hitta.',
          en: 'The resident thinks over the situation, looks for information and first tries alone. Services are visible and advice is found.',
        },
      ),
      standard(
        'yhteydenoton-kasittely',
        { fi: 'Yhteydenoton käsittely', sv: 'Behandling av kontakten', en: 'Handling the contact' },
        {
          fi: 'Yhteydenotto otetaan vastaan, kiireellisyys selvitetään ja asia ohjataan oikeaan paikkaan.',
          sv: 'Kontakten tas emot, det utreds hur bråttom det är och ärendet styrs rätt.',
          en: 'The contact is received, its urgency is settled and the matter is led to the right place.',
        },
      ),
      standard(
        'palvelutarpeen-arviointi',
        {
          fi: 'Palvelutarpeen arviointi',
          sv: 'Bedömning av servicebehovet',
          en: 'Assessing the need for services',
        },
        {
          fi: 'Tilanne käydään läpi yhdessä asiakkaan kanssa: mikä auttaa, mikä on jo kunnossa ja mitä asiakas itse toivoo.',
          sv: 'Situationen gås igenom tillsammans med klienten: vad hjälper, vad fungerar redan och vad vill klienten själv.',
          en: 'The situation is gone through together with the customer: what helps, what already works and what the customer hopes for.',
        },
      ),
      standard(
        'palvelukokonaisuuden-suunnittelu',
        {
          fi: 'Palvelukokonaisuuden suunnittelu',
          sv: 'Planering av servicehelheten',
          en: 'Planning the services as a whole',
        },
        {
          fi: 'Tehdään yksi suunnitelma, josta näkee tavoitteet, tekijät ja sen, mitä seuraavaksi tapahtuu.',
          sv: 'Det görs en plan där man ser målen, vem som gör vad och vad som händer härnäst.',
          en: 'One plan is made, showing the goals, who does what and what happens next.',
        },
      ),
      standard(
        'palveluiden-organisointi',
        {
          fi: 'Palveluiden organisointi',
          sv: 'Organisering av tjänsterna',
          en: 'Organising the services',
        },
        {
          fi: 'Ajat, tekijät ja tilat sovitetaan yhteen niin, ettei asiakkaan tarvitse toimia viestinviejänä.',
          sv: 'Tider, personal och lokaler samordnas så att klienten inte behöver vara budbärare.',
          en: 'Times, people and places are fitted together so that the customer need not carry messages.',
        },
      ),
      standard(
        'palveluiden-toteutus',
        {
          fi: 'Palveluiden toteutus',
          sv: 'Genomförande av tjänsterna',
          en: 'Carrying out the services',
        },
        {
          fi: 'Hoito, apu tai tuki annetaan niin kuin on sovittu, ja asiakas tietää, miten se etenee.',
          sv: 'Vården, hjälpen eller stödet ges så som man kommit överens om, och klienten vet hur det framskrider.',
          en: 'Care, help or support is given as agreed, and the customer knows how it goes on.',
        },
      ),
      standard(
        'palvelutarpeen-seuranta',
        {
          fi: 'Palvelutarpeen seuranta ja arviointi',
          sv: 'Uppföljning och utvärdering av servicebehovet',
          en: 'Following up and evaluating the need',
        },
        {
          fi: 'Katsotaan yhdessä, mikä on muuttunut, tarvitaanko vielä jotakin ja mitä palaute opetti.',
          sv: 'Man ser tillsammans vad som har förändrats, om något ännu behövs och vad responsen lärde.',
          en: 'It is looked at together what has changed, whether something more is needed and what feedback taught.',
        },
      ),
      customer(
        'tarve',
        ['ennen-yhteydenottoa'],
        {
          fi: 'Tarvitsen tietoa tai apua',
          sv: 'Jag behöver information eller hjälp',
          en: 'I need information or help',
          'fi-simple': 'Tarvitsen apua',
        },
        {
          fi: 'Huomaan, että jokin askarruttaa. Etsin tietoa, kysyn läheiseltä ja mietin, tarvitsenko apua.',
          sv: 'Jag märker att något bekymrar mig. Jag söker information, frågar en närstående och funderar om jag behöver hjälp.',
          en: 'I notice that something troubles me. I look for information, ask somebody close and think whether I need help.',
          'fi-simple': 'Minulla on huoli. Etsin tietoa. Mietin, tarvitsenko apua.',
        },
      ),
      customer(
        'yhteys',
        ['ennen-yhteydenottoa', 'yhteydenoton-kasittely'],
        {
          fi: 'Otan helposti yhteyttä ja hakeudun palveluun',
          sv: 'Jag tar lätt kontakt och söker mig till tjänsten',
          en: 'I easily make contact and seek the service',
          'fi-simple': 'Otan yhteyttä helposti',
        },
        {
          fi: 'Valitsen itselleni sopivan tavan asioida ja kerron asiani yhden kerran.',
          sv: 'Jag väljer ett sätt som passar mig och berättar mitt ärende en gång.',
          en: 'I choose the way that suits me and tell my matter once.',
          'fi-simple': 'Valitsen tavan, joka sopii minulle. Kerron asiani vain kerran.',
        },
      ),
      customer(
        'ratkaisu',
        ['yhteydenoton-kasittely', 'palvelutarpeen-arviointi', 'palvelukokonaisuuden-suunnittelu'],
        {
          fi: 'Minut ohjataan sopivaan ratkaisuun ja tiedän, mitä teen',
          sv: 'Jag får vägledning till en lösning som passar och vet vad jag ska göra',
          en: 'I am led to a fitting solution and know what to do',
          'fi-simple': 'Tiedän, mitä seuraavaksi tapahtuu',
        },
        {
          fi: 'Kerron tilanteestani ja toiveistani. Olen mukana suunnittelemassa ja tiedän seuraavan askeleen.',
          sv: 'Jag berättar om min situation och mina önskemål. Jag är med och planerar och vet nästa steg.',
          en: 'I tell about my situation and wishes. I take part in planning and know the next step.',
          'fi-simple': 'Kerron, mitä tarvitsen ja toivon. Suunnittelemme yhdessä.',
        },
      ),
      customer(
        'apu',
        ['palveluiden-organisointi', 'palveluiden-toteutus'],
        {
          fi: 'Saan hoidon, avun tai tuen',
          sv: 'Jag får vården, hjälpen eller stödet',
          en: 'I get the care, help or support',
          'fi-simple': 'Saan apua',
        },
        {
          fi: 'Käyn vastaanotolla, saan apua kotiin tai hoidan asiaani verkossa. Teen myös oman osuuteni.',
          sv: 'Jag går på mottagning, får hjälp hemma eller sköter mitt ärende på nätet. Jag gör också min egen del.',
          en: 'I go to an appointment, get help at home or see to my matter online. I do my own part as well.',
          'fi-simple': 'Saan apua vastaanotolla, kotona tai verkossa. Teen myös oman osani.',
        },
      ),
      customer(
        'loppuun-asti',
        ['palveluiden-toteutus', 'palvelutarpeen-seuranta'],
        {
          fi: 'Hyvinvoinnistani huolehditaan loppuun asti',
          sv: 'Mitt välbefinnande följs upp ända till slutet',
          en: 'My wellbeing is seen through to the end',
          'fi-simple': 'Asiani hoidetaan loppuun',
        },
        {
          fi: 'Kerron, miten voin ja miten palvelu sujui. Tiedän, keneen otan yhteyttä, jos tilanne muuttuu.',
          sv: 'Jag berättar hur jag mår och hur tjänsten fungerade. Jag vet vem jag kontaktar om läget förändras.',
          en: 'I tell how I am and how the service went. I know whom to contact if the situation changes.',
          'fi-simple': 'Kerron, miten voin. Tiedän, keneltä kysyn apua myöhemmin.',
        },
      ),
    ],
  },
];
