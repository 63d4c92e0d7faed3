import { IconButton } from '../ui/button.tsx';
import { useCommand } from '../keys/commands.ts';
import { useI18n } from '../ui/i18n-context.ts';
import type { PageListening } from './use-listening.ts';

/** Begins where the reader is; once begun, plays and pauses. */
export function ListenButton({ page }: { page: PageListening }) {
  const { t } = useI18n();
  const state = page.listening.state.value;
  useCommand('listen', () => page.beginOrToggle());
  return (
    <IconButton
      label={t('listen')}
      icon="listen"
      data-testid="listen"
      aria-pressed={state === 'playing' || state === 'waiting'}
      onClick={() => page.beginOrToggle()}
    />
  );
}
