// Example path: Seksitautien testaus ja hoito. No clinician has checked the content, and the county
// is fictional: use it to see the form, not as advice on care. Anchors are permanent.
// `text` of an instruction is Markdown; every other text is plain.

type Text = { fi: string; sv: string; en: string };

type Step = {
  anchor: string;
  // how the step joins the one before it in the same phase
  logic: 'next' | 'or' | 'and';
  needed: 'required' | 'optional';
  title: Text;
  text: Text;
  cost: Text | null;
  wait: Text | null;
  needs: Text | null;
  channels: { channel: string; whenToUse: Text }[];
  links: {
    anchor: string;
    url: string;
    title: Text;
    kind: 'information' | 'coaching' | 'self-care' | 'peer-support' | 'crisis-help' | 'other';
    provider: string;
    why: Text;
  }[];
  forms: { anchor: string; channel: string; title: Text; paper: Text }[];
  symptomChecks: { anchor: string; url: string; title: Text; provider: string; notFor: Text }[];
};

type Path = {
  slug: Text;
  title: Text;
  description: Text;
  topic: Text;
  exampleNote: Text;
  facts: Text[];
  searchWords: { fi: string[]; sv: string[]; en: string[] };
  urgency: {
    anchor: string;
    level: 'emergency' | 'urgent';
    title: Text;
    text: Text;
    channels: string[];
  }[];
  phases: {
    anchor: string;
    timing: 'before' | 'during' | 'after';
    title: Text;
    text: Text;
    instructions: { anchor: string; title: Text; text: Text }[];
    steps: Step[];
  }[];
};

const free: Text = {
  fi: 'Tutkimus ja hoito ovat sinulle maksuttomia.',
  sv: 'Undersökningen och vården är avgiftsfria för dig.',
  en: 'Tests and care are free of charge for you.',
};

export const stiPath: Path = {
  slug: {
    fi: 'seksitautien-testaus-ja-hoito',
    sv: 'test-och-vard-av-konssjukdomar',
    en: 'testing-and-treatment-of-sexually-transmitted-infections',
  },
  title: {
    fi: 'Seksitautien testaus ja hoito',
    sv: 'Test och vård av könssjukdomar',
    en: 'Testing and treatment of sexually transmitted infections',
  },
  description: {
    fi: 'Voit testata itsesi kotona tai käydä vastaanotolla. Tällä polulla näet, mitä tapahtuu ennen testiä, sen aikana ja sen jälkeen.',
    sv: 'Du kan testa dig hemma eller på en mottagning. Här ser du vad som händer före testet, under det och efteråt.',
    en: 'You can test yourself at home or visit a clinic. This path shows what happens before the test, during it and after it.',
  },
  topic: { fi: 'Seksuaaliterveys', sv: 'Sexuell hälsa', en: 'Sexual health' },
  exampleNote: {
    fi: 'Tämä polku on esimerkki. Terveydenhuollon ammattilainen ei ole tarkistanut sitä.',
    sv: 'Den här servicevägen är ett exempel. Ingen yrkesperson inom hälso- och sjukvården har granskat den.',
    en: 'This path is an example. No healthcare professional has checked it.',
  },
  facts: [
    { fi: 'Maksuton', sv: 'Avgiftsfritt', en: 'Free of charge' },
    {
      fi: 'Tulokset yleensä viikossa',
      sv: 'Svaren kommer oftast inom en vecka',
      en: 'Results usually within a week',
    },
    {
      fi: 'Asiasi pysyy luottamuksellisena',
      sv: 'Ditt ärende är konfidentiellt',
      en: 'Your matter stays confidential',
    },
  ],
  searchWords: {
    fi: [
      'seksitauti',
      'sukupuolitauti',
      'klamydia',
      'tippuri',
      'kuppa',
      'hiv',
      'kotitesti',
      'klamydiatesti',
      'kirvely',
      'suojaamaton seksi',
    ],
    sv: [
      'könssjukdom',
      'sexsjukdom',
      'klamydia',
      'gonorré',
      'syfilis',
      'hiv',
      'hemtest',
      'klamydiatest',
      'sveda',
      'oskyddat sex',
    ],
    en: [
      'sti',
      'std',
      'sexual disease',
      'chlamydia',
      'gonorrhoea',
      'syphilis',
      'hiv',
      'home test',
      'burning',
      'unprotected sex',
    ],
  },
  urgency: [
    {
      anchor: 'kiire-kipu-kuume',
      level: 'urgent',
      title: {
        fi: 'Kova kipu, kuume tai raskausepäily?',
        sv: 'Svår smärta, feber eller misstänkt graviditet?',
        en: 'Severe pain, fever or possible pregnancy?',
      },
      text: {
        fi: 'Soita Päivystysapuun 116117, ennen kuin lähdet minnekään. Numeroon voi soittaa milloin vain.',
        sv: 'Ring Jourhjälpen 116117 innan du åker någonstans. Du kan ringa när som helst.',
        en: 'Call the Medical Helpline 116117 before you go anywhere. You can call at any time.',
      },
      channels: ['medical-helpline-116117'],
    },
    {
      anchor: 'kiire-hiv-altistus',
      level: 'urgent',
      title: {
        fi: 'Oletko voinut saada hiv-tartunnan kolmen viime päivän aikana?',
        sv: 'Kan du ha fått hiv under de tre senaste dagarna?',
        en: 'Could you have got HIV within the last three days?',
      },
      text: {
        fi: 'Soita heti Päivystysapuun 116117. Lääke voi estää tartunnan, mutta se on aloitettava nopeasti.',
        sv: 'Ring genast Jourhjälpen 116117. Läkemedel kan förhindra smitta, men behandlingen måste börja snabbt.',
        en: 'Call the Medical Helpline 116117 at once. Medicine can prevent an infection, but it has to be started quickly.',
      },
      channels: ['medical-helpline-116117'],
    },
    {
      anchor: 'kiire-vakivalta',
      level: 'emergency',
      title: {
        fi: 'Onko sinut pakotettu seksiin?',
        sv: 'Har någon tvingat dig till sex?',
        en: 'Has someone forced you to have sex?',
      },
      text: {
        fi: 'Se ei ole sinun syytäsi. Jos olet vaarassa, soita 112. Muuten soita Päivystysapuun 116117: saat tietää, mistä saat apua heti.',
        sv: 'Det är inte ditt fel. Om du är i fara, ring 112. Ring annars Jourhjälpen 116117: du får veta var du får hjälp genast.',
        en: 'It is not your fault. If you are in danger, call 112. Otherwise call the Medical Helpline 116117: they will tell you where to get help at once.',
      },
      channels: ['emergency-112', 'medical-helpline-116117'],
    },
  ],
  phases: [
    {
      anchor: 'tarvitsenko-testin',
      timing: 'before',
      title: {
        fi: 'Mietin, tarvitsenko testin',
        sv: 'Jag undrar om jag behöver ett test',
        en: 'I wonder whether I need a test',
      },
      text: {
        fi: 'Seksitauti ei aina tunnu miltään. Tee testi, jos olet harrastanut seksiä ilman suojaa tai jos kumppanisi kertoo tartunnasta. Testi on luotettava, kun mahdollisesta tartunnasta on kulunut vähintään viisi päivää.',
        sv: 'En könssjukdom märks inte alltid. Testa dig om du har haft oskyddat sex eller om din partner berättar om en smitta. Testet är tillförlitligt när det har gått minst fem dagar sedan du kan ha blivit smittad.',
        en: 'You do not always notice a sexually transmitted infection. Take a test if you have had sex without protection or if a partner tells you about an infection. The test is reliable when at least five days have passed since you may have been infected.',
      },
      instructions: [
        {
          anchor: 'kenelle-kotitesti-sopii',
          title: {
            fi: 'Kotitesti sopii sinulle, kun',
            sv: 'Hemtestet passar dig när',
            en: 'The home test is for you when',
          },
          text: {
            fi: '- sinulla ei ole oireita\n- mahdollisesta tartunnasta on kulunut vähintään viisi päivää\n- asut Esimerkkilän hyvinvointialueella.\n\nJos yksikin kohta ei täyty, varaa aika vastaanotolle.',
            sv: '- du inte har några symtom\n- det har gått minst fem dagar sedan du kan ha blivit smittad\n- du bor i Exempelbygdens välfärdsområde.\n\nOm någon av punkterna inte stämmer, boka tid till mottagningen.',
            en: '- you have no symptoms\n- at least five days have passed since you may have been infected\n- you live in the Esimerkkilä wellbeing services county.\n\nIf even one of these is not true for you, book an appointment.',
          },
        },
        {
          anchor: 'oikeutesi-luottamukseen',
          title: {
            fi: 'Kuka saa tietää?',
            sv: 'Vem får veta?',
            en: 'Who will know?',
          },
          text: {
            fi: 'Vain sinua hoitavat ammattilaiset. Käynti, testi ja tulos kirjataan potilastietoihisi, ja näet ne OmaKannasta.\n\nJos olet alle 18-vuotias, voit tulla ilman vanhempaa. Kysy hoitajalta, mitä huoltajasi voi nähdä tiedoistasi.',
            sv: 'Bara de yrkespersoner som vårdar dig. Besöket, testet och svaret antecknas i dina patientuppgifter, och du ser dem i MittKanta.\n\nOm du är under 18 år kan du komma utan förälder. Fråga sjukskötaren vad din vårdnadshavare kan se av dina uppgifter.',
            en: 'Only the professionals who take care of you. The visit, the test and the result are written in your patient records, and you can see them in MyKanta.\n\nIf you are under 18, you can come without a parent. Ask the nurse what your guardian can see in your records.',
          },
        },
      ],
      steps: [
        {
          anchor: 'laske-paivat',
          logic: 'next',
          needed: 'required',
          title: {
            fi: 'Laske, montako päivää on kulunut',
            sv: 'Räkna hur många dagar som har gått',
            en: 'Count how many days have passed',
          },
          text: {
            fi: 'Odota vähintään viisi päivää mahdollisesta tartunnasta. Liian aikainen testi voi näyttää, ettei sinulla ole tartuntaa, vaikka on. Hiv- ja kuppatestissä odotus on pidempi: kysy siitä hoitajalta.',
            sv: 'Vänta minst fem dagar efter att du kan ha blivit smittad. Ett för tidigt test kan visa att du inte är smittad fast du är det. För hiv och syfilis är väntetiden längre: fråga en sjukskötare.',
            en: 'Wait at least five days after you may have been infected. A test taken too early can miss an infection. The wait is longer for HIV and syphilis tests: ask a nurse.',
          },
          cost: null,
          wait: {
            fi: 'Vähintään viisi päivää. Jos sinulla on oireita, älä odota.',
            sv: 'Minst fem dagar. Vänta inte om du har symtom.',
            en: 'At least five days. Do not wait if you have symptoms.',
          },
          needs: null,
          channels: [],
          links: [
            {
              anchor: 'linkki-terveyskirjasto',
              url: 'https://www.terveyskirjasto.fi',
              title: {
                fi: 'Lue seksitaudeista Terveyskirjastosta',
                sv: 'Läs om könssjukdomar i Terveyskirjasto (på finska)',
                en: 'Read about infections in Terveyskirjasto (in Finnish)',
              },
              kind: 'information',
              provider: 'Kustannus Oy Duodecim',
              why: {
                fi: 'Lääkärit kirjoittavat sen, ja tieto pidetään ajan tasalla.',
                sv: 'Läkare skriver texterna, och informationen hålls aktuell.',
                en: 'Doctors write it and keep it up to date.',
              },
            },
          ],
          forms: [],
          symptomChecks: [],
        },
        {
          anchor: 'tarkista-oireet',
          logic: 'and',
          needed: 'required',
          title: {
            fi: 'Tarkista, onko sinulla oireita',
            sv: 'Kontrollera om du har symtom',
            en: 'Check whether you have symptoms',
          },
          text: {
            fi: 'Oire voi olla kirvely, kun pissaat, outo vuoto, haava, rakkula tai kipu alavatsalla. Jos sinulla on oireita, kotitesti ei riitä. Tee oirearvio tai pyydä hoitajaa soittamaan.',
            sv: 'Ett symtom kan vara sveda när du kissar, ovanlig flytning, ett sår, en blåsa eller smärta i nedre delen av magen. Om du har symtom räcker hemtestet inte. Gör en symtombedömning eller be en sjukskötare ringa dig.',
            en: 'A symptom can be burning when you pee, unusual discharge, a sore, a blister or pain in your lower belly. If you have symptoms, the home test is not enough. Do a symptom check or ask a nurse to call you.',
          },
          cost: null,
          wait: {
            fi: 'Oirearvioon menee noin kymmenen minuuttia.',
            sv: 'Symtombedömningen tar ungefär tio minuter.',
            en: 'The symptom check takes about ten minutes.',
          },
          needs: null,
          channels: [
            {
              channel: 'sti-callback',
              whenToUse: {
                fi: 'Kun sinulla on oireita tai haluat mieluummin puhua.',
                sv: 'När du har symtom eller hellre vill prata.',
                en: 'When you have symptoms or would rather talk.',
              },
            },
          ],
          links: [],
          forms: [],
          symptomChecks: [
            {
              anchor: 'oirearvio-omaolo',
              url: 'https://www.omaolo.fi',
              title: {
                fi: 'Tee oirearvio Omaolossa',
                sv: 'Gör en symtombedömning i Omaolo',
                en: 'Do a symptom check in Omaolo',
              },
              provider: 'Omaolo',
              notFor: {
                fi: 'Älä käytä, jos sinulla on kova kipu tai kuume, jos voit olla raskaana tai jos asia on kiireellinen.',
                sv: 'Använd den inte om du har svår smärta eller feber, om du kan vara gravid eller om ärendet är brådskande.',
                en: 'Do not use it if you have severe pain or fever, if you may be pregnant or if the matter is urgent.',
              },
            },
          ],
        },
        {
          anchor: 'kysy-jos-epailet',
          logic: 'next',
          needed: 'optional',
          title: {
            fi: 'Kysy, jos jokin mietityttää',
            sv: 'Fråga om du undrar över något',
            en: 'Ask if you are unsure',
          },
          text: {
            fi: 'Mikään kysymys ei ole liian pieni tai liian nolo. Hoitaja on kuullut ne kaikki.',
            sv: 'Ingen fråga är för liten eller för pinsam. Sjukskötaren har hört dem alla.',
            en: 'No question is too small or too embarrassing. The nurse has heard them all.',
          },
          cost: null,
          wait: null,
          needs: null,
          channels: [
            {
              channel: 'sexual-health-chat',
              whenToUse: {
                fi: 'Kun haluat kysyä nimettömästi.',
                sv: 'När du vill fråga anonymt.',
                en: 'When you want to ask without giving your name.',
              },
            },
            {
              channel: 'sti-callback',
              whenToUse: {
                fi: 'Kun haluat puhua hoitajan kanssa.',
                sv: 'När du vill prata med en sjukskötare.',
                en: 'When you want to talk with a nurse.',
              },
            },
          ],
          links: [],
          forms: [],
          symptomChecks: [],
        },
      ],
    },
    {
      anchor: 'tilaan-testin-tai-varaan-ajan',
      timing: 'before',
      title: {
        fi: 'Tilaan testin tai varaan ajan',
        sv: 'Jag beställer ett test eller bokar tid',
        en: 'I order a test or book an appointment',
      },
      text: {
        fi: 'Valitse yksi kolmesta. Jos sinulla ei ole oireita, kotitesti on yleensä helpoin.',
        sv: 'Välj ett av tre alternativ. Om du inte har symtom är hemtestet oftast enklast.',
        en: 'Choose one of three. If you have no symptoms, the home test is usually the easiest.',
      },
      instructions: [],
      steps: [
        {
          anchor: 'tilaa-kotitesti',
          logic: 'next',
          needed: 'required',
          title: {
            fi: 'Tilaa kotitesti, jos sinulla ei ole oireita',
            sv: 'Beställ ett hemtest om du inte har symtom',
            en: 'Order a home test if you have no symptoms',
          },
          text: {
            fi: 'Kirjaudu, vastaa muutamaan kysymykseen ja anna osoite. Saat kotiin paketin, jossa on näytteenottovälineet, ohje ja palautuskuori.',
            sv: 'Logga in, svara på några frågor och ange din adress. Du får hem ett paket med det du behöver för provet, en anvisning och ett svarskuvert.',
            en: 'Sign in, answer a few questions and give your address. You get a package with what you need for the sample, instructions and a return envelope.',
          },
          cost: free,
          wait: {
            fi: 'Paketti tulee yleensä 2–4 arkipäivässä.',
            sv: 'Paketet kommer oftast inom 2–4 vardagar.',
            en: 'The package usually arrives in 2–4 working days.',
          },
          needs: {
            fi: 'Pankkitunnukset tai mobiilivarmenne. Jos sinulla ei ole niitä, hae paketti sote-keskuksesta.',
            sv: 'Bankkoder eller mobilcertifikat. Om du inte har dem, hämta paketet på social- och hälsocentralen.',
            en: 'Online banking codes or a mobile certificate. If you do not have them, collect the package at a health and social services centre.',
          },
          channels: [
            {
              channel: 'sti-home-test',
              whenToUse: {
                fi: 'Kun voit kirjautua verkossa.',
                sv: 'När du kan logga in på nätet.',
                en: 'When you can sign in online.',
              },
            },
            {
              channel: 'sti-test-pickup',
              whenToUse: {
                fi: 'Kun et voi kirjautua tai et halua pakettia kotiin.',
                sv: 'När du inte kan logga in eller inte vill ha paketet hem.',
                en: 'When you cannot sign in or do not want the package sent home.',
              },
            },
          ],
          links: [],
          forms: [],
          symptomChecks: [],
        },
        {
          anchor: 'varaa-aika',
          logic: 'or',
          needed: 'required',
          title: {
            fi: 'Varaa aika, jos sinulla on oireita',
            sv: 'Boka tid om du har symtom',
            en: 'Book an appointment if you have symptoms',
          },
          text: {
            fi: 'Oireista tarvitsee kertoa vain hoitajalle, ei aulassa. Voit tulla vastaanotolle myös ilman oireita, jos et halua testata kotona. Saat tulkin, kun pyydät sitä varatessasi.',
            sv: 'Du behöver berätta om symtomen bara för sjukskötaren, inte i receptionen. Du kan komma till mottagningen också utan symtom, om du inte vill testa dig hemma. Du får en tolk när du ber om det vid bokningen.',
            en: 'You only need to tell the nurse about your symptoms, not the desk. You can come without symptoms too, if you do not want to test at home. You get an interpreter if you ask for one when you book.',
          },
          cost: free,
          wait: {
            fi: 'Jos sinulla on oireita, saat ajan yleensä kolmen arkipäivän sisällä.',
            sv: 'Om du har symtom får du oftast en tid inom tre vardagar.',
            en: 'If you have symptoms, you usually get a time within three working days.',
          },
          needs: null,
          channels: [
            {
              channel: 'sti-callback',
              whenToUse: {
                fi: 'Kun oireet huolestuttavat tai et löydä sopivaa aikaa.',
                sv: 'När symtomen oroar dig eller du inte hittar en tid som passar.',
                en: 'When symptoms worry you or you cannot find a time that suits you.',
              },
            },
            {
              channel: 'sti-appointment',
              whenToUse: {
                fi: 'Kun haluat valita ajan itse.',
                sv: 'När du vill välja tiden själv.',
                en: 'When you want to choose the time yourself.',
              },
            },
          ],
          links: [],
          forms: [
            {
              anchor: 'lomake-esitiedot',
              channel: 'sti-previsit-form',
              title: {
                fi: 'Täytä esitiedot ennen käyntiä',
                sv: 'Fyll i förhandsuppgifterna före besöket',
                en: 'Fill in the questions before your visit',
              },
              paper: {
                fi: 'Voit täyttää lomakkeen myös paperilla vastaanotolla.',
                sv: 'Du kan också fylla i blanketten på papper på mottagningen.',
                en: 'You can also fill in the form on paper at the clinic.',
              },
            },
          ],
          symptomChecks: [],
        },
        {
          anchor: 'ota-yhteys-yths',
          logic: 'or',
          needed: 'required',
          title: {
            fi: 'Ota yhteys YTHS:ään, jos opiskelet korkeakoulussa',
            sv: 'Kontakta SHVS om du studerar vid en högskola',
            en: 'Contact FSHS if you study in higher education',
          },
          text: {
            fi: 'YTHS testaa ja hoitaa yliopistojen ja ammattikorkeakoulujen opiskelijat. Jos opiskelet muualla, tilaa kotitesti tai varaa aika.',
            sv: 'SHVS testar och vårdar studerande vid universitet och yrkeshögskolor. Om du studerar någon annanstans, beställ ett hemtest eller boka tid.',
            en: 'FSHS tests and treats students of universities and universities of applied sciences. If you study elsewhere, order a home test or book an appointment.',
          },
          cost: {
            fi: 'Kuuluu terveydenhoitomaksuun, jonka maksat Kelalle.',
            sv: 'Ingår i hälsovårdsavgiften som du betalar till FPA.',
            en: 'Covered by the healthcare fee that you pay to Kela.',
          },
          wait: null,
          needs: null,
          channels: [
            {
              channel: 'yths',
              whenToUse: {
                fi: 'Kun opiskelet yliopistossa tai ammattikorkeakoulussa.',
                sv: 'När du studerar vid ett universitet eller en yrkeshögskola.',
                en: 'When you study at a university or a university of applied sciences.',
              },
            },
            {
              channel: 'sti-callback',
              whenToUse: {
                fi: 'Kun et voi käyttää verkkosivuja. Neuvomme, mihin numeroon soitat.',
                sv: 'När du inte kan använda webbplatsen. Vi berättar vilket nummer du ska ringa.',
                en: 'When you cannot use the website. We tell you which number to call.',
              },
            },
          ],
          links: [],
          forms: [],
          symptomChecks: [],
        },
      ],
    },
    {
      anchor: 'otan-naytteen',
      timing: 'during',
      title: {
        fi: 'Otan näytteen',
        sv: 'Jag tar provet',
        en: 'I take the sample',
      },
      text: {
        fi: 'Kotona otat näytteen itse. Vastaanotolla hoitaja neuvoo tai ottaa näytteen, jos haluat. Näytteen ottaminen ei yleensä satu.',
        sv: 'Hemma tar du provet själv. På mottagningen ger sjukskötaren råd eller tar provet om du vill. Det gör oftast inte ont.',
        en: 'At home you take the sample yourself. At the clinic the nurse helps you or takes it, if you wish. It does not usually hurt.',
      },
      instructions: [
        {
          anchor: 'nain-otat-naytteen',
          title: {
            fi: 'Näin otat näytteen kotona',
            sv: 'Så tar du provet hemma',
            en: 'How to take the sample at home',
          },
          text: {
            fi: '1. Lue paketin ohje kokonaan, ennen kuin aloitat.\n2. Pese kädet.\n3. Ota näyte niin kuin ohjeessa neuvotaan.\n4. Sulje putki tiukasti.\n5. Tarkista, että nimesi ja päivämäärä ovat putken kyljessä.\n6. Laita putki palautuskuoreen ja sulje kuori.\n\nJos jokin meni pieleen, pyydä uusi paketti. Se ei maksa mitään.',
            sv: '1. Läs hela anvisningen i paketet innan du börjar.\n2. Tvätta händerna.\n3. Ta provet så som anvisningen säger.\n4. Stäng röret ordentligt.\n5. Kontrollera att ditt namn och datumet står på röret.\n6. Lägg röret i svarskuvertet och stäng kuvertet.\n\nOm något gick fel, be om ett nytt paket. Det kostar ingenting.',
            en: '1. Read all the instructions in the package before you start.\n2. Wash your hands.\n3. Take the sample as the instructions say.\n4. Close the tube tightly.\n5. Check that your name and the date are on the tube.\n6. Put the tube in the return envelope and close the envelope.\n\nIf something went wrong, ask for a new package. It costs nothing.',
          },
        },
      ],
      steps: [
        {
          anchor: 'ota-nayte-kotona',
          logic: 'next',
          needed: 'required',
          title: {
            fi: 'Ota näyte ohjeen mukaan',
            sv: 'Ta provet enligt anvisningen',
            en: 'Take the sample as instructed',
          },
          text: {
            fi: 'Ota näyte päivänä, jona ehdit viedä sen postiin. Paketin ohje kertoo, minkä näytteen otat.',
            sv: 'Ta provet en dag när du hinner posta det. Anvisningen i paketet berättar vilket prov du ska ta.',
            en: 'Take the sample on a day when you have time to post it. The instructions in the package tell you which sample to take.',
          },
          cost: free,
          wait: {
            fi: 'Aikaa menee noin vartti.',
            sv: 'Det tar ungefär en kvart.',
            en: 'It takes about fifteen minutes.',
          },
          needs: {
            fi: 'Testipaketti ja rauhallinen paikka, jossa voit pestä kädet.',
            sv: 'Testpaketet och en lugn plats där du kan tvätta händerna.',
            en: 'The test package and a quiet place where you can wash your hands.',
          },
          channels: [
            {
              channel: 'sti-callback',
              whenToUse: {
                fi: 'Kun ohje on epäselvä tai tarvitset uuden paketin.',
                sv: 'När anvisningen är oklar eller du behöver ett nytt paket.',
                en: 'When the instructions are unclear or you need a new package.',
              },
            },
          ],
          links: [],
          forms: [],
          symptomChecks: [],
        },
        {
          anchor: 'postita-samana-paivana',
          logic: 'and',
          needed: 'required',
          title: {
            fi: 'Postita näyte samana päivänä',
            sv: 'Posta provet samma dag',
            en: 'Post the sample the same day',
          },
          text: {
            fi: 'Vie kuori postilaatikkoon samana päivänä. Postimaksu on maksettu. Vältä perjantaita, jotta näyte ei jää viikonlopuksi odottamaan.',
            sv: 'Lägg kuvertet i en postlåda samma dag. Portot är betalt. Undvik fredagar, så att provet inte blir liggande över veckoslutet.',
            en: 'Put the envelope in a post box the same day. The postage is paid. Avoid Fridays, so that the sample does not wait over the weekend.',
          },
          cost: {
            fi: 'Postimaksu on maksettu puolestasi.',
            sv: 'Portot är redan betalt.',
            en: 'The postage is already paid.',
          },
          wait: null,
          needs: null,
          channels: [],
          links: [],
          forms: [],
          symptomChecks: [],
        },
        {
          anchor: 'kay-vastaanotolla',
          logic: 'or',
          needed: 'required',
          title: {
            fi: 'Käy vastaanotolla, jos varasit ajan',
            sv: 'Besök mottagningen om du bokade en tid',
            en: 'Visit the clinic if you booked a time',
          },
          text: {
            fi: 'Ilmoittaudu laitteella ja odota kutsua. Hoitaja kysyy oireista ja kertoo, mitä näytteitä otetaan. Voit sanoa, jos jokin tuntuu pahalta.',
            sv: 'Anmäl dig på skärmen och vänta på din tur. Sjukskötaren frågar om symtomen och berättar vilka prov som tas. Säg till om något känns obehagligt.',
            en: 'Check in at the screen and wait to be called. The nurse asks about your symptoms and tells you which samples are taken. Say so if anything feels bad.',
          },
          cost: free,
          wait: {
            fi: 'Käynti kestää noin 20 minuuttia.',
            sv: 'Besöket tar ungefär 20 minuter.',
            en: 'The visit takes about 20 minutes.',
          },
          needs: {
            fi: 'Henkilökortti, passi tai Kela-kortti.',
            sv: 'Identitetskort, pass eller FPA-kort.',
            en: 'An identity card, a passport or a Kela card.',
          },
          channels: [
            {
              channel: 'sti-clinic',
              whenToUse: {
                fi: 'Kun sinulla on varattu aika.',
                sv: 'När du har bokat en tid.',
                en: 'When you have booked a time.',
              },
            },
          ],
          links: [],
          forms: [],
          symptomChecks: [],
        },
      ],
    },
    {
      anchor: 'saan-tuloksen',
      timing: 'during',
      title: {
        fi: 'Saan tuloksen',
        sv: 'Jag får svaret',
        en: 'I get the result',
      },
      text: {
        fi: 'Tulos tulee yleensä viikossa siitä, kun näyte on perillä. Saat tekstiviestin, kun se on luettavissa. Viestissä ei lue, mistä testistä on kyse.',
        sv: 'Svaret kommer oftast inom en vecka från det att provet har kommit fram. Du får ett textmeddelande när du kan läsa det. I meddelandet står det inte vilket test det gäller.',
        en: 'The result usually comes within a week after the sample has arrived. You get a text message when you can read it. The message does not say which test it is about.',
      },
      instructions: [
        {
          anchor: 'mita-tulos-tarkoittaa',
          title: {
            fi: 'Mitä tulos tarkoittaa?',
            sv: 'Vad betyder svaret?',
            en: 'What does the result mean?',
          },
          text: {
            fi: '- **Negatiivinen**: testi ei löytänyt tartuntaa.\n- **Positiivinen**: testi löysi tartunnan. Saat hoidon. Siirry seuraavaan vaiheeseen.\n- **Ei tulosta**: näyte ei kelvannut. Pyydä uusi paketti. Virhe ei ole sinun vikasi.',
            sv: '- **Negativt**: testet hittade ingen smitta.\n- **Positivt**: testet hittade en smitta. Du får vård. Gå vidare till nästa fas.\n- **Inget svar**: provet gick inte att undersöka. Be om ett nytt paket. Det är inte ditt fel.',
            en: '- **Negative**: the test found no infection.\n- **Positive**: the test found an infection. You will get treatment. Go on to the next phase.\n- **No result**: the sample could not be tested. Ask for a new package. It is not your fault.',
          },
        },
        {
          anchor: 'negatiivinen-mutta-olo-huono',
          title: {
            fi: 'Tulos on negatiivinen, mutta olosi ei ole hyvä',
            sv: 'Svaret är negativt, men du mår inte bra',
            en: 'The result is negative, but you do not feel well',
          },
          text: {
            fi: 'Ota yhteyttä, jos oireet jatkuvat tai uusia tulee. Vaivalla voi olla muu syy. Ota yhteyttä myös silloin, kun huoli ei hellitä.',
            sv: 'Ta kontakt om symtomen fortsätter eller om du får nya. Besvären kan ha en annan orsak. Ta kontakt också när oron inte släpper.',
            en: 'Get in touch if your symptoms go on or you get new ones. There may be another cause. Get in touch also if you keep worrying.',
          },
        },
      ],
      steps: [
        {
          anchor: 'katso-tulos-sovelluksesta',
          logic: 'next',
          needed: 'required',
          title: {
            fi: 'Katso tulos sovelluksesta',
            sv: 'Se svaret i appen',
            en: 'See the result in the app',
          },
          text: {
            fi: 'Avaa sovellus, kun saat tekstiviestin. Tuloksen vieressä lukee, mitä teet seuraavaksi. Voit kysyä hoitajalta samassa paikassa.',
            sv: 'Öppna appen när du får textmeddelandet. Bredvid svaret står det vad du ska göra härnäst. Du kan ställa frågor till sjukskötaren på samma ställe.',
            en: 'Open the app when you get the text message. Next to the result it says what to do next. You can ask the nurse in the same place.',
          },
          cost: free,
          wait: {
            fi: 'Yleensä viikko. Jos tulosta ei ole kymmenessä päivässä, ota yhteyttä.',
            sv: 'Oftast en vecka. Om svaret inte har kommit inom tio dagar, ta kontakt.',
            en: 'Usually a week. If there is no result in ten days, get in touch.',
          },
          needs: {
            fi: 'Pankkitunnukset tai mobiilivarmenne.',
            sv: 'Bankkoder eller mobilcertifikat.',
            en: 'Online banking codes or a mobile certificate.',
          },
          channels: [
            {
              channel: 'county-app',
              whenToUse: {
                fi: 'Kun voit kirjautua puhelimella tai tietokoneella.',
                sv: 'När du kan logga in med telefon eller dator.',
                en: 'When you can sign in with a phone or a computer.',
              },
            },
            {
              channel: 'sti-callback',
              whenToUse: {
                fi: 'Kun et pääse sovellukseen.',
                sv: 'När du inte kommer in i appen.',
                en: 'When you cannot get into the app.',
              },
            },
          ],
          links: [],
          forms: [],
          symptomChecks: [],
        },
        {
          anchor: 'kysy-tulos-puhelimessa',
          logic: 'or',
          needed: 'required',
          title: {
            fi: 'Kysy tulos puhelimessa',
            sv: 'Fråga efter svaret per telefon',
            en: 'Ask for the result by phone',
          },
          text: {
            fi: 'Jätä soittopyyntö, jos et käytä sovellusta tai jos tulosta ei kuulu. Hoitaja varmistaa, kuka olet, ja kertoo tuloksen.',
            sv: 'Lämna en ringbegäran om du inte använder appen eller om svaret dröjer. Sjukskötaren kontrollerar vem du är och berättar svaret.',
            en: 'Leave a request for a call if you do not use the app or if the result is late. The nurse checks who you are and tells you the result.',
          },
          cost: null,
          wait: {
            fi: 'Hoitaja soittaa saman päivän aikana.',
            sv: 'Sjukskötaren ringer samma dag.',
            en: 'The nurse calls the same day.',
          },
          needs: null,
          channels: [
            {
              channel: 'sti-callback',
              whenToUse: {
                fi: 'Kun et käytä sovellusta tai tulos viipyy.',
                sv: 'När du inte använder appen eller svaret dröjer.',
                en: 'When you do not use the app or the result is late.',
              },
            },
          ],
          links: [],
          forms: [],
          symptomChecks: [],
        },
      ],
    },
    {
      anchor: 'hoito-ja-sen-jalkeen',
      timing: 'after',
      title: {
        fi: 'Saan hoidon ja jatkan eteenpäin',
        sv: 'Jag får vård och går vidare',
        en: 'I get treatment and move on',
      },
      text: {
        fi: 'Seksitauti on tavallinen, eikä sitä tarvitse hävetä. Useimmat paranevat lääkkeellä. Muissakin tilanteissa saat hoidon ja tuen.',
        sv: 'En könssjukdom är vanlig och inget att skämmas för. De flesta går att bota med läkemedel. Du får vård och stöd också i andra fall.',
        en: 'Sexually transmitted infections are common and nothing to be ashamed of. Most are cured with medicine. You get care and support in other cases too.',
      },
      instructions: [
        {
          anchor: 'hoidon-aikana',
          title: {
            fi: 'Muista hoidon aikana',
            sv: 'Kom ihåg under behandlingen',
            en: 'Remember during treatment',
          },
          text: {
            fi: '- Ota kaikki lääkkeet, vaikka olo paranisi.\n- Pidä taukoa seksistä. Hoitaja kertoo, kuinka kauan.\n- Kerro hoitajalle, jos olet raskaana, imetät tai käytät muita lääkkeitä.\n- Ota yhteyttä, jos lääke ei sovi sinulle.',
            sv: '- Ta alla läkemedel, även om du mår bättre.\n- Gör ett uppehåll i sexlivet. Sjukskötaren berättar hur länge.\n- Berätta för sjukskötaren om du är gravid, ammar eller använder andra läkemedel.\n- Ta kontakt om läkemedlet inte passar dig.',
            en: '- Take all of the medicine, even if you feel better.\n- Take a break from sex. The nurse tells you how long.\n- Tell the nurse if you are pregnant, breastfeeding or taking other medicines.\n- Get in touch if the medicine does not suit you.',
          },
        },
      ],
      steps: [
        {
          anchor: 'aloita-hoito',
          logic: 'next',
          needed: 'required',
          title: {
            fi: 'Aloita hoito, jos tulos on positiivinen',
            sv: 'Börja behandlingen om svaret är positivt',
            en: 'Start treatment if the result is positive',
          },
          text: {
            fi: 'Hoitaja ottaa sinuun yhteyttä ja kertoo, miten saat lääkkeen. Jos hän ei ole soittanut kahdessa arkipäivässä, pyydä soittoa itse.',
            sv: 'Sjukskötaren kontaktar dig och berättar hur du får ditt läkemedel. Om ingen har ringt inom två vardagar, be själv om ett samtal.',
            en: 'A nurse contacts you and tells you how to get your medicine. If nobody has called in two working days, ask for a call yourself.',
          },
          cost: free,
          wait: {
            fi: 'Hoitaja soittaa yleensä kahden arkipäivän sisällä tuloksesta.',
            sv: 'Sjukskötaren ringer oftast inom två vardagar efter svaret.',
            en: 'A nurse usually calls within two working days of the result.',
          },
          needs: null,
          channels: [
            {
              channel: 'sti-callback',
              whenToUse: {
                fi: 'Kun sinulle ei ole soitettu tai haluat kysyä hoidosta.',
                sv: 'När ingen har ringt eller du vill fråga om vården.',
                en: 'When nobody has called or you want to ask about the treatment.',
              },
            },
            {
              channel: 'county-app',
              whenToUse: {
                fi: 'Kun haluat lukea hoito-ohjeen tai lähettää viestin.',
                sv: 'När du vill läsa vårdanvisningen eller skicka ett meddelande.',
                en: 'When you want to read the care instructions or send a message.',
              },
            },
          ],
          links: [],
          forms: [],
          symptomChecks: [],
        },
        {
          anchor: 'kerro-kumppaneille',
          logic: 'and',
          needed: 'required',
          title: {
            fi: 'Kerro kumppaneillesi',
            sv: 'Berätta för dina partner',
            en: 'Tell your partners',
          },
          text: {
            fi: 'Kumppanisi tarvitsevat testin, vaikka he voisivat hyvin. Hoitaja auttaa miettimään, kenelle kerrot ja miten. Jos et pysty kertomaan itse, sano se hoitajalle.',
            sv: 'Dina partner behöver testa sig även om de mår bra. Sjukskötaren hjälper dig att fundera på vem du berättar för och hur. Säg till om du inte klarar av att berätta själv.',
            en: 'Your partners need a test even if they feel well. The nurse helps you think about whom to tell and how. If you cannot tell them yourself, say so to the nurse.',
          },
          cost: {
            fi: 'Myös kumppaneillesi testi on maksuton.',
            sv: 'Testet är avgiftsfritt också för dina partner.',
            en: 'The test is free for your partners too.',
          },
          wait: null,
          needs: null,
          channels: [
            {
              channel: 'sti-callback',
              whenToUse: {
                fi: 'Kun haluat apua kertomiseen.',
                sv: 'När du vill ha hjälp med att berätta.',
                en: 'When you want help with telling them.',
              },
            },
          ],
          links: [],
          forms: [],
          symptomChecks: [],
        },
        {
          anchor: 'tee-kontrollitesti',
          logic: 'next',
          needed: 'required',
          title: {
            fi: 'Tee kontrollitesti',
            sv: 'Ta ett kontrolltest',
            en: 'Take a follow-up test',
          },
          text: {
            fi: 'Kontrollitesti näyttää, onko tartunta parantunut. Hoitaja kertoo, milloin se otetaan ja voitko ottaa sen kotona.',
            sv: 'Kontrolltestet visar om smittan är borta. Sjukskötaren berättar när det tas och om du kan ta det hemma.',
            en: 'The follow-up test shows whether the infection is gone. The nurse tells you when it is taken and whether you can take it at home.',
          },
          cost: free,
          wait: {
            fi: 'Testi otetaan yleensä noin kuukauden kuluttua hoidosta.',
            sv: 'Testet tas oftast ungefär en månad efter behandlingen.',
            en: 'The test is usually taken about a month after treatment.',
          },
          needs: null,
          channels: [
            {
              channel: 'sti-appointment',
              whenToUse: {
                fi: 'Kun hoitaja on pyytänyt sinua vastaanotolle.',
                sv: 'När sjukskötaren har bett dig komma till mottagningen.',
                en: 'When the nurse has asked you to come to the clinic.',
              },
            },
            {
              channel: 'sti-callback',
              whenToUse: {
                fi: 'Kun et muista, milloin testi piti ottaa.',
                sv: 'När du inte minns när testet skulle tas.',
                en: 'When you do not remember when to take the test.',
              },
            },
          ],
          links: [],
          forms: [],
          symptomChecks: [],
        },
        {
          anchor: 'suojaudu-jatkossa',
          logic: 'next',
          needed: 'optional',
          title: {
            fi: 'Suojaudu jatkossa',
            sv: 'Skydda dig i fortsättningen',
            en: 'Protect yourself from now on',
          },
          text: {
            fi: 'Kondomi suojaa parhaiten. Tee testi, kun aloitat uuden suhteen. Voit saada saman tartunnan uudelleen, vaikka hoito olisi onnistunut.',
            sv: 'Kondom skyddar bäst. Testa dig när du inleder ett nytt förhållande. Du kan få samma smitta igen även om behandlingen har lyckats.',
            en: 'A condom protects best. Take a test when you start a new relationship. You can get the same infection again even if the treatment worked.',
          },
          cost: null,
          wait: null,
          needs: null,
          channels: [],
          links: [
            {
              anchor: 'linkki-terveyskyla',
              url: 'https://www.terveyskyla.fi',
              title: {
                fi: 'Lue lisää Terveyskylästä',
                sv: 'Läs mer i Hälsobyn',
                en: 'Read more in Health Village',
              },
              kind: 'self-care',
              provider: 'Terveyskylä',
              why: {
                fi: 'Yliopistosairaalat tekevät sen yhdessä, ja siellä on ohjeita omahoitoon.',
                sv: 'Universitetssjukhusen gör den tillsammans, och där finns råd om egenvård.',
                en: 'The university hospitals produce it together, and it has advice on self-care.',
              },
            },
          ],
          forms: [],
          symptomChecks: [],
        },
        {
          anchor: 'hae-tukea',
          logic: 'next',
          needed: 'optional',
          title: {
            fi: 'Hae tukea, jos asia painaa',
            sv: 'Sök stöd om det känns tungt',
            en: 'Get support if it weighs on you',
          },
          text: {
            fi: 'Häpeä, pelko ja suuttumus ovat tavallisia tunteita. Puhu jollekulle, johon luotat. Voit puhua myös hoitajalle tai ihmiselle, joka on kokenut saman.',
            sv: 'Skam, rädsla och ilska är vanliga känslor. Prata med någon du litar på. Du kan också prata med en sjukskötare eller med någon som har varit med om samma sak.',
            en: 'Shame, fear and anger are common feelings. Talk to someone you trust. You can also talk to a nurse or to someone who has been through the same.',
          },
          cost: null,
          wait: null,
          needs: null,
          channels: [
            {
              channel: 'sexual-health-chat',
              whenToUse: {
                fi: 'Kun haluat kirjoittaa nimettömästi.',
                sv: 'När du vill skriva anonymt.',
                en: 'When you want to write without giving your name.',
              },
            },
            {
              channel: 'sti-callback',
              whenToUse: {
                fi: 'Kun haluat puhua hoitajan kanssa.',
                sv: 'När du vill prata med en sjukskötare.',
                en: 'When you want to talk with a nurse.',
              },
            },
          ],
          links: [
            {
              anchor: 'linkki-hivpoint',
              url: 'https://www.hivpoint.fi',
              title: {
                fi: 'Hae neuvoa ja vertaistukea Hivpointista',
                sv: 'Få råd och kamratstöd hos Hivpoint',
                en: 'Get advice and peer support from Hivpoint',
              },
              kind: 'peer-support',
              provider: 'Hivpoint',
              why: {
                fi: 'Järjestö auttaa seksuaaliterveyden kysymyksissä, ja palvelut ovat maksuttomia.',
                sv: 'Organisationen hjälper i frågor om sexuell hälsa, och tjänsterna är avgiftsfria.',
                en: 'The organisation helps with questions about sexual health, and its services are free.',
              },
            },
          ],
          forms: [],
          symptomChecks: [],
        },
      ],
    },
  ],
};
