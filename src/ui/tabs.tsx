import { type ReactNode, useEffect, useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import style from './tabs.module.css';

/** One tab and what it shows. */
export interface TabItem<Id extends string = string> {
  readonly id: Id;
  readonly title: ReactNode;
  readonly content: ReactNode;
}

interface TabsProps<Id extends string> {
  label: string;
  tabs: readonly TabItem<Id>[];
  /** The open tab, when the screen keeps it (in the address, say); else the first one opens. */
  selected?: Id;
  onSelect?: (id: Id) => void;
}

/** Parts of one screen, of which one is seen at a time. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  // On a phone the list is wider than its place: the open tab is brought into view, and nothing else moves.
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>(`[data-key="${selected}"]`);
    if (!tab || !list.current) return;
    const [at, frame] = [tab.getBoundingClientRect(), list.current.getBoundingClientRect()];
    list.current.scrollLeft += at.left - frame.left - (frame.width - at.width) / 2;
  }, [selected]);
  return (
    <AriaTabs
      {...(selected !== undefined && { selectedKey: selected })}
      {...(onSelect && { onSelectionChange: (key) => onSelect(key as Id) })}
    >
      <TabList ref={list} aria-label={label} className={style.list ?? ''}>
        {tabs.map(({ id, title }) => (
          <Tab key={id} id={id} className={style.tab ?? ''}>
            {title}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={style.panel ?? ''}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
