import { useEffect, useMemo } from 'preact/hooks';
import { readerAddress } from '../../utils/web-address.ts';
import { ReaderScreen } from '../../components/app/reader-screen.tsx';
import { createSavedReader } from '../../components/app/reader-state.ts';
import { mount, type Base } from '../../components/app/shell.tsx';

/** Saved articles: the page's policy lets no picture load from the network. */
function SavedReader({ base }: { base: Base }) {
  const reader = useMemo(() => createSavedReader(base), [base]);
  useEffect(() => void reader.start(), [reader]);
  return (
    <ReaderScreen
      base={base}
      reader={reader}
      onOpen={(item) => {
        history.pushState(null, '', readerAddress(item.id));
        void reader.start();
      }}
    />
  );
}

mount(SavedReader);
