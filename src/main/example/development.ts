// Development actions of the example county and what the public was told of them.
// `anchor` is a phase of `path`, which is the one for sexually transmitted infections when it is not named.

type Text = { fi: string; sv: string; en: string };

type ExampleAction = {
  unit: string;
  path?: 'abortion' | 'multiService';
  anchor?: string;
  title: string;
  why: string;
  ownerRole: string;
  status: 'proposed' | 'decided' | 'in-progress' | 'done' | 'rejected';
  monthsAgo: number;
  reply?: { youSaid: Text; weDid: Text; published: boolean };
};

export const developmentActions: ExampleAction[] = [
  {
    unit: 'U014',
    anchor: 'tilaan-testin-tai-varaan-ajan',
    title: 'Oireista kerrotaan vain hoitajalle',
    why: 'Moni joutui kertomaan oireista aulassa muiden kuullen. Osa oli lähtenyt pois kesken.',
    ownerRole: 'Osastonhoitaja',
    status: 'done',
    monthsAgo: 3,
    reply: {
      youSaid: {
        fi: 'Moni toivoi, ettei oireista tarvitse kertoa aulassa.',
        sv: 'Många önskade att man inte ska behöva berätta om sina symtom i receptionen.',
        en: 'Many of you did not want to talk about symptoms at the desk.',
      },
      weDid: {
        fi: 'Nyt ilmoittaudut laitteella ja kerrot oireista vain hoitajalle.',
        sv: 'Nu anmäler du dig på skärmen och berättar om symtomen bara för sjukskötaren.',
        en: 'Now you check in at a screen and tell only the nurse about your symptoms.',
      },
      published: true,
    },
  },
  {
    unit: 'U015',
    anchor: 'saan-tuloksen',
    title: 'Tuloksen viereen kirjoitetaan, mitä seuraavaksi tapahtuu',
    why: 'Asiakkaat eivät tienneet, soittaako joku vielä. Sana positiivinen ymmärrettiin väärin.',
    ownerRole: 'Seksuaalineuvonnan vastaava hoitaja',
    status: 'done',
    monthsAgo: 4,
    reply: {
      youSaid: {
        fi: 'Moni ei tiennyt, soittaako joku tuloksesta. Sana ”positiivinen” hämmensi.',
        sv: 'Många visste inte om någon ringer om svaret. Ordet ”positivt” förvirrade.',
        en: 'Many of you did not know whether someone would call about the result. The word “positive” was confusing.',
      },
      weDid: {
        fi: 'Tuloksen vieressä lukee nyt, löytyikö tartunta ja soittaako hoitaja sinulle.',
        sv: 'Bredvid svaret står det nu om en smitta hittades och om en sjukskötare ringer dig.',
        en: 'Next to the result it now says whether an infection was found and whether a nurse will call you.',
      },
      published: true,
    },
  },
  {
    unit: 'U016',
    anchor: 'otan-naytteen',
    title: 'Testipaketin ohje uusiksi nuorten kanssa',
    why: 'Postituspäivä huomattiin vasta näytteen jälkeen. Teksti oli liian pientä.',
    ownerRole: 'Terveydenhoitaja',
    status: 'in-progress',
    monthsAgo: 2,
    reply: {
      youSaid: {
        fi: 'Moni ei huomannut ohjeesta, että näyte pitää postittaa samana päivänä.',
        sv: 'Många märkte inte i anvisningen att provet ska postas samma dag.',
        en: 'The instructions did not make it clear that the sample must be posted the same day.',
      },
      weDid: {
        fi: 'Teemme ohjeen uudestaan nuorten kanssa. Postituspäivä tulee ensimmäiselle riville, ja teksti suurenee.',
        sv: 'Vi gör om anvisningen tillsammans med unga. Postningsdagen kommer på första raden, och texten blir större.',
        en: 'We are rewriting the instructions with young people. The day of posting will be on the first line, and the text will be bigger.',
      },
      published: true,
    },
  },
  {
    unit: 'U001',
    anchor: 'hoito-ja-sen-jalkeen',
    title: 'Kontrollitestistä viesti puhelimeen',
    why: 'Kontrollitesti jää usein ottamatta, koska sen ajankohta unohtuu.',
    ownerRole: 'Yksikön esihenkilö',
    status: 'decided',
    monthsAgo: 1,
    reply: {
      youSaid: {
        fi: 'Kontrollitestin aika unohtuu helposti.',
        sv: 'Det är lätt att glömma när kontrolltestet ska tas.',
        en: 'It is easy to forget when to take the follow-up test.',
      },
      weDid: {
        fi: 'Alamme lähettää tekstiviestin, kun on aika ottaa kontrollitesti.',
        sv: 'Vi börjar skicka ett textmeddelande när det är dags att ta kontrolltestet.',
        en: 'We will start to send a text message when it is time to take the follow-up test.',
      },
      published: false,
    },
  },
  {
    unit: 'U058',
    anchor: 'saan-tuloksen',
    title: 'Hylätystä näytteestä kerrotaan heti',
    why: 'Osa odotti tulosta kaksi viikkoa eikä tiennyt, että näyte ei kelvannut.',
    ownerRole: 'Ylilääkäri',
    status: 'proposed',
    monthsAgo: 0,
  },
  {
    unit: 'U046',
    title: 'Jokaiselle kolme tuttua hoitajaa',
    why: 'Palautteissa toistuu, että hoitaja vaihtuu joka käynnillä.',
    ownerRole: 'Kotihoidon esihenkilö',
    status: 'in-progress',
    monthsAgo: 5,
    reply: {
      youSaid: {
        fi: 'Hoitaja vaihtui joka käynnillä, ja samat asiat piti kertoa uudestaan.',
        sv: 'Vårdaren byttes vid varje besök, och du måste berätta samma saker på nytt.',
        en: 'A different carer came every time, and you had to tell the same things again.',
      },
      weDid: {
        fi: 'Kokeilemme kahdessa tiimissä, että luonasi käy enintään kolme tuttua hoitajaa. Kerromme keväällä, miten kävi.',
        sv: 'I två team prövar vi att högst tre vårdare som du känner besöker dig. I vår berättar vi hur det gick.',
        en: 'In two teams we are trying this out: no more than three carers, whom you know, visit you. We will tell you in spring how it went.',
      },
      published: true,
    },
  },
  {
    unit: 'U060',
    title: 'Läheiselle soitetaan ennen kotiinlähtöä',
    why: 'Läheiset eivät tienneet, että potilas pääsee kotiin. Ruoka ja lääkkeet puuttuivat.',
    ownerRole: 'Osastonhoitaja',
    status: 'done',
    monthsAgo: 7,
    reply: {
      youSaid: {
        fi: 'Läheisille ei soitettu, kun potilas lähti kotiin.',
        sv: 'Ingen ringde de närstående när patienten åkte hem.',
        en: 'Nobody called the family when a patient went home.',
      },
      weDid: {
        fi: 'Soitamme nyt läheisellesi edellisenä päivänä, jos annat siihen luvan.',
        sv: 'Nu ringer vi din närstående dagen före, om du ger lov till det.',
        en: 'We now call someone close to you the day before, if you allow it.',
      },
      published: true,
    },
  },
  {
    unit: 'U005',
    title: 'Iltavastaanotto Niittylään',
    why: 'Bussi ei kulje iltapäivällä, joten moni toivoi iltavastaanottoa. Hoitajia ei riitä kahteen vuoroon.',
    ownerRole: 'Palvelupäällikkö',
    status: 'rejected',
    monthsAgo: 6,
    reply: {
      youSaid: {
        fi: 'Moni toivoi iltavastaanottoa, koska bussi ei kulje iltapäivällä.',
        sv: 'Många önskade kvällsmottagning, eftersom bussen inte går på eftermiddagen.',
        en: 'Many of you asked for evening hours, because there is no bus in the afternoon.',
      },
      weDid: {
        fi: 'Emme voi avata iltavastaanottoa, koska hoitajia ei riitä. Siirsimme aamun ensimmäiset ajat bussin mukaan.',
        sv: 'Vi kan inte öppna en kvällsmottagning, eftersom sjukskötarna inte räcker till. Vi flyttade morgonens första tider så att de passar bussen.',
        en: 'We cannot open in the evening, because there are not enough nurses. We moved the first morning times to match the bus.',
      },
      published: true,
    },
  },
  {
    unit: 'U014',
    path: 'abortion',
    anchor: 'otan-yhteytta',
    title: 'Soittopyyntö ennen kello 14 saa vastauksen samana päivänä',
    why: 'Osa sai soiton vasta seuraavana päivänä. Yksikin yö on pitkä aika odottaa.',
    ownerRole: 'Osastonhoitaja',
    status: 'done',
    monthsAgo: 2,
    reply: {
      youSaid: {
        fi: 'Kerroitte, että odottaminen on raskasta, kun ei tiedä, milloin hoitaja soittaa.',
        sv: 'Ni berättade att väntan är tung när man inte vet när sjukskötaren ringer.',
        en: 'You told us that waiting is hard when you do not know when the nurse will call.',
      },
      weDid: {
        fi: 'Saat nyt heti tekstiviestin, jossa lukee, milloin hoitaja soittaa. Viestissä ei lue, mistä on kyse.',
        sv: 'Nu får du genast ett textmeddelande som säger när sjukskötaren ringer. I meddelandet står det inte vad det gäller.',
        en: 'You now get a text message at once that says when the nurse will call. It does not say what it is about.',
      },
      published: true,
    },
  },
  {
    unit: 'U038',
    path: 'multiService',
    anchor: 'yhteyshenkilo',
    title: 'Yhteyshenkilön sijainen esitellään ennen lomaa',
    why: 'Asiakkaat eivät tienneet, kenelle soittaa yhteyshenkilön loman aikana.',
    ownerRole: 'Johtava sosiaalityöntekijä',
    status: 'in-progress',
    monthsAgo: 1,
    reply: {
      youSaid: {
        fi: 'Moni ei tiennyt, kenelle soittaa, kun oma yhteyshenkilö on lomalla.',
        sv: 'Många visste inte vem de skulle ringa när kontaktpersonen har semester.',
        en: 'Many of you did not know whom to call when your contact person is on holiday.',
      },
      weDid: {
        fi: 'Yhteyshenkilö esittelee sijaisensa sinulle ennen lomaa, ja numero pysyy samana.',
        sv: 'Kontaktpersonen presenterar sin vikarie för dig före semestern, och numret är detsamma.',
        en: 'Your contact person introduces the stand-in to you before the holiday, and the number stays the same.',
      },
      published: true,
    },
  },
];
