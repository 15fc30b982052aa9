import { NotFoundScreen } from '#staff/error-screen.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { FieldSamples } from './field-samples.tsx';
import { FrameSamples } from './frame-samples.tsx';
import { StateSamples } from './state-samples.tsx';
import { WordSamples } from './word-samples.tsx';

/** All components in all their states on one page, for those who build; absent in production mode. */
export function GalleryScreen() {
  if (document.documentElement.dataset['gallery'] !== '1') return <NotFoundScreen />;
  return (
    <>
      <ScreenHeader
        title="Gallery"
        lead="Every component of src/ui in every state. Only those who build Polku see this page, so its words are in one language."
      />
      <WordSamples />
      <FieldSamples />
      <StateSamples />
      <FrameSamples />
      <Tabs
        label="Tabs"
        tabs={[
          { id: 'first', title: 'First tab', content: <p>One part of the screen.</p> },
          { id: 'second', title: 'Second tab', content: <p>Another part.</p> },
        ]}
      />
    </>
  );
}
