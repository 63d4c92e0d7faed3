import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { SPEEDS } from '../../utils/listening/settings.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { useCommand } from '../keys/commands.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { ListeningTrouble } from './listening-trouble.tsx';
import type { PageListening } from './use-listening.ts';
import { VoicePanel } from './voice-panel.tsx';

/** Under the article while it is read aloud. What is told of it has its region from the start, so that it is spoken. */
export function ListeningBar({ page }: { page: PageListening }) {
  const { listening } = page;
  const isOpen = listening.state.value !== 'closed';
  useCommand('sentenceNext', isOpen ? () => listening.step(1) : null);
  useCommand('sentencePrevious', isOpen ? () => listening.step(-1) : null);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => tellHeight(place.current), []);
  return (
    <div ref={place} class="listening-place">
      <ListeningTrouble listening={listening} />
      {isOpen && <Bar page={page} />}
    </div>
  );
}

/** Toasts must not lie over it, however much it tells. */
function tellHeight(place: HTMLElement | null): (() => void) | undefined {
  if (!place) return undefined;
  const { style } = place.ownerDocument.documentElement;
  const measured = new ResizeObserver(() =>
    style.setProperty('--listening-place', `${place.offsetHeight}px`),
  );
  measured.observe(place);
  return () => {
    measured.disconnect();
    style.removeProperty('--listening-place');
  };
}

function Bar({ page }: { page: PageListening }) {
  const { t } = useI18n();
  const { listening, following } = page;
  const first = useRef<HTMLDivElement>(null);
  const plays = listening.state.value !== 'paused';
  return (
    <section class="listening-bar" aria-label={t('listen')} data-testid="listening-bar">
      <div class="controls">
        <div class="group" ref={first}>
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
            onClick={() => {
              // The button goes; the one that plays takes the focus.
              first.current?.querySelector<HTMLElement>('.play')?.focus({ preventScroll: true });
              following.goBack();
            }}
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
