import type { Item } from '../../utils/library/item.ts';
import { textDirection } from '../../utils/arabic/direction.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { plain } from '../ui/plain.ts';
import { IconButton } from '../ui/button.tsx';
import { Facts } from '../ui/facts.tsx';

interface RowProps {
  item: Item;
  /** Where its link leads when it is opened elsewhere than here. */
  href: string;
  current: boolean;
  onOpen: (item: Item) => void;
  onDelete: (item: Item, byKeyboard: boolean) => void;
}

export function LibraryRow({ item, href, current, onOpen, onDelete }: RowProps) {
  const i18n = useI18n();
  const title = plain(item.title) ?? item.url;
  const site = plain(item.siteName) ?? hostOf(item.url);
  const date = plain(item.publishedTime);
  const kept = item.kind === 'link';
  return (
    <li class="row" data-testid="library-item" data-kind={item.kind} data-current={current}>
      <a
        href={href}
        {...(kept ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
        aria-current={current ? 'true' : undefined}
        onClick={(event) => {
          if (kept || event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onOpen(item);
        }}
      >
        <span class="name" dir={textDirection(title) ?? item.dir}>
          {title}
        </span>
        <Facts
          facts={[
            kept && <span class="mark">{i18n.t('toRead')}</span>,
            !item.complete && !kept && <span class="mark">{i18n.t('incomplete')}</span>,
            site,
            date && i18n.date(date, 'day'),
            item.readingMinutes && i18n.readingTime(item.readingMinutes),
          ]}
        />
      </a>
      <IconButton
        label={i18n.t('deleteItem', title)}
        icon="delete"
        data-testid="delete-item"
        onClick={(event) => onDelete(item, event.detail === 0)}
      />
    </li>
  );
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : null;
}
