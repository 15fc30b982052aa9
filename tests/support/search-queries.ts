/** The languages of the queries. */
type Language = 'fi' | 'sv';

/** The path by its code in `tests/support/service-paths.json`, and what people type who mean it. */
const FINNISH: Readonly<Record<string, readonly string[]>> = {
  sti: [
    'seksitauti',
    'seksitaudit',
    'seksitautitesti',
    'sukupuolitauti testi',
    'sukupuolitaudeista',
    'klamydia',
    'klamydian hoito',
    'klamidia',
    'klamydiaa epäilen',
    'tippuri testi',
    'tippurin oireet',
    'hiv testi',
    'hivtesti',
    'hiv-testiin',
    'kuppatesti',
    'seksitautien testaaminen kotona',
    'kotitesti klamydia',
    'miten tilaan kotitestin',
    'suojaamatonta seksiä',
    'seksitautiepäily',
    'sukupuolitautien testaus',
    'seksitauteihin testi',
  ],
  abortion: [
    'abortti',
    'abortin',
    'aborttiin',
    'aborti',
    'haluan abortin',
    'raskauden keskeytys',
    'raskaudenkeskeytys',
    'raskaudenkeskeytykseen',
    'raskaudenkeskeytis',
    'raskauden keskeyttäminen',
    'keskeytys',
    'lääkkeellinen abortti',
    'ei toivottu raskaus',
    'yllätysraskaus',
    'ylätysraskaus',
    'raskaana enkä halua lasta',
    'positiivinen raskaustesti',
    'keskeytyspoliklinikka',
    'aborttipilleri',
    'tein raskaustestin positiivinen',
  ],
  'multi-service': [
    'monipalvelupolku',
    'monipalvelu polku',
    'monta ongelmaa yhtä aikaa',
    'tarvitsen monta palvelua',
    'oma yhteyshenkilö',
    'yhteyshenkilön saaminen',
    'yhteishenkilö',
    'paljon palveluita tarvitseva',
    'pallotellaan luukulta toiselle',
    'yhteinen suunnitelma sosiaali ja terveys',
    'elämä on solmussa',
  ],
  strategic: [
    'strateginen palvelupolku',
    'strategia',
    'palveluketju',
    'asiakaspolut',
    'palvelutarpeen arvionti',
  ],
};

const SWEDISH: Readonly<Record<string, readonly string[]>> = {
  sti: [
    'könssjukdom',
    'könssjukdomar',
    'konssjukdom',
    'könsjukdom',
    'sexsjukdomar test',
    'klamydia',
    'klamydiatest',
    'testa mig för klamydia',
    'klamydiaprov',
    'klamidia',
    'gonorre',
    'gonorré symtom',
    'hiv test',
    'hivtest',
    'hemtest',
    'beställa hemtest könssjukdom',
    'oskyddat samlag',
    'syfilis',
  ],
  abortion: [
    'abort',
    'aborten',
    'göra abort',
    'abbort',
    'aborttablett',
    'abortpiller',
    'oönskad graviditet',
    'oonskad graviditet',
    'avbryta graviditet',
    'avbryta graviditeten',
    'graviditetsavbrott',
    'gravid vill inte behålla',
    'positivt graviditetstest',
    'medicinsk abort',
  ],
  'multi-service': [
    'flera tjänster samtidigt',
    'många problem på en gång',
    'kontaktperson',
    'egen kontaktpersson',
    'gemensam plan',
    'bollas mellan olika luckor',
  ],
  strategic: ['strategisk serviceväg', 'servicekedja', 'servicekedjan', 'klientvägen'],
};

/** A hundred everyday queries with the path that should come first. They are not to be helped by search words that repeat them. */
export const QUERIES: readonly {
  readonly language: Language;
  readonly typed: string;
  readonly path: string;
}[] = [...queriesOf('fi', FINNISH), ...queriesOf('sv', SWEDISH)];

function queriesOf(language: Language, byPath: Readonly<Record<string, readonly string[]>>) {
  return Object.entries(byPath).flatMap(([path, all]) =>
    all.map((typed) => ({ language, typed, path })),
  );
}
