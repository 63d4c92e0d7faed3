import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { MessageKey } from '../../utils/i18n.ts';
import { systemOf } from '../../utils/system.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { Line, Part } from './key-lines.tsx';

/** What is printed on the keys. */
type Words = (key: MessageKey) => string;

const OF_LISTS: readonly [MessageKey, (t: Words) => string[]][] = [
  ['keys_row', () => ['↑', '↓']],
  ['keys_openRow', (t) => [t('key_enter')]],
  ['keys_ends', (t) => [t('key_home'), t('key_end')]],
  ['keys_chooseRow', (t) => [t('key_space')]],
  ['undo', () => [systemOf(navigator) === 'macos' ? '⌘Z' : 'Ctrl+Z']],
];

/** Keys of the list itself (`use-list-keys.ts`). */
export function ListPart() {
  const { t } = useI18n();
  return (
    <Part title={t('keys_listPart')}>
      {OF_LISTS.map(([does, keys]) => (
        <Line key={does} does={t(does)}>
          {keys(t).map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </Line>
      ))}
    </Part>
  );
}

const OF_BROWSER: Record<string, MessageKey> = {
  _execute_action: 'actionTitle',
  'save-page': 'commandSavePage',
};

/** Keys the browser gives the extension on every page, as the reader has set them. */
export function BrowserPart() {
  const { t } = useI18n();
  const set = useBrowserKeys();
  if (set.length === 0) return null;
  return (
    <Part title={t('keys_browserPart')}>
      {set.map(({ does, keys }) => (
        <Line key={does} does={t(does)}>
          <kbd>{keys}</kbd>
        </Line>
      ))}
    </Part>
  );
}

interface BrowserKey {
  does: MessageKey;
  keys: string;
}

function useBrowserKeys(): readonly BrowserKey[] {
  const [set, setSet] = useState<readonly BrowserKey[]>([]);
  useEffect(() => {
    // Firefox for Android has no such keys.
    const { commands }: { commands?: typeof browser.commands } = browser;
    commands?.getAll().then(
      (all) =>
        setSet(
          all.flatMap(({ name, shortcut }) => {
            const does = OF_BROWSER[name ?? ''];
            return does && shortcut ? { does, keys: shortcut } : [];
          }),
        ),
      // The list is whole without them.
      (error: unknown) => console.warn(error),
    );
  }, []);
  return set;
}
