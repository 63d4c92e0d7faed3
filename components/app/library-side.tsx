import { useId } from 'preact/hooks';
import type { Item } from '../../utils/library/item.ts';
import { ExchangeLines } from '../exchange/exchange-lines.tsx';
import { StorageNotes } from '../exchange/storage-notes.tsx';
import { LibraryPane } from '../library/library-pane.tsx';
import { RestoredNotice } from '../library/restored-notice.tsx';
import { ShelfNav } from '../library/shelf-nav.tsx';
import type { UseThumbnail } from '../library/thumbnail.tsx';
import { IconButton } from '../ui/button.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { useMedia } from '../ui/use-media.ts';
import { ListBar } from './reader-bars.tsx';
import type { ReaderState } from './reader-state.ts';
import type { Base } from './shell.tsx';
import { UnfinishedSaves } from './unfinished.tsx';

/** From this width on shelves stand beside the list: see `reader.css`. */
const WIDE = '(min-width: 68.75em)';
/** From this width on the article stands beside the list. */
export const TWO_PANES = '(min-width: 43.75em)';

interface LibrarySideProps {
  base: Base;
  reader: ReaderState;
  currentId: string | null;
  onOpen: (item: Item, byKeyboard: boolean) => void;
  onFollow: ((item: Item) => void) | null;
  thumbnail: UseThumbnail | null;
}

/** Shelves and list, beside the article or in its place. */
export function LibrarySide({ base, reader, onFollow, ...pane }: LibrarySideProps) {
  const { t } = useI18n();
  const wide = useMedia(WIDE);
  const beside = useMedia(TWO_PANES);
  const id = useId();
  const { exchanging } = reader;
  const lines = <ExchangeLines exchanging={exchanging} />;
  return (
    <>
      <nav
        id={id}
        class={wide ? 'rail' : 'rail popover'}
        {...(wide ? {} : { popover: 'auto' as const })}
        aria-label={t('shelves')}
        data-testid="shelves"
      >
        {wide && (
          <ListBar base={base} start={null}>
            {lines}
          </ListBar>
        )}
        <ShelfNav desk={reader.desk} />
      </nav>
      <section class="list-side" aria-label={t('library')} data-scrolls>
        {!wide && (
          <ListBar
            base={base}
            start={
              <IconButton
                label={t('shelves')}
                icon="shelves"
                data-testid="open-shelves"
                popovertarget={id}
              />
            }
          >
            {lines}
          </ListBar>
        )}
        <UnfinishedSaves />
        <RestoredNotice />
        <LibraryPane
          {...pane}
          desk={reader.desk}
          onFollow={beside ? onFollow : null}
          onExport={(chosen) => (exchanging.value = { kind: 'export', chosen, backUpNow: false })}
          choosing
          withShelves={false}
          level={2}
        />
        <StorageNotes exchanging={exchanging} />
      </section>
    </>
  );
}
