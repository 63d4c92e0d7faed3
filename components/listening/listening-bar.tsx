import { useId } from 'preact/hooks';
import { SPEEDS } from '../../utils/listening/settings.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { useCommand } from '../keys/commands.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { ListeningTrouble } from './listening-trouble.tsx';
import type { PageListening } from './use-listening.ts';
import { VoicePanel } from './voice-panel.tsx';

/** Under the article while it is read aloud. */
export function ListeningBar({ page }: { page: PageListening }) {
  const { t } = useI18n();
  const { listening, following } = page;
  const state = listening.state.value;
  const isOpen = state !== 'closed';
  useCommand('sentenceNext', isOpen ? () => listening.step(1) : null);
  useCommand('sentencePrevious', isOpen ? () => listening.step(-1) : null);
  if (!isOpen) return null;
  const plays = state !== 'paused';
  return (
    <section class="listening-bar" aria-label={t('listen')} data-testid="listening-bar">
      <ListeningTrouble listening={listening} />
      <div class="controls">
        <div class="group">
          <IconButton
            label={t('listen_back')}
            icon="sentenceBack"
            data-testid="listen-back"
            onClick={() => listening.step(-1)}
          />
          <IconButton
            label={t(plays ? 'listen_pause' : 'listen_play')}
            icon={plays ? 'pause' : 'play'}
            extraClass="play"
            data-testid="listen-toggle"
            onClick={() => listening.toggle()}
          />
          <IconButton
            label={t('listen_forth')}
            icon="sentenceForth"
            data-testid="listen-forth"
            onClick={() => listening.step(1)}
          />
        </div>
        {following.away.value && (
          <Button
            look="quiet"
            extraClass="here"
            data-testid="listen-here"
            onClick={() => following.goBack()}
          >
            {t('listen_here')}
          </Button>
        )}
        <div class="group">
          <SpeedChoice page={page} />
          <VoicePanel listening={listening} />
          <IconButton
            label={t('listen_close')}
            icon="close"
            data-testid="listen-close"
            onClick={() => {
              // The button goes; the text takes the focus.
              document.querySelector('main')?.focus({ preventScroll: true });
              listening.close();
            }}
          />
        </div>
      </div>
    </section>
  );
}

function SpeedChoice({ page: { listening } }: { page: PageListening }) {
  const { t } = useI18n();
  const id = useId();
  return (
    <>
      <label class="visually-hidden" for={id}>
        {t('listen_speed')}
      </label>
      <select
        id={id}
        class="select speed"
        title={t('listen_speed')}
        data-testid="listen-speed"
        value={listening.speed.value}
        onChange={({ currentTarget }) => {
          const chosen = SPEEDS.find((speed) => String(speed) === currentTarget.value);
          if (chosen) listening.setSpeed(chosen);
        }}
      >
        {SPEEDS.map((speed) => (
          <option key={speed} value={speed}>
            {t('listen_times', speed)}
          </option>
        ))}
      </select>
    </>
  );
}
