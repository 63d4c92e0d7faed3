import type { ComponentChildren } from 'preact';
import { useContext, useId } from 'preact/hooks';
import { LOCALES, type LanguageSetting } from '../../utils/locale.ts';
import { CommandsContext, useCommand } from '../keys/commands.ts';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';
import { followOut, OutLink } from '../ui/button.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { MenuButton } from '../ui/menu-button.tsx';
import type { LookState } from '../reading/look-state.ts';

interface MoreMenuProps {
  state: LookState;
  original: string | null;
  /** null where there is no panel, or nothing to show in it. */
  onOpenPanel: (() => void) | null;
  /** null when nothing saved is shown. */
  onDelete: (() => void) | null;
  /** Further lines, before the others. */
  children?: ComponentChildren;
}

export function MoreMenu({ state, original, onOpenPanel, onDelete, children }: MoreMenuProps) {
  const { t } = useI18n();
  const commands = useContext(CommandsContext);
  useCommand('original', original === null ? null : () => followOut(original));
  useCommand('delete', onDelete);
  const anything =
    onOpenPanel !== null || original !== null || onDelete !== null || Boolean(children);
  return (
    <Popover label={t('more')} name="more-menu" icon="more">
      {children}
      {onOpenPanel && (
        <MenuButton icon="panel" name="open-panel" onPress={onOpenPanel}>
          {t('openPanel')}
        </MenuButton>
      )}
      {original && (
        <OutLink href={original} extraClass="menu-item" data-testid="menu-open-original">
          <Icon name="page" />
          {t('openOriginal')}
        </OutLink>
      )}
      {onDelete && (
        <MenuButton icon="delete" name="menu-delete" onPress={onDelete}>
          {t('deleteFromLibrary')}
        </MenuButton>
      )}
      {anything && <hr class="menu-rule" />}
      <MenuButton icon="keys" name="menu-keys" onPress={() => commands.run('keys', null)}>
        {t('keys')}
      </MenuButton>
      <LanguageChoice state={state} />
    </Popover>
  );
}

function LanguageChoice({ state }: { state: LookState }) {
  const { t } = useI18n();
  const id = useId();
  const choices: LanguageSetting[] = ['auto', ...LOCALES];
  return (
    <div class="field">
      <label for={id}>{t('interfaceLanguage')}</label>
      <select
        id={id}
        class="select"
        data-testid="interface-language"
        value={state.look.value.language}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice === event.currentTarget.value);
          if (chosen) void state.choose('language', chosen);
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice} {...(choice === 'auto' ? {} : { lang: choice })}>
            {t(`language_${choice}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
