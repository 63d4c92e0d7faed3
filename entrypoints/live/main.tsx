import { effect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { readerAddress } from '../../utils/web-address.ts';
import { ReaderScreen } from '../../components/app/reader-screen.tsx';
import {
  rememberedPage,
  rememberPage,
  rememberPlace,
} from '../../components/app/remembered-page.ts';
import { createLiveReader } from '../../components/app/reader-state.ts';
import { placeShown } from '../../components/app/use-reading-place.ts';
import { useThumbnail } from '../../components/library/thumbnails.ts';
import { mount, type Base } from '../../components/app/shell.tsx';

/** A page just read: its pictures may load. Saved articles open on the page where none can. */
function LiveReader({ base }: { base: Base }) {
  const reader = useMemo(() => createLiveReader(base), [base]);
  useEffect(() => void reader.start(), [reader]);
  useEffect(() => effect(() => rememberPage(reader.place)), [reader]);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    // At `pagehide` it is too late: a reload has begun with the history as it was.
    const remember = (): void => {
      if (reader.shows.value === 'article') rememberPlace(reader.place, placeShown());
    };
    document.addEventListener('scrollend', remember, { signal });
    return () => leaving.abort();
  }, [reader]);
  return (
    <ReaderScreen
      base={base}
      reader={reader}
      thumbnail={useThumbnail}
      onFollow={null}
      goneFrom={rememberedPage()}
      onOpen={(item) => location.assign(readerAddress(item.id))}
    />
  );
}

mount(LiveReader);
