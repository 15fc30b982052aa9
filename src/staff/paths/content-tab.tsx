import { useSearchParams } from 'react-router';
import { ROOT_ANCHOR } from '#contract/paths';
import { useArrivalFocus } from './arrival-focus.ts';
import { useEditor } from './editor.tsx';
import { ElementPanel } from './element-panel.tsx';
import { Outline } from './outline.tsx';
import style from './path-editor.module.css';

/** The path's structure at the left, and the texts of the chosen part beside it. */
export function ContentTab() {
  const [search] = useSearchParams();
  const { find } = useEditor();
  const panel = useArrivalFocus();
  const element = find(search.get('at')) ?? find(ROOT_ANCHOR);
  if (!element) return null;
  return (
    <div className={style.columns}>
      <Outline selected={element} />
      <div ref={panel}>
        <ElementPanel key={element.anchor} element={element} />
      </div>
    </div>
  );
}
