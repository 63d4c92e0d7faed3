import { useId } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import type { Library } from './library-state.ts';

/** How far work on many articles has come, and the way out of it. */
export function WorkingBar({ library }: { library: Library }) {
  const { t, number } = useI18n();
  const id = useId();
  const working = library.working.value;
  if (!working) return null;
  const { done, total, cancel } = working;
  return (
    <div class="banner" data-testid="working">
      <p>
        <label for={id}>{t('changing', number(done), number(total))}</label>
        <progress id={id} value={done} max={total} />
      </p>
      <Button look="quiet" data-testid="cancel-working" onClick={cancel}>
        {t('cancel')}
      </Button>
    </div>
  );
}
