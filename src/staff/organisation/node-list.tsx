import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import { useWords } from '#staff/words.tsx';
import type { NodeChoice } from './node-choices.ts';
import style from './node-list.module.css';

/** The opened list of a node field: indented as a tree, or flat with the parents' names while something is searched. */
export function NodeList({ searching }: { searching: boolean }) {
  const t = useWords();
  return (
    <Popover className={style.popover ?? ''}>
      <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: searching ? 60 : 40 }}>
        <ListBox<NodeChoice>
          dependencies={[searching]}
          className={style.list ?? ''}
          renderEmptyState={() => <p className={style.none}>{t('organisation:picker.none')}</p>}
        >
          {(choice) => (
            <ListBoxItem
              id={choice.id}
              textValue={choice.name}
              className={style.option ?? ''}
              data-depth={searching ? 0 : Math.min(choice.depth, 5)}
            >
              <span>{choice.name}</span>
              {searching && choice.within && <span className={style.within}>{choice.within}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Virtualizer>
    </Popover>
  );
}
