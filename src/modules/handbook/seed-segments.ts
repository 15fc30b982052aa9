import { DEFAULTS } from './entry.ts';
import type { SeedEntry, SeedText } from './seed.ts';

interface Segment {
  readonly code: string;
  readonly abbreviation: string;
  readonly name: SeedText;
  readonly need: SeedText;
  readonly digital: SeedText;
  readonly profiles: readonly SeedEntry[];
}

const segment = ({ code, abbreviation, name, need, digital, profiles }: Segment): SeedEntry => ({
  code,
  properties: { kind: 'segment', abbreviation, share: null },
  texts: { name, need, digital },
  below: profiles,
});

const profile = (name: string, motto: SeedText, description: SeedText): SeedEntry => ({
  properties: DEFAULTS.profile,
  texts: { name: { fi: name, sv: name, en: name }, motto, description },
});

/** Segments by what people need most of a service. Whoever hurries today may need closeness tomorrow. */
export const NEEDS: SeedEntry = {
  code: 'tarpeet',
  properties: {
    kind: 'segmentation-scheme',
    basis: 'needs-based',
    source: 'Asiakaskeskeisen palvelukokemuksen käsikirja',
    exclusive: false,
    situational: true,
  },
  texts: {
    name: {
      fi: 'Tarvepohjaiset segmentit',
      sv: 'Behovsbaserade segment',
      en: 'Need-based segments',
    },
    description: {
      fi: 'Mikä palvelussa on juuri nyt tärkeintä? Sama ihminen voi kuulua eri tilanteissa eri ryhmään ja useaan yhtä aikaa.',
      sv: 'Vad är viktigast i tjänsten just nu? Samma människa kan höra till olika grupper i olika situationer, och till flera på en gång.',
      en: 'What matters most in the service right now? The same person may belong to different groups in different situations, and to several at once.',
    },
  },
  below: [
    segment({
      code: 's1',
      abbreviation: 'S1',
      name: {
        fi: 'Asiantuntijuus',
        sv: 'Sakkunskap',
        en: 'Expertise',
        'fi-simple': 'Osaava apu',
      },
      need: {
        fi: 'Haluan luottaa siihen, joka minua auttaa. Minulle on tärkeää, että minut kohdataan ihmisenä ja ilman kiirettä.',
        sv: 'Jag vill kunna lita på den som hjälper mig. För mig är det viktigt att bli bemött som människa och utan brådska.',
        en: 'I want to trust whoever helps me. It matters to me to be met as a human being and without hurry.',
        'fi-simple': 'Haluan luottaa auttajaan. Haluan, että minulle on aikaa.',
      },
      digital: {
        fi: 'Asioin verkossa, kun tiedän, kuka siellä vastaa.',
        sv: 'Jag använder nätet när jag vet vem som svarar där.',
        en: 'I use the net when I know who answers there.',
      },
      profiles: [
        profile(
          'Liisa Luottamus',
          {
            fi: 'Kun sama ihminen tuntee tarinani, uskallan kysyä.',
            sv: 'När samma människa känner min historia vågar jag fråga.',
            en: 'When the same person knows my story, I dare to ask.',
          },
          {
            fi: 'Liisalla on pitkäaikaissairaus, ja hän käy vastaanotolla usein. Hän muistaa hyvin sekä ne kerrat, jolloin häntä kuunneltiin, että ne, jolloin hän kertoi kaiken alusta.',
            sv: 'Liisa har en långvarig sjukdom och går ofta på mottagning. Hon minns väl både de gånger då man lyssnade och de då hon berättade allt från början.',
            en: 'Liisa has a long-term illness and often visits the health centre. She well remembers both the times she was listened to and those when she told everything from the beginning.',
          },
        ),
        profile(
          'Ilkka Inhimillinen',
          {
            fi: 'En ole numero jonossa.',
            sv: 'Jag är inte ett nummer i kön.',
            en: 'I am not a number in a queue.',
          },
          {
            fi: 'Ilkka hoitaa puolisoaan kotona. Hän kaipaa ammattilaista, joka kysyy myös, miten hän itse jaksaa.',
            sv: 'Ilkka vårdar sin maka hemma. Han önskar en yrkesperson som också frågar hur han själv orkar.',
            en: 'Ilkka cares for his spouse at home. He hopes for a professional who also asks how he himself is coping.',
          },
        ),
      ],
    }),
    segment({
      code: 's2',
      abbreviation: 'S2',
      name: {
        fi: 'Saavutettavuus',
        sv: 'Tillgänglighet',
        en: 'Within reach',
        'fi-simple': 'Palvelu on lähellä',
      },
      need: {
        fi: 'Palvelun pitää olla lähellä ja sinne pitää päästä helposti. Tarvittaessa se tulee luokseni.',
        sv: 'Tjänsten ska finnas nära och vara lätt att ta sig till. Vid behov kommer den hem till mig.',
        en: 'The service must be near and easy to get to. Where needed it comes to me.',
        'fi-simple': 'Palvelu on lähellä. Sinne on helppo tulla. Apua saa myös kotiin.',
      },
      digital: {
        fi: 'Verkkoasiointi arveluttaa. Haluan, että asian voi hoitaa myös soittamalla tai paikan päällä.',
        sv: 'Jag är tveksam till nätet. Jag vill kunna sköta ärendet också per telefon eller på plats.',
        en: 'I have doubts about online services. I want to be able to call or come in person as well.',
      },
      profiles: [
        profile(
          'Eero Esteetön',
          {
            fi: 'Yksi kynnys voi kaataa koko päivän.',
            sv: 'En enda tröskel kan fälla hela dagen.',
            en: 'One doorstep can upset the whole day.',
          },
          {
            fi: 'Eero liikkuu pyörätuolilla. Hän selvittää etukäteen, pääseekö perille, ja jättää asian kesken, jos tietoa ei löydy.',
            sv: 'Eero rör sig med rullstol. Han tar reda på i förväg om han kommer fram och ger upp om uppgiften inte finns.',
            en: 'Eero uses a wheelchair. He finds out beforehand whether he can get in, and gives up if it is not said anywhere.',
          },
        ),
        profile(
          'Laila Lähellä',
          {
            fi: 'Tuttu paikka, tutut kasvot.',
            sv: 'En bekant plats, bekanta ansikten.',
            en: 'A familiar place, familiar faces.',
          },
          {
            fi: 'Laila asuu kaukana keskustasta, eikä hänellä ole autoa. Hän suunnittelee asiointinsa linja-auton aikataulun mukaan.',
            sv: 'Laila bor långt från centrum och har ingen bil. Hon planerar sina ärenden efter busstidtabellen.',
            en: 'Laila lives far from the centre and has no car. She plans her errands by the bus timetable.',
          },
        ),
      ],
    }),
    segment({
      code: 's3',
      abbreviation: 'S3',
      name: {
        fi: 'Vaivattomuus',
        sv: 'Smidighet',
        en: 'Ease',
        'fi-simple': 'Asiointi on helppoa',
      },
      need: {
        fi: 'Asioinnin pitää olla selvää ja sujuvaa ajanvarauksesta alkaen. Ohjeet kerrotaan sanoilla, jotka ymmärrän.',
        sv: 'Det ska vara klart och smidigt från tidsbokningen och framåt. Råden ges med ord som jag förstår.',
        en: 'Dealing with the service must be clear and smooth from booking on. Advice is given in words that I understand.',
        'fi-simple': 'Asiointi on selvää. Ymmärrän ohjeet.',
      },
      digital: {
        fi: 'Hoidan asian mieluiten verkossa, kun se on tehty helpoksi.',
        sv: 'Jag sköter helst ärendet på nätet när det är gjort enkelt.',
        en: 'I like best to do it online when that has been made easy.',
      },
      profiles: [
        profile(
          'Ilpo Intuitiivisuus',
          {
            fi: 'Jos täytyy lukea ohje, jokin on vinossa.',
            sv: 'Om man måste läsa en instruktion är något på sned.',
            en: 'If one has to read instructions, something is wrong.',
          },
          {
            fi: 'Ilpo varaa ajat puhelimellaan ruokatunnilla. Hän ei välitä, mikä yksikkö asian hoitaa, kunhan se hoituu.',
            sv: 'Ilpo bokar sina tider med telefonen på lunchen. Han bryr sig inte om vilken enhet som sköter saken, bara den blir skött.',
            en: 'Ilpo books his appointments on his phone at lunch. He does not mind which unit sees to it as long as it is seen to.',
          },
        ),
      ],
    }),
    segment({
      code: 's4',
      abbreviation: 'S4',
      name: { fi: 'Nopeus', sv: 'Snabbhet', en: 'Speed', 'fi-simple': 'Apu tulee nopeasti' },
      need: {
        fi: 'Haluan apua pian, ajan joka sopii arkeeni ja tavan joka säästää aikaani.',
        sv: 'Jag vill ha hjälp snart, en tid som passar min vardag och ett sätt som sparar tid.',
        en: 'I want help soon, at a time that fits my everyday life and in a way that saves time.',
        'fi-simple': 'Haluan apua nopeasti. Aika sopii minun päivääni.',
      },
      digital: {
        fi: 'Käytän sitä tapaa, jolla pääsen nopeimmin eteenpäin.',
        sv: 'Jag använder det sätt som går snabbast.',
        en: 'I use whichever way gets me on fastest.',
      },
      profiles: [
        profile(
          'Malla Malttamaton',
          {
            fi: 'Kerro heti, kauanko tässä menee.',
            sv: 'Säg genast hur länge det tar.',
            en: 'Tell me at once how long it takes.',
          },
          {
            fi: 'Malla on yrittäjä ja kahden pienen lapsen äiti. Odottaminen ei harmita niin paljon kuin se, ettei tiedä, kauanko odottaa.',
            sv: 'Malla är företagare och mamma till två små barn. Att vänta stör henne mindre än att inte veta hur länge.',
            en: 'Malla is an entrepreneur and the mother of two small children. Waiting troubles her less than not knowing how long.',
          },
        ),
        profile(
          'Sampo Sujuva',
          {
            fi: 'Yksi yhteydenotto, yksi ratkaisu.',
            sv: 'En kontakt, en lösning.',
            en: 'One contact, one solution.',
          },
          {
            fi: 'Sampo käy lääkärissä harvoin ja tekee vuorotyötä. Hän valitsee etävastaanoton, jos se käy.',
            sv: 'Sampo går sällan till läkare och arbetar i skift. Han väljer distansmottagning om det går.',
            en: 'Sampo rarely sees a doctor and works in shifts. He chooses a remote appointment where that will do.',
          },
        ),
      ],
    }),
  ],
};
