import { useState } from 'react';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { TextArea } from '#ui/text-area.tsx';
import style from './path-editor.module.css';
import { type Edit, keyOf } from './text-edits.ts';
import { useTypedTexts } from './typed-texts.ts';

/** Somebody else wrote the same text meanwhile: both are shown, and one decides. */
export function ClashDialog() {
  const { edits } = useTypedTexts();
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const clash = [...edits.values()].find(
    ({ state, place }) => state === 'clash' && !later.has(keyOf(place)),
  );
  return clash ? (
    <Clash
      key={keyOf(clash.place)}
      clash={clash}
      onLater={() => setLater(new Set([...later, keyOf(clash.place)]))}
    />
  ) : null;
}

/** Shows the two texts of one clash. */
export function Clash({
  clash: { place, text, theirs },
  onLater,
}: {
  clash: Edit;
  onLater: () => void;
}) {
  const t = useWords();
  const { texts } = useTypedTexts();
  const [mine, setMine] = useState(text);
  const actions = (
    <>
      <Button kind="primary" onPress={() => void texts.keep(place, mine)}>
        {t('paths:clash.keepYours')}
      </Button>
      <Button onPress={() => texts.yield(place)}>{t('paths:clash.takeTheirs')}</Button>
    </>
  );
  return (
    <Dialog
      title={t('paths:clash.title')}
      open
      onClose={onLater}
      actions={actions}
      closing={t('paths:clash.later')}
      firm
      wide
    >
      <p>{t('paths:clash.explain')}</p>
      <div className={style.sides}>
        <TextArea
          name="mine"
          label={t('paths:clash.yours')}
          value={mine}
          onChange={setMine}
          lang={place.language}
        />
        <div>
          <strong>{t('paths:clash.theirs')}</strong>
          <p className={style.theirs} lang={place.language}>
            {theirs?.text || t('paths:clash.emptied')}
          </p>
        </div>
      </div>
    </Dialog>
  );
}
