import type { Language } from '#platform/i18n.ts';

const FINNISH =
  'ja tai ei en et on ole olen olla oli kun jos mita mika mitka missa mista mihin minne miten kuinka milloin koska miksi kuka minun minulla minulle mina ' +
  'mun mulla mulle ma sinun sina hanen han me te he se sen sita tama taman etta niin kanssa voi voin voiko voinko saa saan saako saanko haluan haluaisin pitaa pitaisi ' +
  'teen tehda tehdaan menen menna paasen paasee paasta mulla onko olenko tarvitsen tarvitsee paikka apua apu';
const SWEDISH =
  'och eller inte ar jag du han hon vi ni de det den detta en ett att om nar var vart vad vem hur varfor vilken mig min mitt mina dig din man som med for pa i till av fran ' +
  'ska skall kan kunna vill vilja ha har far fa behover gor gora gar ga hjalp';
const ENGLISH =
  'the a an and or not is are am be i me my you your he she it we they this that to of in on at for with from how what when where why who which can could do does get have has ' +
  'want need should go help';

/** Words that say nothing of what somebody looks for, as they are once folded (`foldText`). */
export const STOP_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  fi: new Set(FINNISH.split(' ')),
  sv: new Set(SWEDISH.split(' ')),
  en: new Set(ENGLISH.split(' ')),
};
