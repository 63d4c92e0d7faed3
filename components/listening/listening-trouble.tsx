import type { MessageKey } from '../../utils/i18n.ts';
import { systemOf, type System } from '../../utils/system.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { languageName } from './language-name.ts';
import type { Listening } from './listening.ts';

/** How a voice is had there. */
const WAYS: Record<System, MessageKey> = {
  windows: 'listen_get_windows',
  macos: 'listen_get_macos',
  linux: 'listen_get_linux',
  android: 'listen_get_android',
  chromeos: 'listen_get_chromeos',
  other: 'listen_get_elsewhere',
};

/** Why nothing is heard, and what can be done. Stands from the start: screen readers speak what changes in a region they know. */
export function ListeningTrouble({ listening }: { listening: Listening }) {
  const { t } = useI18n();
  const problem = listening.problem.value;
  const waits = listening.state.value === 'waiting';
  return (
    <div class="trouble" role="status" data-testid="listen-trouble">
      {waits && <p>{t('listen_waiting')}</p>}
      {problem === 'no-voice' && <NoVoice listening={listening} />}
      {problem === 'not-allowed' && <p>{t('listen_notAllowed')}</p>}
      {problem === 'failed' && <p>{t('listen_failed')}</p>}
    </div>
  );
}

function NoVoice({ listening }: { listening: Listening }) {
  const { t, locale } = useI18n();
  const main = listening.voices.main.value;
  if (!main) return null;
  if (main.network.some(({ untold }) => untold)) return <p>{t('listen_untoldThere')}</p>;
  const language = languageName(main.role.languages[0] ?? '', locale);
  return (
    <>
      <p>
        <strong>{t('listen_noVoice', language)}</strong>
      </p>
      <p>{t(WAYS[systemOf(navigator)], language)}</p>
      {main.network.length > 0 && <p>{t('listen_networkThere')}</p>}
    </>
  );
}
