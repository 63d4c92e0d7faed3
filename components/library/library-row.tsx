import { useState } from 'preact/hooks';
import { headlineDirection } from '../../utils/arabic/direction.ts';
import type { Item } from '../../utils/library/item.ts';
import { readerAddress, webAddress } from '../../utils/web-address.ts';
import { IconButton } from '../ui/button.tsx';
import { Facts } from '../ui/facts.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { memo } from '../ui/memo.tsx';
import { plain } from '../ui/plain.ts';
import type { Row } from './ask.ts';
import { siteOf, titleOf } from './item-words.ts';
import { Marked, PassageText } from './marked-text.tsx';
import { Thumbnail, type UseThumbnail } from './thumbnail.tsx';

export interface RowActions {
  onOpen: (item: Item, byKeyboard: boolean) => void;
  onMenu: (item: Item, button: HTMLElement) => void;
  /** `range`: all from the last one chosen. */
  onToggle: (item: Item, range: boolean) => void;
}

interface RowProps {
  actions: RowActions;
  thumbnail: UseThumbnail | null;
  row: Row;
  current: boolean;
  /** null where rows are not being chosen. */
  chosen: boolean | null;
}

export const LibraryRow = memo(({ row, current, chosen, thumbnail, actions }: RowProps) => {
  const { t } = useI18n();
  const { item } = row;
  const title = titleOf(item);
  const dir = headlineDirection(title, item.dir);
  const kept = item.kind === 'link';
  const page = kept ? webAddress(item.url) : null;
  const choosing = chosen !== null;
  return (
    <li
      class="row"
      data-testid="library-item"
      data-id={item.id}
      data-kind={item.kind}
      data-current={current}
      data-chosen={chosen === true}
    >
      {choosing && (
        <ChooseBox
          label={title}
          chosen={chosen}
          onToggle={(range) => actions.onToggle(item, range)}
        />
      )}
      <a
        href={page ?? readerAddress(item.id)}
        {...(page ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
        aria-current={current ? 'true' : undefined}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || choosing || page || isWithModifier(event)) return;
          event.preventDefault();
          actions.onOpen(item, true);
        }}
        onClick={(event) => {
          if (choosing) {
            event.preventDefault();
            actions.onToggle(item, event.shiftKey);
          } else if (!page && !isWithModifier(event)) {
            event.preventDefault();
            actions.onOpen(item, false);
          }
        }}
      >
        <span class="words">
          <span class="name" dir={dir}>
            <Marked text={title} marks={row.headline} dir={dir} />
          </span>
          {row.passage && <PassageText passage={row.passage} />}
          <RowFacts item={item} />
        </span>
        {item.thumbnail !== null && thumbnail && (
          <Thumbnail hash={item.thumbnail} useUrl={thumbnail} />
        )}
      </a>
      {!choosing && (
        <IconButton
          label={t('rowMenu', title)}
          icon="more"
          data-testid="row-menu"
          onClick={(event) => actions.onMenu(item, event.currentTarget)}
        />
      )}
      {item.position && <ReadLine share={item.position.share} />}
    </li>
  );
});

interface ChooseBoxProps {
  label: string;
  chosen: boolean;
  onToggle: (range: boolean) => void;
}

function ChooseBox({ label, chosen, onToggle }: ChooseBoxProps) {
  const [, drawAgain] = useState(0);
  return (
    <label class="choose">
      <input
        type="checkbox"
        checked={chosen}
        aria-label={label}
        data-testid="choose-item"
        onClick={({ shiftKey }) => {
          onToggle(shiftKey);
          // The browser has turned the box over by itself, and a range may leave the row as it was.
          drawAgain((times) => times + 1);
        }}
      />
    </label>
  );
}

/** With one of these a link opens elsewhere, as every link does. */
function isWithModifier(event: MouseEvent | KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}

function RowFacts({ item }: { item: Item }) {
  const i18n = useI18n();
  const kept = item.kind === 'link';
  const date = plain(item.publishedTime);
  const share = item.position ? Math.round(shareOf(item.position.share) * 100) : 0;
  return (
    <>
      <Facts
        facts={[
          kept && <span class="mark">{i18n.t('toRead')}</span>,
          !item.complete && !kept && <span class="mark">{i18n.t('incomplete')}</span>,
          siteOf(item),
          date && i18n.date(date, 'day'),
          item.readingMinutes && i18n.readingTime(item.readingMinutes),
        ]}
      />
      <span class="visually-hidden">
        {[item.favourite && i18n.t('favourites'), share > 0 && i18n.t('readShare', share)]
          .filter(Boolean)
          .join(' ')}
      </span>
    </>
  );
}

/** Only to be seen: the row's facts say the same to others. */
function ReadLine({ share }: { share: number }) {
  return (
    <span class="read-line" aria-hidden="true" data-testid="read-line">
      <span style={{ '--read': shareOf(share).toFixed(3) }} />
    </span>
  );
}

/** A record may come from elsewhere. */
function shareOf(share: unknown): number {
  return typeof share === 'number' && share > 0 ? Math.min(1, share) : 0;
}
