// What the channels of the example's easy paths say in easy Finnish: short main clauses, everyday words, one thing a sentence.

import type { EasyForm } from '#modules/channels';

type Easy = NonNullable<EasyForm['easy']['fi-simple']>;

const bankCodes = 'Tarvitset pankkitunnukset. Voit käyttää myös mobiilivarmennetta.';

/** What easy Finnish says of the days on which the example's channels are closed. */
export const easyHolidays: NonNullable<Easy['notes']> = [
  { from: 'uudenvuodenpäivä', text: 'vuoden ensimmäinen päivä' },
  { from: 'loppiainen', text: 'loppiainen on juhlapäivä' },
  { from: 'vappu', text: 'vappu on juhlapäivä' },
  { from: 'itsenäisyyspäivä', text: 'itsenäisyyspäivä on juhlapäivä' },
  { from: 'joulu', text: 'joulun pyhäpäivät' },
];

/** The easy Finnish of the example's channels, by their codes. */
export const easyChannels: Readonly<Record<string, Easy>> = {
  'emergency-112': {
    description: 'Soita 112, jos jonkun henki on vaarassa.',
  },
  'medical-helpline-116117': {
    description:
      'Soita, jos et voi odottaa huomiseen. Saat neuvon. Sinulle kerrotaan, minne mennä.',
  },
  'sti-home-test': {
    name: 'Tilaa testi kotiin',
    description:
      'Vastaa kysymyksiin. Kirjoita osoite. Testi tulee kotiin postissa. Kuoresta ei näe, mitä siinä on.',
    needs: bankCodes,
  },
  'sti-test-pickup': {
    name: 'Hae testi sote-keskuksesta',
    description: 'Mene aulaan. Sano: ”Tulin hakemaan paketin.” Muuta sinun ei tarvitse sanoa.',
    needs: 'Ota mukaan henkilökortti, passi tai ajokortti.',
  },
  'sti-callback': {
    name: 'Pyydä, että hoitaja soittaa',
    description:
      'Soita ja jätä numerosi. Hoitaja soittaa sinulle samana päivänä. Voit pyytää tulkin.',
  },
  'sti-appointment': {
    name: 'Varaa aika verkossa',
    description: 'Näet heti vapaat ajat. Sinun ei tarvitse kertoa syytä.',
    needs: bankCodes,
  },
  'sti-clinic': {
    description:
      'Varaa ensin aika. Kun tulet, ilmoita laitteella, että olet tullut. Sinun ei tarvitse kertoa asiaasi aulassa. Sisään pääsee pyörätuolilla.',
    needs: 'Ota mukaan henkilökortti, passi tai Kela-kortti.',
  },
  'sexual-health-chat': {
    description: 'Kirjoita hoitajalle. Et kerro nimeäsi. Et tarvitse tunnuksia.',
  },
  'county-app': {
    description:
      'Näet tulokset ja suunnitelmat. Voit lukea viestit ja vastata niihin. Voit käyttää puhelinta tai tietokonetta.',
    hours: 'Saat vastauksen viestiin kahdessa arkipäivässä.',
    needs: bankCodes,
  },
  yths: {
    name: 'YTHS, opiskelijan terveys',
    description: 'Katso ohje YTHS:n sivulta. Siellä kerrotaan, miten saat ajan tai testin.',
    hours: 'Katso puhelinnumero ja ajat YTHS:n sivulta.',
    needs: 'Opiskelet yliopistossa tai ammattikorkeakoulussa. Olet ilmoittautunut läsnä olevaksi.',
  },
  'contraception-callback': {
    name: 'Ehkäisyneuvola: pyydä soitto',
    description:
      'Soita ja jätä numerosi. Hoitaja soittaa sinulle samana arkipäivänä. Voit pyytää tulkin.',
  },
  'gynaecology-clinic': {
    description:
      'Tule, kun sinulla on aika. Ilmoita laitteella, että olet tullut. Sisään pääsee pyörätuolilla.',
    needs: 'Ota mukaan henkilökortti, passi tai Kela-kortti.',
  },
  'gynaecology-phone': {
    description: 'Soita, jos haluat kysyä. Voit myös muuttaa aikaa tai perua ajan.',
  },
  'gynaecology-ward-phone': {
    description: 'Hoitaja vastaa myös yöllä. Hän vastaa myös viikonloppuna.',
  },
  'crisis-centre': {
    description: 'Voit puhua siitä, mikä on vaikeaa. Et kerro nimeäsi.',
  },
  'centre-callback': {
    name: 'Sote-keskus: pyydä soitto',
    description: 'Soita ja jätä numerosi. Soitamme sinulle samana arkipäivänä.',
  },
  'advice-callback': {
    name: 'Neuvonta: pyydä soitto',
    description:
      'Kerro, mikä sinua huolettaa. Sinun ei tarvitse tietää, kuka auttaa. Voit pyytää tulkin.',
  },
  'help-request': {
    description:
      'Kirjoita, mikä on vaikeaa. Voit pyytää apua myös läheiselle. Kysy ensin häneltä lupa.',
    needs: bankCodes,
  },
  'help-request-paper': {
    name: 'Pyydä apua paperilla',
    description:
      'Tulosta lomake. Voit myös pyytää lomakkeen sote-keskuksesta tai kirjastosta. Vie lomake sote-keskukseen.',
    hours: 'Voit tulostaa lomakkeen aina.',
  },
  'mobile-unit': {
    name: 'Palveluauto',
    description: 'Auto käy kylissä joka viikko. Et tarvitse aikaa.',
    hours: 'Ajat näet kaupassa ja kirjastossa.',
  },
  'joint-meeting': {
    description: 'Yhteyshenkilösi odottaa sinua aulassa. Sisään pääsee pyörätuolilla.',
  },
  'home-visit': {
    description: 'Työntekijä tulee kotiisi. Voit valita myös muun paikan.',
    hours: 'Sovimme ajan yhdessä.',
  },
  'remote-meeting': {
    name: 'Tapaaminen verkossa',
    description: 'Saat linkin tekstiviestillä. Kameraa ei tarvitse käyttää.',
    hours: 'Sovimme ajan yhdessä.',
    needs: bankCodes,
  },
  'own-contact': {
    name: 'Oma yhteyshenkilösi',
    description:
      'Yhteyshenkilö vastaa sinulle. Jos hän ei voi vastata, hän soittaa sinulle seuraavana arkipäivänä.',
  },
  'social-emergency': {
    description:
      'Soita, jos tarvitset apua tänään. Voit saada ruokaa, yöpaikan tai turvaa. Soita myös, jos lapsi on hädässä.',
  },
};
