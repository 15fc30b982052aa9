// Where else a matter belongs than in the answer form: what a county begins from and then corrects.

type Text = { fi: string; sv: string; en: string };

export const redirects: { kind: string; title: Text; text: Text; url: string | null }[] = [
  {
    kind: 'emergency',
    title: {
      fi: 'jonkun henki tai turvallisuus on vaarassa',
      sv: 'någons liv eller säkerhet är i fara',
      en: 'someone’s life or safety is in danger',
    },
    text: { fi: 'Soita heti 112.', sv: 'Ring genast 112.', en: 'Call 112 at once.' },
    url: 'tel:112',
  },
  {
    kind: 'urgent-care',
    title: {
      fi: 'tarvitset hoitoa nopeasti',
      sv: 'du behöver vård snabbt',
      en: 'you need care quickly',
    },
    text: {
      fi: 'Soita Päivystysapuun 116117. Numero on auki aina ja maksuton.',
      sv: 'Ring Jourhjälpen 116117. Numret är alltid öppet och avgiftsfritt.',
      en: 'Call the Medical Helpline 116117. It is always open and free of charge.',
    },
    url: 'tel:116117',
  },
  {
    kind: 'appointment',
    title: {
      fi: 'haluat perua tai siirtää ajan',
      sv: 'du vill avboka eller flytta en tid',
      en: 'you want to cancel or change an appointment',
    },
    text: {
      fi: 'Peru aika siellä, missä varasit sen, tai soita yksikköön. Ohje on myös ajanvarauksen vahvistuksessa.',
      sv: 'Avboka tiden där du bokade den eller ring enheten. Anvisningen finns också i bokningsbekräftelsen.',
      en: 'Cancel it where you booked it, or call the unit. The confirmation of your booking tells you how.',
    },
    url: null,
  },
  {
    kind: 'objection',
    title: {
      fi: 'olet tyytymätön hoitoosi tai kohteluusi ja haluat virallisen vastauksen (muistutus)',
      sv: 'du är missnöjd med vården eller bemötandet och vill ha ett officiellt svar (anmärkning)',
      en: 'you are not satisfied with your care or treatment and want an official answer (objection)',
    },
    text: {
      fi: 'Tee kirjallinen muistutus yksikköön, jota asia koskee. Saat perustellun vastauksen. Potilasasiavastaava tai sosiaaliasiavastaava auttaa kirjoittamisessa.',
      sv: 'Gör en skriftlig anmärkning till den enhet som saken gäller. Du får ett svar med motivering. Patientombudet eller socialombudet hjälper dig att skriva.',
      en: 'Make a written objection to the unit in question. You will get an answer with reasons. The patient or social services ombudsperson can help you write it.',
    },
    url: null,
  },
  {
    kind: 'complaint',
    title: {
      fi: 'haluat, että valvontaviranomainen tutkii asian (kantelu)',
      sv: 'du vill att tillsynsmyndigheten utreder saken (klagomål)',
      en: 'you want the supervisory authority to look into it (complaint)',
    },
    text: {
      fi: 'Tee kantelu Lupa- ja valvontavirastoon. Usein kannattaa tehdä ensin muistutus.',
      sv: 'Lämna ett klagomål till Tillstånds- och tillsynsverket. Ofta lönar det sig att först göra en anmärkning.',
      en: 'Make a complaint to the Finnish Supervisory Agency. It is often best to make an objection first.',
    },
    url: 'https://lvv.fi',
  },
  {
    kind: 'patient-injury',
    title: {
      fi: 'epäilet potilasvahinkoa ja haluat hakea korvausta',
      sv: 'du misstänker en patientskada och vill söka ersättning',
      en: 'you suspect a patient injury and want compensation',
    },
    text: {
      fi: 'Tee vahinkoilmoitus Potilasvakuutuskeskukseen. Potilasasiavastaava neuvoo sinua.',
      sv: 'Gör en skadeanmälan till Patientförsäkringscentralen. Patientombudet ger dig råd.',
      en: 'Make a claim to the Patient Insurance Centre. The patient ombudsperson can advise you.',
    },
    url: 'https://www.pvk.fi',
  },
  {
    kind: 'safety-incident',
    title: {
      fi: 'huomasit vaaratilanteen hoidossa tai palvelussa',
      sv: 'du märkte en farlig situation i vården eller servicen',
      en: 'you noticed something unsafe in care or in a service',
    },
    text: {
      fi: 'Kerro siitä heti henkilökunnalle. Tee myös vaaratapahtumailmoitus hyvinvointialueen sivulla, jotta sama ei toistu.',
      sv: 'Berätta genast för personalen. Anmäl också den farliga situationen på välfärdsområdets webbplats, så att samma sak inte händer igen.',
      en: 'Tell the staff at once. Also report the safety incident on the county’s website, so that it does not happen again.',
    },
    url: null,
  },
  {
    kind: 'ombudsperson',
    title: {
      fi: 'haluat neuvoja oikeuksistasi',
      sv: 'du vill ha råd om dina rättigheter',
      en: 'you want advice about your rights',
    },
    text: {
      fi: 'Ota yhteyttä potilasasiavastaavaan tai sosiaaliasiavastaavaan. Apu on maksutonta.',
      sv: 'Kontakta patientombudet eller socialombudet. Hjälpen är avgiftsfri.',
      en: 'Contact the patient ombudsperson or the social services ombudsperson. The help is free of charge.',
    },
    url: null,
  },
  {
    kind: 'accessibility',
    title: {
      fi: 'verkkopalvelua on vaikea käyttää (saavutettavuus)',
      sv: 'webbtjänsten är svår att använda (tillgänglighet)',
      en: 'the online service is hard to use (accessibility)',
    },
    text: {
      fi: 'Lähetä saavutettavuuspalaute. Saat vastauksen 14 päivässä.',
      sv: 'Skicka tillgänglighetsrespons. Du får svar inom 14 dagar.',
      en: 'Send accessibility feedback. You will get an answer within 14 days.',
    },
    url: null,
  },
];
