import type { Item } from '../../utils/library/item.ts';
import { webAddress } from '../../utils/web-address.ts';
import { OutLink } from '../ui/button.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { Icon } from '../ui/icon.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import { siteOf, titleOf } from './item-words.ts';

export interface ItemActions {
  archive: (item: Item) => void;
  favourite: (item: Item) => void;
  tag: (item: Item) => void;
  correct: (item: Item) => void;
  choose: ((item: Item) => void) | null;
  onlySite: ((site: string) => void) | null;
  remove: (item: Item) => void;
  restore: (item: Item) => void;
  purge: (item: Item) => void;
}

/** What can be done with one row. */
export function RowMenu({ item, actions }: { item: Item; actions: ItemActions }) {
  const { t } = useI18n();
  const site = siteOf(item);
  const { choose, onlySite } = actions;
  if (item.deletedAt !== null) {
    return (
      <>
        <MenuButton icon="restore" name="restore-item" onPress={() => actions.restore(item)}>
          {t('restore')}
        </MenuButton>
        <MenuButton icon="delete" name="purge-item" onPress={() => actions.purge(item)}>
          {t('purge')}
        </MenuButton>
      </>
    );
  }
  return (
    <>
      <MenuButton icon="archive" name="archive-item" onPress={() => actions.archive(item)}>
        {t(item.archived ? 'toReadingList' : 'toArchive')}
      </MenuButton>
      <MenuButton icon="star" name="favourite-item" onPress={() => actions.favourite(item)}>
        {t(item.favourite ? 'outOfFavourites' : 'toFavourites')}
      </MenuButton>
      <MenuButton icon="tag" name="tag-item" onPress={() => actions.tag(item)}>
        {t('tags')}
      </MenuButton>
      <MenuButton icon="edit" name="correct-item" onPress={() => actions.correct(item)}>
        {t('correct')}
      </MenuButton>
      {choose && (
        <MenuButton icon="select" name="choose-from" onPress={() => choose(item)}>
          {t('choose')}
        </MenuButton>
      )}
      {site && onlySite && (
        <MenuButton icon="filter" name="only-site" onPress={() => onlySite(site)}>
          {t('onlySite', site)}
        </MenuButton>
      )}
      <OriginalLink item={item} />
      <hr class="menu-rule" />
      <MenuButton icon="delete" name="delete-item" onPress={() => actions.remove(item)}>
        {t('deleteFromLibrary')}
      </MenuButton>
    </>
  );
}

function OriginalLink({ item }: { item: Item }) {
  const { t } = useI18n();
  const address = webAddress(item.url);
  if (!address) return null;
  return (
    <OutLink href={address} extraClass="menu-item" data-testid="row-original">
      <Icon name="page" />
      {t('openOriginal')}
      <span class="visually-hidden"> {titleOf(item)}</span>
    </OutLink>
  );
}
