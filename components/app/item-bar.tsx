import type { Item } from '../../utils/library/item.ts';
import { useCommand } from '../keys/commands.ts';
import type { Desk } from '../library/desk.ts';
import { archiveItems, setFlags } from '../library/item-actions.ts';
import { IconButton } from '../ui/button.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { MenuButton } from '../ui/menu-button.tsx';

interface ItemProps {
  desk: Desk;
  item: Item;
}

/** Archive and favourites, for the saved article that is open. */
export function ItemToggles({ desk, item }: ItemProps) {
  const i18n = useI18n();
  const archive = (): void => archiveItems(desk, i18n, [item.id], !item.archived);
  const favourite = (): void =>
    void setFlags(desk, i18n, [item.id], { favourite: !item.favourite });
  useCommand('archive', archive);
  useCommand('favourite', favourite);
  return (
    <>
      <IconButton
        label={i18n.t(item.archived ? 'toReadingList' : 'toArchive')}
        icon="archive"
        extraClass={item.archived ? 'on' : ''}
        data-testid="toggle-archive"
        onClick={archive}
      />
      <IconButton
        label={i18n.t(item.favourite ? 'outOfFavourites' : 'toFavourites')}
        icon="star"
        extraClass={item.favourite ? 'on' : ''}
        data-testid="toggle-favourite"
        onClick={favourite}
      />
    </>
  );
}

/** What else can be done with it, as lines of a menu. */
export function ItemMenuLines({ desk, item }: ItemProps) {
  const { t } = useI18n();
  const tag = (): void =>
    void (desk.asking.value = { kind: 'tags', items: [item], ids: [item.id] });
  useCommand('tags', tag);
  return (
    <>
      <MenuButton icon="tag" name="menu-tags" onPress={tag}>
        {t('tags')}
      </MenuButton>
      <MenuButton
        icon="edit"
        name="menu-correct"
        onPress={() => (desk.asking.value = { kind: 'correct', item })}
      >
        {t('correct')}
      </MenuButton>
    </>
  );
}
