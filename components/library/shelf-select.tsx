import { useId } from 'preact/hooks';
import { useI18n } from '../ui/i18n-context.ts';
import type { Desk } from './desk.ts';
import { chooseShelf, SHELF_NAMES, shelvesOf } from './shelf-nav.tsx';
import type { Shelf } from './list-view.ts';

/** Shelves and tags in one control, where there is no room for them beside the list. */
export function ShelfSelect({ desk }: { desk: Desk }) {
  const { t, number } = useI18n();
  const id = useId();
  const { library } = desk;
  const { shelf } = library.view.value;
  const tags = library.facts.value?.tags ?? [];
  const shelves = shelvesOf(library);
  const choices: [value: string, shelf: Shelf, name: string, count: number | null][] = [
    ...shelves.map(
      ({ kind, count }) =>
        [kind, { kind }, t(SHELF_NAMES[kind]), count] satisfies [
          string,
          Shelf,
          string,
          number | null,
        ],
    ),
    ...tags.map(
      ({ name, count }) =>
        [`tag ${name}`, { kind: 'tag', tag: name }, name, count] satisfies [
          string,
          Shelf,
          string,
          number,
        ],
    ),
  ];
  return (
    <>
      <label class="visually-hidden" for={id}>
        {t('shelf')}
      </label>
      <select
        id={id}
        class="select shelf-select"
        data-testid="shelf-select"
        value={shelf.kind === 'tag' ? `tag ${shelf.tag}` : shelf.kind}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const choice = choices.find(([key]) => key === value);
          if (choice) chooseShelf(desk, choice[1]);
        }}
      >
        {choices.map(([value, , name, count]) => (
          <option key={value} value={value}>
            {count === null ? name : `${name} (${number(count)})`}
          </option>
        ))}
      </select>
    </>
  );
}
