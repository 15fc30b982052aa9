// The tree of the example county: domain, service area, service, unit. Everything is fictional.
// `volume` is the number of answers in a usual month. About thirty thousand come in a year, and the
// smallest units have so few that their figures stay hidden. `sensitive` holds for the whole branch.

type Text = { fi: string; sv: string; en: string };

type Unit = { code: string; kind: 'unit'; name: Text; sensitive?: true; volume: number };

type Branch<Kind extends string, Child> = {
  code: string;
  kind: Kind;
  name: Text;
  sensitive?: true;
  children: Child[];
};

type Domain = Branch<'domain', Branch<'service-area', Branch<'service', Unit>>>;

export const county: { code: string; kind: 'county'; name: Text; shortName: Text } = {
  code: 'C1',
  kind: 'county',
  name: {
    fi: 'Esimerkkilän hyvinvointialue',
    sv: 'Exempelbygdens välfärdsområde',
    en: 'Esimerkkilä wellbeing services county',
  },
  shortName: { fi: 'Esimerkkilä', sv: 'Exempelbygden', en: 'Esimerkkilä' },
};

// Units that offer the path Seksitautien testaus ja hoito
export const stiUnits: string[] = ['U001', 'U013', 'U014', 'U015', 'U016', 'U058'];

// Units that offer the path Raskaudenkeskeytys
export const abortionUnits: string[] = ['U014', 'U015', 'U016', 'U057'];

// Units that offer the path Monipalvelupolku
export const multiServiceUnits: string[] = ['U001', 'U002', 'U006', 'U025', 'U028', 'U038', 'U044'];

export const domains: Domain[] = [
  {
    code: 'D1',
    kind: 'domain',
    name: { fi: 'Terveyspalvelut', sv: 'Hälso- och sjukvårdstjänster', en: 'Health services' },
    children: [
      {
        code: 'A11',
        kind: 'service-area',
        name: { fi: 'Vastaanottopalvelut', sv: 'Mottagningstjänster', en: 'Primary care' },
        children: [
          {
            code: 'S111',
            kind: 'service',
            name: {
              fi: 'Sote-keskukset',
              sv: 'Social- och hälsocentraler',
              en: 'Health and social services centres',
            },
            children: [
              {
                code: 'U001',
                kind: 'unit',
                name: {
                  fi: 'Koivurannan sote-keskus',
                  sv: 'Björkstrands social- och hälsocentral',
                  en: 'Koivuranta health and social services centre',
                },
                volume: 64,
              },
              {
                code: 'U002',
                kind: 'unit',
                name: {
                  fi: 'Kuusiharjun sote-keskus',
                  sv: 'Granåsens social- och hälsocentral',
                  en: 'Kuusiharju health and social services centre',
                },
                volume: 150,
              },
              {
                code: 'U003',
                kind: 'unit',
                name: {
                  fi: 'Järvikylän sote-keskus',
                  sv: 'Sjöby social- och hälsocentral',
                  en: 'Järvikylä health and social services centre',
                },
                volume: 112,
              },
              {
                code: 'U004',
                kind: 'unit',
                name: {
                  fi: 'Kivikosken sote-keskus',
                  sv: 'Stenfors social- och hälsocentral',
                  en: 'Kivikoski health and social services centre',
                },
                volume: 50,
              },
              {
                code: 'U005',
                kind: 'unit',
                name: {
                  fi: 'Niittylän lähivastaanotto',
                  sv: 'Ängby närmottagning',
                  en: 'Niittylä local clinic',
                },
                volume: 28,
              },
              {
                code: 'U006',
                kind: 'unit',
                name: {
                  fi: 'Liikkuva sote-palvelu',
                  sv: 'Den mobila social- och hälsoservicen',
                  en: 'Mobile health and social services',
                },
                volume: 12,
              },
              {
                code: 'U067',
                kind: 'unit',
                name: {
                  fi: 'Rantalan terveysasema',
                  sv: 'Strandby hälsostation',
                  en: 'Rantala health station',
                },
                volume: 24,
              },
            ],
          },
          {
            code: 'S112',
            kind: 'service',
            name: {
              fi: 'Digitaalinen sote-keskus',
              sv: 'Den digitala social- och hälsocentralen',
              en: 'Digital health and social services centre',
            },
            children: [
              {
                code: 'U007',
                kind: 'unit',
                name: { fi: 'Digivastaanotto', sv: 'Digimottagningen', en: 'Digital clinic' },
                volume: 160,
              },
              {
                code: 'U008',
                kind: 'unit',
                name: {
                  fi: 'Puhelinneuvonta ja takaisinsoitto',
                  sv: 'Telefonrådgivning och återuppringning',
                  en: 'Telephone advice and callback',
                },
                volume: 146,
              },
            ],
          },
        ],
      },
      {
        code: 'A12',
        kind: 'service-area',
        name: { fi: 'Ehkäisevät palvelut', sv: 'Förebyggande tjänster', en: 'Preventive services' },
        children: [
          {
            code: 'S121',
            kind: 'service',
            name: {
              fi: 'Neuvolat',
              sv: 'Rådgivningsbyråer',
              en: 'Maternity and child health clinics',
            },
            children: [
              {
                code: 'U009',
                kind: 'unit',
                name: {
                  fi: 'Koivurannan neuvola',
                  sv: 'Björkstrands rådgivningsbyrå',
                  en: 'Koivuranta maternity and child health clinic',
                },
                volume: 50,
              },
              {
                code: 'U010',
                kind: 'unit',
                name: {
                  fi: 'Kuusiharjun neuvola',
                  sv: 'Granåsens rådgivningsbyrå',
                  en: 'Kuusiharju maternity and child health clinic',
                },
                volume: 43,
              },
              {
                code: 'U011',
                kind: 'unit',
                name: {
                  fi: 'Järvikylän neuvola',
                  sv: 'Sjöby rådgivningsbyrå',
                  en: 'Järvikylä maternity and child health clinic',
                },
                volume: 29,
              },
              {
                code: 'U068',
                kind: 'unit',
                name: {
                  fi: 'Rantalan neuvola',
                  sv: 'Strandby rådgivningsbyrå',
                  en: 'Rantala maternity and child health clinic',
                },
                volume: 26,
              },
            ],
          },
          {
            code: 'S122',
            kind: 'service',
            name: {
              fi: 'Koulu- ja opiskeluterveydenhuolto',
              sv: 'Skol- och studerandehälsovård',
              en: 'School and student health care',
            },
            children: [
              {
                code: 'U012',
                kind: 'unit',
                name: {
                  fi: 'Kouluterveydenhuolto',
                  sv: 'Skolhälsovården',
                  en: 'School health care',
                },
                volume: 39,
              },
              {
                code: 'U013',
                kind: 'unit',
                name: {
                  fi: 'Opiskeluterveydenhuolto, Kivikoski',
                  sv: 'Studerandehälsovården, Stenfors',
                  en: 'Student health care, Kivikoski',
                },
                volume: 33,
              },
            ],
          },
          {
            code: 'S123',
            kind: 'service',
            name: {
              fi: 'Ehkäisy- ja seksuaalineuvonta',
              sv: 'Preventiv- och sexualrådgivning',
              en: 'Contraception and sexual health advice',
            },
            sensitive: true,
            children: [
              {
                code: 'U014',
                kind: 'unit',
                name: {
                  fi: 'Ehkäisy- ja seksuaalineuvonta, Koivuranta',
                  sv: 'Preventiv- och sexualrådgivningen, Björkstrand',
                  en: 'Contraception and sexual health advice, Koivuranta',
                },
                volume: 62,
              },
              {
                code: 'U015',
                kind: 'unit',
                name: {
                  fi: 'Ehkäisy- ja seksuaalineuvonta, Kuusiharju',
                  sv: 'Preventiv- och sexualrådgivningen, Granåsen',
                  en: 'Contraception and sexual health advice, Kuusiharju',
                },
                volume: 34,
              },
              {
                code: 'U016',
                kind: 'unit',
                name: {
                  fi: 'Nuorten seksuaalineuvonta',
                  sv: 'Sexualrådgivningen för unga',
                  en: 'Sexual health advice for young people',
                },
                volume: 18,
              },
            ],
          },
        ],
      },
      {
        code: 'A13',
        kind: 'service-area',
        name: { fi: 'Suun terveydenhuolto', sv: 'Mun- och tandvård', en: 'Oral health care' },
        children: [
          {
            code: 'S131',
            kind: 'service',
            name: { fi: 'Hammashoitolat', sv: 'Tandkliniker', en: 'Dental clinics' },
            children: [
              {
                code: 'U017',
                kind: 'unit',
                name: {
                  fi: 'Koivurannan hammashoitola',
                  sv: 'Björkstrands tandklinik',
                  en: 'Koivuranta dental clinic',
                },
                volume: 121,
              },
              {
                code: 'U018',
                kind: 'unit',
                name: {
                  fi: 'Kuusiharjun hammashoitola',
                  sv: 'Granåsens tandklinik',
                  en: 'Kuusiharju dental clinic',
                },
                volume: 47,
              },
              {
                code: 'U019',
                kind: 'unit',
                name: {
                  fi: 'Järvikylän hammashoitola',
                  sv: 'Sjöby tandklinik',
                  en: 'Järvikylä dental clinic',
                },
                volume: 24,
              },
              {
                code: 'U020',
                kind: 'unit',
                name: {
                  fi: 'Liikkuva hammashoitola',
                  sv: 'Den mobila tandkliniken',
                  en: 'Mobile dental clinic',
                },
                volume: 10,
              },
            ],
          },
        ],
      },
      {
        code: 'A14',
        kind: 'service-area',
        name: { fi: 'Kuntoutus', sv: 'Rehabilitering', en: 'Rehabilitation' },
        children: [
          {
            code: 'S141',
            kind: 'service',
            name: {
              fi: 'Terapiat ja apuvälineet',
              sv: 'Terapier och hjälpmedel',
              en: 'Therapies and assistive devices',
            },
            children: [
              {
                code: 'U021',
                kind: 'unit',
                name: { fi: 'Fysioterapia', sv: 'Fysioterapin', en: 'Physiotherapy' },
                volume: 45,
              },
              {
                code: 'U022',
                kind: 'unit',
                name: { fi: 'Puheterapia', sv: 'Talterapin', en: 'Speech therapy' },
                volume: 14,
              },
              {
                code: 'U023',
                kind: 'unit',
                name: { fi: 'Toimintaterapia', sv: 'Ergoterapin', en: 'Occupational therapy' },
                volume: 3,
              },
              {
                code: 'U024',
                kind: 'unit',
                name: {
                  fi: 'Apuvälinelainaamo',
                  sv: 'Hjälpmedelsutlåningen',
                  en: 'Assistive device loans',
                },
                volume: 31,
              },
            ],
          },
        ],
      },
      {
        code: 'A15',
        kind: 'service-area',
        name: {
          fi: 'Mielenterveys- ja päihdepalvelut',
          sv: 'Mentalvårds- och missbrukartjänster',
          en: 'Mental health and substance use services',
        },
        sensitive: true,
        children: [
          {
            code: 'S151',
            kind: 'service',
            name: {
              fi: 'Mielenterveyspalvelut',
              sv: 'Mentalvårdstjänster',
              en: 'Mental health services',
            },
            children: [
              {
                code: 'U025',
                kind: 'unit',
                name: {
                  fi: 'Mielenterveysvastaanotto',
                  sv: 'Mottagningen för psykisk hälsa',
                  en: 'Mental health clinic',
                },
                volume: 44,
              },
              {
                code: 'U026',
                kind: 'unit',
                name: {
                  fi: 'Nuorten mielenterveystiimi',
                  sv: 'Teamet för ungas psykiska hälsa',
                  en: 'Young people’s mental health team',
                },
                volume: 25,
              },
              {
                code: 'U027',
                kind: 'unit',
                name: {
                  fi: 'Kuntoutumiskoti Pihlaja',
                  sv: 'Rehabiliteringshemmet Rönnen',
                  en: 'Pihlaja rehabilitation home',
                },
                volume: 2,
              },
            ],
          },
          {
            code: 'S152',
            kind: 'service',
            name: {
              fi: 'Päihde- ja riippuvuuspalvelut',
              sv: 'Missbruks- och beroendevård',
              en: 'Substance use and addiction services',
            },
            children: [
              {
                code: 'U028',
                kind: 'unit',
                name: {
                  fi: 'Päihdevastaanotto',
                  sv: 'Mottagningen för missbrukarvård',
                  en: 'Substance use clinic',
                },
                volume: 13,
              },
              {
                code: 'U029',
                kind: 'unit',
                name: {
                  fi: 'Korvaushoito',
                  sv: 'Substitutionsbehandlingen',
                  en: 'Opioid substitution treatment',
                },
                volume: 4,
              },
            ],
          },
        ],
      },
    ],
  },
  {
    code: 'D2',
    kind: 'domain',
    name: {
      fi: 'Sosiaali- ja perhepalvelut',
      sv: 'Social- och familjetjänster',
      en: 'Social and family services',
    },
    children: [
      {
        code: 'A21',
        kind: 'service-area',
        name: {
          fi: 'Lapsiperheiden palvelut',
          sv: 'Tjänster för barnfamiljer',
          en: 'Services for families with children',
        },
        children: [
          {
            code: 'S211',
            kind: 'service',
            name: { fi: 'Perhekeskukset', sv: 'Familjecenter', en: 'Family centres' },
            children: [
              {
                code: 'U030',
                kind: 'unit',
                name: {
                  fi: 'Koivurannan perhekeskus',
                  sv: 'Björkstrands familjecenter',
                  en: 'Koivuranta family centre',
                },
                volume: 36,
              },
              {
                code: 'U031',
                kind: 'unit',
                name: {
                  fi: 'Kuusiharjun perhekeskus',
                  sv: 'Granåsens familjecenter',
                  en: 'Kuusiharju family centre',
                },
                volume: 19,
              },
              {
                code: 'U032',
                kind: 'unit',
                name: {
                  fi: 'Perheneuvola',
                  sv: 'Familjerådgivningen',
                  en: 'Family counselling clinic',
                },
                sensitive: true,
                volume: 23,
              },
              {
                code: 'U033',
                kind: 'unit',
                name: {
                  fi: 'Lapsiperheiden kotipalvelu',
                  sv: 'Hemservicen för barnfamiljer',
                  en: 'Home help for families with children',
                },
                volume: 11,
              },
            ],
          },
          {
            code: 'S212',
            kind: 'service',
            name: {
              fi: 'Lastensuojelu ja perheoikeus',
              sv: 'Barnskydd och familjerätt',
              en: 'Child welfare and family law',
            },
            sensitive: true,
            children: [
              {
                code: 'U034',
                kind: 'unit',
                name: {
                  fi: 'Lastensuojelun avohuolto',
                  sv: 'Barnskyddets öppenvård',
                  en: 'Child welfare, support at home',
                },
                volume: 4,
              },
              {
                code: 'U035',
                kind: 'unit',
                name: {
                  fi: 'Lastensuojelun sijaishuolto',
                  sv: 'Barnskyddets vård utom hemmet',
                  en: 'Child welfare, care outside the home',
                },
                volume: 2,
              },
              {
                code: 'U036',
                kind: 'unit',
                name: {
                  fi: 'Lastenkoti Vahtera',
                  sv: 'Barnhemmet Lönnen',
                  en: 'Vahtera children’s home',
                },
                volume: 1,
              },
              {
                code: 'U037',
                kind: 'unit',
                name: {
                  fi: 'Lastenvalvojat',
                  sv: 'Barnatillsyningsmännen',
                  en: 'Child welfare officers for parental matters',
                },
                volume: 10,
              },
            ],
          },
        ],
      },
      {
        code: 'A22',
        kind: 'service-area',
        name: {
          fi: 'Työikäisten palvelut',
          sv: 'Tjänster för personer i arbetsför ålder',
          en: 'Services for working-age people',
        },
        children: [
          {
            code: 'S221',
            kind: 'service',
            name: {
              fi: 'Aikuissosiaalityö',
              sv: 'Socialarbete för vuxna',
              en: 'Adult social work',
            },
            children: [
              {
                code: 'U038',
                kind: 'unit',
                name: {
                  fi: 'Aikuissosiaalityö, Koivuranta',
                  sv: 'Socialarbetet för vuxna, Björkstrand',
                  en: 'Adult social work, Koivuranta',
                },
                volume: 21,
              },
              {
                code: 'U039',
                kind: 'unit',
                name: {
                  fi: 'Kuntouttava työtoiminta',
                  sv: 'Arbetsverksamheten i rehabiliteringssyfte',
                  en: 'Rehabilitative work activities',
                },
                volume: 12,
              },
              {
                code: 'U040',
                kind: 'unit',
                name: {
                  fi: 'Turvakoti',
                  sv: 'Skyddshemmet',
                  en: 'Shelter for victims of domestic violence',
                },
                sensitive: true,
                volume: 1,
              },
            ],
          },
        ],
      },
      {
        code: 'A23',
        kind: 'service-area',
        name: { fi: 'Vammaispalvelut', sv: 'Funktionshinderservice', en: 'Disability services' },
        children: [
          {
            code: 'S231',
            kind: 'service',
            name: {
              fi: 'Vammaisten tuki ja asuminen',
              sv: 'Stöd och boende för personer med funktionsnedsättning',
              en: 'Support and housing for people with disabilities',
            },
            children: [
              {
                code: 'U041',
                kind: 'unit',
                name: {
                  fi: 'Vammaispalvelujen neuvonta',
                  sv: 'Rådgivningen inom funktionshinderservicen',
                  en: 'Disability services advice',
                },
                volume: 15,
              },
              {
                code: 'U042',
                kind: 'unit',
                name: {
                  fi: 'Henkilökohtainen apu',
                  sv: 'Den personliga assistansen',
                  en: 'Personal assistance',
                },
                volume: 17,
              },
              {
                code: 'U043',
                kind: 'unit',
                name: {
                  fi: 'Asumisyksikkö Kuusikoti',
                  sv: 'Boendeenheten Granhemmet',
                  en: 'Kuusikoti supported housing',
                },
                volume: 3,
              },
            ],
          },
        ],
      },
    ],
  },
  {
    code: 'D3',
    kind: 'domain',
    name: {
      fi: 'Ikääntyneiden palvelut',
      sv: 'Tjänster för äldre',
      en: 'Services for older people',
    },
    children: [
      {
        code: 'A31',
        kind: 'service-area',
        name: {
          fi: 'Neuvonta ja omaishoito',
          sv: 'Rådgivning och närståendevård',
          en: 'Advice and informal care',
        },
        children: [
          {
            code: 'S311',
            kind: 'service',
            name: {
              fi: 'Ikääntyneiden asiakasohjaus',
              sv: 'Klienthandledning för äldre',
              en: 'Guidance for older people',
            },
            children: [
              {
                code: 'U044',
                kind: 'unit',
                name: { fi: 'Seniorineuvonta', sv: 'Seniorrådgivningen', en: 'Advice for seniors' },
                volume: 48,
              },
              {
                code: 'U045',
                kind: 'unit',
                name: {
                  fi: 'Omaishoidon tuki',
                  sv: 'Stödet för närståendevård',
                  en: 'Support for informal care',
                },
                volume: 18,
              },
            ],
          },
        ],
      },
      {
        code: 'A32',
        kind: 'service-area',
        name: { fi: 'Kotona asuminen', sv: 'Boende hemma', en: 'Living at home' },
        children: [
          {
            code: 'S321',
            kind: 'service',
            name: { fi: 'Kotihoito', sv: 'Hemvård', en: 'Home care' },
            children: [
              {
                code: 'U046',
                kind: 'unit',
                name: {
                  fi: 'Koivurannan kotihoito',
                  sv: 'Björkstrands hemvård',
                  en: 'Koivuranta home care',
                },
                volume: 50,
              },
              {
                code: 'U047',
                kind: 'unit',
                name: {
                  fi: 'Kuusiharjun kotihoito',
                  sv: 'Granåsens hemvård',
                  en: 'Kuusiharju home care',
                },
                volume: 34,
              },
              {
                code: 'U048',
                kind: 'unit',
                name: {
                  fi: 'Järvikylän kotihoito',
                  sv: 'Sjöby hemvård',
                  en: 'Järvikylä home care',
                },
                volume: 22,
              },
              {
                code: 'U049',
                kind: 'unit',
                name: { fi: 'Yökotihoito', sv: 'Hemvården nattetid', en: 'Night-time home care' },
                volume: 4,
              },
              {
                code: 'U050',
                kind: 'unit',
                name: { fi: 'Etähoiva', sv: 'Distansomsorgen', en: 'Remote home care' },
                volume: 11,
              },
            ],
          },
        ],
      },
      {
        code: 'A33',
        kind: 'service-area',
        name: { fi: 'Asumispalvelut', sv: 'Boendeservice', en: 'Housing services' },
        children: [
          {
            code: 'S331',
            kind: 'service',
            name: {
              fi: 'Ympärivuorokautinen hoiva',
              sv: 'Omsorg dygnet runt',
              en: 'Round-the-clock care',
            },
            children: [
              {
                code: 'U051',
                kind: 'unit',
                name: {
                  fi: 'Hoivakoti Honkapirtti',
                  sv: 'Omsorgshemmet Tallgården',
                  en: 'Honkapirtti care home',
                },
                volume: 14,
              },
              {
                code: 'U052',
                kind: 'unit',
                name: {
                  fi: 'Hoivakoti Tuomikoto',
                  sv: 'Omsorgshemmet Häggbo',
                  en: 'Tuomikoto care home',
                },
                volume: 4,
              },
            ],
          },
        ],
      },
    ],
  },
  {
    code: 'D4',
    kind: 'domain',
    name: { fi: 'Sairaalapalvelut', sv: 'Sjukhustjänster', en: 'Hospital services' },
    children: [
      {
        code: 'A41',
        kind: 'service-area',
        name: { fi: 'Päivystys', sv: 'Jour', en: 'Emergency services' },
        children: [
          {
            code: 'S411',
            kind: 'service',
            name: {
              fi: 'Päivystys ja ensihoito',
              sv: 'Jour och prehospital akutsjukvård',
              en: 'Emergency department and emergency medical services',
            },
            children: [
              {
                code: 'U053',
                kind: 'unit',
                name: { fi: 'Yhteispäivystys', sv: 'Samjouren', en: 'Emergency department' },
                volume: 158,
              },
              {
                code: 'U054',
                kind: 'unit',
                name: {
                  fi: 'Ensihoito',
                  sv: 'Den prehospitala akutsjukvården',
                  en: 'Emergency medical services',
                },
                volume: 22,
              },
            ],
          },
        ],
      },
      {
        code: 'A42',
        kind: 'service-area',
        name: { fi: 'Poliklinikat', sv: 'Polikliniker', en: 'Outpatient clinics' },
        children: [
          {
            code: 'S421',
            kind: 'service',
            name: {
              fi: 'Poliklinikat ja päiväsairaala',
              sv: 'Polikliniker och dagsjukhus',
              en: 'Outpatient clinics and day hospital',
            },
            children: [
              {
                code: 'U055',
                kind: 'unit',
                name: { fi: 'Päiväsairaala', sv: 'Dagsjukhuset', en: 'Day hospital' },
                volume: 118,
              },
              {
                code: 'U056',
                kind: 'unit',
                name: {
                  fi: 'Sisätautien poliklinikka',
                  sv: 'Polikliniken för inre medicin',
                  en: 'Internal medicine outpatient clinic',
                },
                volume: 84,
              },
              {
                code: 'U057',
                kind: 'unit',
                name: {
                  fi: 'Naistentautien poliklinikka',
                  sv: 'Polikliniken för kvinnosjukdomar',
                  en: 'Gynaecology outpatient clinic',
                },
                sensitive: true,
                volume: 41,
              },
              {
                code: 'U058',
                kind: 'unit',
                name: {
                  fi: 'Iho- ja sukupuolitautien poliklinikka',
                  sv: 'Polikliniken för hud- och könssjukdomar',
                  en: 'Dermatology and venereology outpatient clinic',
                },
                sensitive: true,
                volume: 26,
              },
              {
                code: 'U059',
                kind: 'unit',
                name: {
                  fi: 'Lasten poliklinikka',
                  sv: 'Barnpolikliniken',
                  en: 'Children’s outpatient clinic',
                },
                volume: 45,
              },
            ],
          },
        ],
      },
      {
        code: 'A43',
        kind: 'service-area',
        name: { fi: 'Osastot', sv: 'Avdelningar', en: 'Wards' },
        children: [
          {
            code: 'S431',
            kind: 'service',
            name: { fi: 'Vuodeosastot', sv: 'Bäddavdelningar', en: 'Inpatient wards' },
            children: [
              {
                code: 'U060',
                kind: 'unit',
                name: {
                  fi: 'Sisätautien osasto',
                  sv: 'Avdelningen för inre medicin',
                  en: 'Internal medicine ward',
                },
                volume: 29,
              },
              {
                code: 'U061',
                kind: 'unit',
                name: { fi: 'Kirurgian osasto', sv: 'Kirurgiska avdelningen', en: 'Surgical ward' },
                volume: 32,
              },
              {
                code: 'U062',
                kind: 'unit',
                name: { fi: 'Synnytysosasto', sv: 'Förlossningsavdelningen', en: 'Maternity ward' },
                volume: 40,
              },
              {
                code: 'U063',
                kind: 'unit',
                name: {
                  fi: 'Saattohoito-osasto',
                  sv: 'Avdelningen för vård i livets slutskede',
                  en: 'End-of-life care ward',
                },
                sensitive: true,
                volume: 2,
              },
            ],
          },
        ],
      },
      {
        code: 'A44',
        kind: 'service-area',
        name: { fi: 'Tutkimukset', sv: 'Undersökningar', en: 'Examinations' },
        children: [
          {
            code: 'S441',
            kind: 'service',
            name: {
              fi: 'Näytteet ja kuvantaminen',
              sv: 'Prov och bilddiagnostik',
              en: 'Samples and imaging',
            },
            children: [
              {
                code: 'U064',
                kind: 'unit',
                name: { fi: 'Näytteenotto', sv: 'Provtagningen', en: 'Sample collection' },
                volume: 50,
              },
              {
                code: 'U065',
                kind: 'unit',
                name: { fi: 'Kuvantaminen', sv: 'Bilddiagnostiken', en: 'Imaging' },
                volume: 50,
              },
            ],
          },
        ],
      },
    ],
  },
  {
    code: 'D5',
    kind: 'domain',
    name: { fi: 'Ympäristöterveydenhuolto', sv: 'Miljöhälsovård', en: 'Environmental health' },
    children: [
      {
        code: 'A51',
        kind: 'service-area',
        name: { fi: 'Eläinlääkintä', sv: 'Veterinärtjänster', en: 'Veterinary services' },
        children: [
          {
            code: 'S511',
            kind: 'service',
            name: {
              fi: 'Pieneläinvastaanotot',
              sv: 'Smådjursmottagningar',
              en: 'Small animal clinics',
            },
            children: [
              {
                code: 'U066',
                kind: 'unit',
                name: {
                  fi: 'Pieneläinvastaanotto',
                  sv: 'Smådjursmottagningen',
                  en: 'Small animal clinic',
                },
                volume: 10,
              },
            ],
          },
        ],
      },
    ],
  },
];
