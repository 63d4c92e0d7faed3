import type { MessageKey } from '../../utils/i18n.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { Popover } from '../ui/popover.tsx';
import type { Library } from './library-state.ts';
import type { ListView } from './list-view.ts';

const ORDERS: Record<ListView['order'], MessageKey> = {
  saved: 'bySaved',
  published: 'byPublished',
  length: 'byLength',
  site: 'bySite',
};
const WAYS: [name: string, ascending: boolean, key: Record<ListView['order'], MessageKey>][] = [
  [
    'descending',
    false,
    { saved: 'newestFirst', published: 'newestFirst', length: 'longestFirst', site: 'lastFirst' },
  ],
  [
    'ascending',
    true,
    { saved: 'oldestFirst', published: 'oldestFirst', length: 'shortestFirst', site: 'firstFirst' },
  ],
];

/** The order of the list, both ways round. */
export function SortMenu({ library }: { library: Library }) {
  const { t } = useI18n();
  const { order, ascending } = library.view.value;
  return (
    <Popover label={t('order')} name="sort-menu" icon="sort">
      <fieldset class="field">
        <legend class="legend">{t('order')}</legend>
        {(Object.keys(ORDERS) as ListView['order'][]).map((by) => (
          <label key={by} class="menu-item">
            <input
              type="radio"
              name="order"
              checked={by === order}
              data-testid={`order-${by}`}
              // Names from the first letter on, all else from the last: what one looks for first.
              onChange={() => library.show({ order: by, ascending: by === 'site' })}
            />
            {t(ORDERS[by])}
          </label>
        ))}
      </fieldset>
      <hr class="menu-rule" />
      <fieldset class="field">
        <legend class="visually-hidden">{t('orderWay')}</legend>
        {WAYS.map(([name, way, keys]) => (
          <label key={name} class="menu-item">
            <input
              type="radio"
              name="way"
              checked={way === ascending}
              data-testid={`order-${name}`}
              onChange={() => library.show({ ascending: way })}
            />
            {t(keys[order])}
          </label>
        ))}
      </fieldset>
    </Popover>
  );
}
