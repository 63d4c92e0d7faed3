import { useEffect, useRef } from 'preact/hooks';
import type { I18n } from '../../utils/i18n.ts';
import type { Item } from '../../utils/library/item.ts';
import { useI18n } from '../ui/i18n-context.ts';
import type { Row } from './ask.ts';
import type { Desk } from './desk.ts';
import { itemActions, removeItems } from './item-actions.ts';
import { LibraryRow } from './library-row.tsx';
import { EmptyList, FailedList } from './list-faces.tsx';
import { isSearching, type ListView } from './list-view.ts';
import { LoadMore } from './load-more.tsx';
import { useRowMenu } from './row-menu-place.tsx';
import type { ThumbnailUrl } from './thumbnail.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useListKeys } from './use-list-keys.ts';

export interface LibraryViewProps {
  desk: Desk;
  /** The item open beside the list, if any. */
  currentId: string | null;
  onOpen: (item: Item, byKeyboard: boolean) => void;
  /** The keyboard came to a row: what stands beside the list follows. null where nothing does. */
  onFollow: ((item: Item) => void) | null;
  thumbnail: ThumbnailUrl | null;
  /** Whether several can be chosen. */
  choosing: boolean;
  /** Heading level of the empty state. */
  level: 1 | 2;
}

/** The rows of a shelf, day by day where they stand in the order of saving, or what a search found. */
export function LibraryView({ desk, level, ...props }: LibraryViewProps) {
  const { library } = desk;
  useEffect(() => void library.load(), [library]);
  const rows = library.rows.value;
  const trouble = library.failed.value;
  if (trouble) return <FailedList library={library} trouble={trouble} level={level} />;
  if (!rows) return null;
  return <Rows desk={desk} rows={rows} level={level} {...props} />;
}

function Rows({ desk, rows, level, ...props }: LibraryViewProps & { rows: Row[] }) {
  const i18n = useI18n();
  const { library, chosen } = desk;
  const list = useRef<HTMLDivElement>(null);
  const { open, menu } = useRowMenu(itemActions(desk, i18n, props.choosing));
  const byId = (id: string): Item | undefined => rows.find(({ item }) => item.id === id)?.item;
  const order = (): string[] => rows.map(({ item }) => item.id);
  const isOn = chosen.on.value;
  useKeptFocus(list);
  useListKeys(list, {
    onMove: (id, range) => {
      if (isOn && range) chosen.toggle(id, true, order());
      const item = byId(id);
      if (!isOn && item) props.onFollow?.(item);
    },
    onDelete: (id) => {
      const item = byId(id);
      if (item && item.deletedAt === null)
        removeItems(desk, i18n, isOn ? [...chosen.ids.value] : [id]);
    },
    onToggle: isOn ? (id) => chosen.toggle(id, false, order()) : null,
  });
  const Heading = level === 1 ? 'h2' : 'h3';
  return (
    <div
      class="library"
      data-testid="library-list"
      role="group"
      aria-label={i18n.t('results')}
      aria-describedby="list-keys"
      tabIndex={-1}
      ref={list}
    >
      {rows.length === 0 && <EmptyList library={library} level={level} />}
      {inGroups(rows, library.answered.value, i18n).map(([name, group]) => (
        <section key={name}>
          {name !== '' && <Heading class="day">{name}</Heading>}
          <ul>
            {group.map((row) => (
              <LibraryRow
                key={row.item.id}
                row={row}
                current={row.item.id === props.currentId}
                chosen={isOn ? chosen.ids.value.has(row.item.id) : null}
                thumbnail={props.thumbnail}
                onOpen={props.onOpen}
                onMenu={open}
                onToggle={(item, range) => chosen.toggle(item.id, range, order())}
              />
            ))}
          </ul>
        </section>
      ))}
      {rows.length < library.total.value && <LoadMore library={library} />}
      {menu}
    </div>
  );
}

/** Runs of rows of one day, where they stand in the order of their saving. */
function inGroups(rows: Row[], view: ListView, i18n: I18n): [string, Row[]][] {
  if (rows.length === 0) return [];
  if (view.order !== 'saved' || isSearching(view)) return [['', rows]];
  const now = Date.now();
  const days: [string, Row[]][] = [];
  for (const row of rows) {
    const day = i18n.relativeDay(row.item.savedAt, now);
    const last = days.at(-1);
    if (last?.[0] === day) last[1].push(row);
    else days.push([day, [row]]);
  }
  return days;
}
