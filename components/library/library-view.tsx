import { useEffect } from 'preact/hooks';
import type { MessageKey } from '../../utils/i18n.ts';
import type { LibraryTrouble } from '../../utils/library/errors.ts';
import type { Item } from '../../utils/library/item.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { Button } from '../ui/button.tsx';
import { StateCard } from '../ui/state-card.tsx';
import type { Toasts } from '../ui/toasts.tsx';
import { readerAddress, webAddress } from '../../utils/web-address.ts';
import { deleteWithUndo } from './delete-with-undo.ts';
import { LibraryRow } from './library-row.tsx';
import type { Library } from './library-state.ts';
import { useArrowKeys } from './use-arrow-keys.ts';

interface LibraryViewProps {
  library: Library;
  toasts: Toasts;
  /** The item open beside the list, if any. */
  currentId: string | null;
  onOpen: (item: Item) => void;
  /** Heading level of the empty state. */
  level: 1 | 2;
}

/** The saved list, newest first, day by day. */
export function LibraryView({ library, toasts, currentId, onOpen, level }: LibraryViewProps) {
  const i18n = useI18n();
  useEffect(() => void library.load(), [library]);
  const list = useArrowKeys();
  const items = library.items.value;
  const trouble = library.failed.value;
  if (trouble) return <Failed library={library} trouble={trouble} level={level} />;
  if (!items) return null;
  if (items.length === 0) {
    return (
      <StateCard
        name="empty-library"
        drawing="shelf"
        title={i18n.t('libraryEmpty')}
        hint={i18n.t('libraryEmptyHint')}
        level={level}
      />
    );
  }
  const onDelete = (item: Item, byKeyboard: boolean): void => {
    void deleteWithUndo(item, { library, toasts, i18n, takeFocus: byKeyboard, tabId: null });
  };
  const now = Date.now();
  const Heading = level === 1 ? 'h2' : 'h3';
  return (
    <div class="library" data-testid="library-list" ref={list}>
      {byDay(items, (item) => i18n.relativeDay(item.savedAt, now)).map(([day, saved]) => (
        <section key={day}>
          <Heading class="day">{day}</Heading>
          <ul>
            {saved.map((item) => (
              <LibraryRow
                key={item.id}
                item={item}
                href={hrefOf(item)}
                current={item.id === currentId}
                onOpen={onOpen}
                onDelete={onDelete}
              />
            ))}
          </ul>
        </section>
      ))}
      {items.length < library.total.value && (
        <div class="more-row">
          <Button data-testid="show-more" onClick={() => void library.more()}>
            {i18n.t('showMore')}
          </Button>
        </div>
      )}
    </div>
  );
}

const FAILURES: Record<LibraryTrouble, [MessageKey, MessageKey]> = {
  database: ['libraryFailed', 'libraryFailedHint'],
  newer: ['libraryNewer', 'libraryNewerHint'],
};

interface FailedProps {
  library: Library;
  trouble: LibraryTrouble;
  level: 1 | 2;
}

function Failed({ library, trouble, level }: FailedProps) {
  const { t } = useI18n();
  const [title, hint] = FAILURES[trouble];
  return (
    <StateCard
      name="library-failed"
      drawing="closed"
      title={t(title)}
      hint={t(hint)}
      level={level}
      actions={
        <Button data-testid="try-again" onClick={() => void library.load()}>
          {t('tryAgain')}
        </Button>
      }
    />
  );
}

/** Runs of items of one day; the list is in order of saving already. */
function byDay(items: Item[], dayOf: (item: Item) => string): [string, Item[]][] {
  const days: [string, Item[]][] = [];
  for (const item of items) {
    const day = dayOf(item);
    const last = days.at(-1);
    if (last?.[0] === day) last[1].push(item);
    else days.push([day, [item]]);
  }
  return days;
}

/** A kept link leads to its page; an article, or an address that is not of the web, to our reader. */
function hrefOf(item: Item): string {
  const page = item.kind === 'link' ? webAddress(item.url) : null;
  return page ?? readerAddress(item.id);
}
