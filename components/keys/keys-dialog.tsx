import { useContext, useEffect, useId, useState } from 'preact/hooks';
import { KEYS, printedKey, type KeyName, type Layout } from '../../utils/keys.ts';
import type { LookState } from '../reading/look-state.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { CommandsContext } from './commands.ts';
import { Line, Part } from './key-lines.tsx';
import { askLayout, layoutNow } from './layout.ts';
import { BrowserPart, ListPart } from './other-parts.tsx';
import { NAMES, PARTS } from './names.ts';
import { readingDirection } from './use-keys.ts';

interface KeysDialogProps {
  state: LookState;
  onClose: () => void;
}

/** The keys that do something here, as they are printed on the reader's keyboard. */
export function KeysDialog({ state, onClose }: KeysDialogProps) {
  const { t } = useI18n();
  const commands = useContext(CommandsContext);
  const [offered] = useState(() => commands.offered());
  const [layout, setLayout] = useState<Layout>(layoutNow);
  useEffect(() => void askLayout().then(setLayout), []);
  const parts = PARTS.map(
    ([title, all]) => [title, all.filter((command) => offered.has(command))] as const,
  );
  return (
    <Dialog name="keys" title={t('keys')} leave={t('keys_close')} onCancel={onClose}>
      <div class="keys">
        {parts.map(
          ([title, some]) =>
            some.length > 0 && (
              <Part key={title} title={t(title)}>
                {some.map((command) => (
                  <Line key={command} does={t(NAMES[command])} command={command}>
                    {KEYS[command].map((name) => (
                      <Key key={name} name={name} layout={layout} />
                    ))}
                  </Line>
                ))}
              </Part>
            ),
        )}
        {isListShown() && <ListPart />}
        <BrowserPart />
      </div>
      <SingleKeys state={state} />
    </Dialog>
  );
}

function isListShown(): boolean {
  return document.querySelector('[data-testid="library-list"]')?.checkVisibility() ?? false;
}

function Key({ name, layout }: { name: KeyName; layout: Layout }) {
  const { t, dir } = useI18n();
  if (name === 'Delete') return <kbd>{t('key_delete')}</kbd>;
  if (name === '?') return <kbd>{dir === 'rtl' ? '؟' : '?'}</kbd>;
  if (name === 'forward' || name === 'backward') {
    const left = (name === 'forward') === (readingDirection() === 'rtl');
    return <kbd>{left ? '←' : '→'}</kbd>;
  }
  return <kbd>{printedKey(name, layout)}</kbd>;
}

/** WCAG 2.1.4: keys that write a character can be switched off. */
function SingleKeys({ state }: { state: LookState }) {
  const { t } = useI18n();
  const hint = useId();
  return (
    <div class="single-keys">
      <label>
        <input
          type="checkbox"
          data-testid="single-keys"
          aria-describedby={hint}
          checked={state.look.value.singleKeys}
          onChange={(event) => void state.choose('singleKeys', event.currentTarget.checked)}
        />
        {t('singleKeys')}
      </label>
      <p id={hint} class="hint">
        {t('keys_singleHint')}
      </p>
    </div>
  );
}
