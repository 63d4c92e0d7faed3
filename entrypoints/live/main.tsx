import { effect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { readerAddress } from '../../utils/web-address.ts';
import { ReaderScreen } from '../../components/app/reader-screen.tsx';
import { rememberedPage, rememberPage } from '../../components/app/remembered-page.ts';
import { createLiveReader } from '../../components/app/reader-state.ts';
import { useThumbnail } from '../../components/library/thumbnails.ts';
import { mount, type Base } from '../../components/app/shell.tsx';

/** A page just read: its pictures may load. Saved articles open on the page where none can. */
function LiveReader({ base }: { base: Base }) {
  const reader = useMemo(() => createLiveReader(base), [base]);
  useEffect(() => void reader.start(), [reader]);
  useEffect(() => effect(() => rememberPage(reader.place)), [reader]);
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
