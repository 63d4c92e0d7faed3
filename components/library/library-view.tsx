import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Item } from '../../utils/library/item.ts';
import { useCopying } from '../reading/use-copying.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import type { Row } from './ask.ts';
import { chunksOf } from './chunks.ts';
import type { Desk } from './desk.ts';
import { itemActions, removeItems } from './item-actions.ts';
import { LibraryRow, type RowActions } from './library-row.tsx';
import { EmptyList, FailedList } from './list-faces.tsx';
import { LoadMore } from './load-more.tsx';
import { RowChunk } from './row-chunk.tsx';
import { useRowCommands } from './use-row-commands.ts';
import { useRowMenu } from './row-menu-place.tsx';
import type { UseThumbnail } from './thumbnail.tsx';
import { focusRow, useListKeys } from './use-list-keys.ts';

export interface LibraryViewProps {
  desk: Desk;
  /** The item open beside the list, if any. */
  currentId: string | null;
  onOpen: (item: Item, byKeyboard: boolean) => void;
  /** The keyboard came to a row: what stands beside the list follows. null where nothing does. */
  onFollow: ((item: Item) => void) | null;
  thumbnail: UseThumbnail | null;
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

type RowsProps = LibraryViewProps & { rows: Row[] };

const ROWS = { rows: '[data-testid="library-item"]', focus: focusRow };

function Rows(props: RowsProps) {
  const { desk, rows, level } = props;
  const i18n = useI18n();
  const { library, chosen } = desk;
  const list = useRef<HTMLDivElement>(null);
  const ofItem = itemActions(desk, i18n, props.choosing);
  const { open, menu } = useRowMenu(ofItem);
  const actions = useSteady<RowActions>({
    onOpen: props.onOpen,
    onMenu: open,
    onToggle: (item, range) => chosen.toggle(item.id, range, idsOf(rows)),
  });
  const isOn = chosen.on.value;
  useKeptFocus(list, ROWS);
  useCopying(list, 'list');
  useKeys(list, props);
  useRowCommands(list, (id) => rows.find(({ item }) => item.id === id)?.item, ofItem, !isOn);
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
      {chunksOf(rows, library.answered.value, i18n).map((groups, at) => (
        <RowChunk key={at}>
          {() =>
            groups.map(({ day, rows: some }) => (
              <section key={some[0]?.item.id}>
                {day !== null && <Heading class="day">{day}</Heading>}
                <ul>
                  {some.map((row) => (
                    <LibraryRow
                      key={row.item.id}
                      row={row}
                      current={row.item.id === props.currentId}
                      chosen={isOn ? chosen.ids.value.has(row.item.id) : null}
                      thumbnail={props.thumbnail}
                      actions={actions}
                    />
                  ))}
                </ul>
              </section>
            ))
          }
        </RowChunk>
      ))}
      {rows.length < library.total.value && <LoadMore library={library} />}
      {menu}
    </div>
  );
}

function useKeys(list: { current: HTMLElement | null }, { desk, rows, onFollow }: RowsProps): void {
  const i18n = useI18n();
  const { chosen } = desk;
  const isOn = chosen.on.value;
  const byId = (id: string): Item | undefined => rows.find(({ item }) => item.id === id)?.item;
  useListKeys(list, {
    onMove: (id, range) => {
      if (isOn && range) chosen.toggle(id, true, idsOf(rows));
      const item = byId(id);
      if (!isOn && item) onFollow?.(item);
    },
    onDelete: (id) => {
      if (byId(id)?.deletedAt === null)
        removeItems(desk, i18n, isOn ? [...chosen.ids.value] : [id]);
    },
    onToggle: isOn ? (id) => chosen.toggle(id, false, idsOf(rows)) : null,
  });
}

function idsOf(rows: readonly Row[]): string[] {
  return rows.map(({ item }) => item.id);
}

/** The same functions from one drawing to the next, each doing what the last one given does. */
function useSteady<Functions extends object>(given: Functions): Functions {
  const latest = useRef(given);
  latest.current = given;
  return useMemo(() => {
    const call =
      (name: keyof Functions) =>
      (...args: unknown[]): unknown =>
        (latest.current[name] as (...args: unknown[]) => unknown)(...args);
    const names = Object.keys(given) as (keyof Functions)[];
    return Object.fromEntries(names.map((name) => [name, call(name)])) as Functions;
  }, []);
}
