import { useState } from 'preact/hooks';
import { foldWords } from '../../utils/arabic/fold.ts';
import type { Item } from '../../utils/library/item.ts';
import type { TagCount } from '../../utils/library/tags.ts';
import { Text } from '../article/text.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { Icon } from '../ui/icon.tsx';
import { tagsOf } from './item-words.ts';
import { TagCombobox, tagIn } from './tag-combobox.tsx';

interface TagEditorProps {
  /** Those shown of the ones to be tagged: their tags stand there to be taken off. */
  items: Item[];
  ids: string[];
  known: TagCount[];
  onCancel: () => void;
  onSave: (ids: string[], add: string[], remove: string[]) => void;
}

/** Tags of one article or of several: what some of them carry can be given to all, or taken from all. */
export function TagEditor({ items, ids, known, onCancel, onSave }: TagEditorProps) {
  const { t, plural } = useI18n();
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const [typed, setTyped] = useState('');
  const carried = carriedBy(items).filter(({ name }) => !has(remove, name) && !has(add, name));
  const withTag = (name: string): { add: string[]; remove: string[] } => {
    const onAll = carried.some((tag) => isSame(tag.name, name) && tag.count >= ids.length);
    return {
      add: onAll || has(add, name) ? add : [...add, name],
      remove: remove.filter((other) => !isSame(other, name)),
    };
  };
  const put = (name: string): void => {
    const changed = withTag(name);
    setAdd(changed.add);
    setRemove(changed.remove);
  };
  /** What stands in the field is meant to be saved too, Enter or not. */
  const save = (): void => {
    const last = tagIn(typed);
    const all = last === null ? { add, remove } : withTag(last);
    onSave(ids, all.add, all.remove);
  };
  const takeOff = (name: string): void => {
    setAdd(add.filter((other) => !isSame(other, name)));
    if (carriedBy(items).some((tag) => isSame(tag.name, name))) setRemove([...remove, name]);
  };
  const names = [...carried.map(({ name }) => name), ...add];
  return (
    <Dialog
      name="tags"
      title={ids.length > 1 ? plural('tagsOfItems', ids.length) : t('tags')}
      onCancel={onCancel}
      actions={
        <Button look="filled" data-testid="dialog-confirm" onClick={save}>
          {t('save')}
        </Button>
      }
    >
      <TagCombobox
        known={known.map(({ name }) => name)}
        taken={names}
        typed={typed}
        onType={setTyped}
        onChoose={put}
      />
      {names.length > 0 && (
        <ul class="chips" aria-label={t('tags')} data-testid="tags-carried">
          {carried.map(({ name, count }) => (
            <TagChip
              key={name}
              name={name}
              onSome={count < ids.length}
              onAll={() => put(name)}
              onRemove={() => takeOff(name)}
            />
          ))}
          {add.map((name) => (
            <TagChip
              key={name}
              name={name}
              onSome={false}
              onAll={() => undefined}
              onRemove={() => takeOff(name)}
            />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

interface TagChipProps {
  name: string;
  /** Carried by some of several. */
  onSome: boolean;
  onAll: () => void;
  onRemove: () => void;
}

function TagChip({ name, onSome, onAll, onRemove }: TagChipProps) {
  const { t } = useI18n();
  return (
    <li>
      {onSome && (
        <button type="button" class="chip some" data-testid="tag-all" onClick={onAll}>
          {t('tagForAll', name)}
        </button>
      )}
      <button
        type="button"
        class="chip"
        data-testid="tag-remove"
        aria-label={t('removeTag', name)}
        onClick={() => {
          onRemove();
          document.querySelector<HTMLElement>('[data-testid="tag-input"]')?.focus();
        }}
      >
        <Text>{name}</Text>
        <Icon name="close" />
      </button>
    </li>
  );
}

function carriedBy(items: readonly Item[]): TagCount[] {
  const counts = new Map<string, TagCount>();
  for (const name of items.flatMap(tagsOf)) {
    const key = foldWords(name);
    counts.set(key, { name, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

function isSame(a: string, b: string): boolean {
  return foldWords(a) === foldWords(b);
}

function has(names: readonly string[], name: string): boolean {
  return names.some((other) => isSame(other, name));
}
