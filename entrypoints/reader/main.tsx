import { useEffect, useMemo } from 'preact/hooks';
import { readerAddress } from '../../utils/web-address.ts';
import { ReaderScreen } from '../../components/app/reader-screen.tsx';
import { createFollowing } from '../../components/app/follow-row.ts';
import { createSavedReader } from '../../components/app/reader-state.ts';
import { useThumbnail } from '../../components/library/thumbnails.ts';
import { mount, type Base } from '../../components/app/shell.tsx';

/** Saved articles: the page's policy lets no picture load from the network. */
function SavedReader({ base }: { base: Base }) {
  const reader = useMemo(() => createSavedReader(base), [base]);
  useEffect(() => void reader.start(), [reader]);
  const follow = useMemo(() => createFollowing(() => void reader.start()), [reader]);
  return (
    <ReaderScreen
      base={base}
      reader={reader}
      thumbnail={useThumbnail}
      onOpen={(item) => {
        history.pushState(null, '', readerAddress(item.id));
        void reader.start();
      }}
      onFollow={follow}
    />
  );
}

mount(SavedReader);
