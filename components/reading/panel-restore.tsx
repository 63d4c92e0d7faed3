import { useState } from 'preact/hooks';
import { DEFAULT_LOOK, type Look } from '../../utils/look.ts';
import { Button } from '../ui/button.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import type { LookState } from './look-state.ts';

/** Puts all back as it came; the same button takes that back, until something else is chosen. */
export function PanelRestore({ state }: { state: LookState }) {
  const { t } = useI18n();
  const [before, setBefore] = useState<Look | null>(null);
  const look = state.look.value;
  const isOriginal = isSame(look, DEFAULT_LOOK);
  const undoing = isOriginal ? before : null;
  return (
    <div class="restore">
      <Button
        look="quiet"
        icon="restore"
        data-testid="restore-settings"
        aria-disabled={isOriginal && !undoing}
        onClick={() => {
          if (isOriginal && !undoing) return;
          setBefore(undoing ? null : look);
          void state.chooseAll(undoing ?? DEFAULT_LOOK);
        }}
      >
        {t(undoing ? 'undoRestoreSettings' : 'restoreSettings')}
      </Button>
      <p class="visually-hidden" role="status">
        {undoing && t('settingsRestored')}
      </p>
    </div>
  );
}

function isSame(one: Look, other: Look): boolean {
  const values: Record<string, unknown> = { ...other };
  return Object.entries(one).every(([name, value]) => value === values[name]);
}
