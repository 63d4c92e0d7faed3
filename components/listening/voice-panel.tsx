import { useId } from 'preact/hooks';
import { useI18n } from '../ui/i18n-context.ts';
import { Popover } from '../ui/popover.tsx';
import { languageName } from './language-name.ts';
import type { Listening } from './listening.ts';
import type { Offer, VoiceChoice } from './voice-choice.ts';

/** Who speaks: the voices of this device, and apart from them those that send the text away. */
export function VoicePanel({ listening: { voices } }: { listening: Listening }) {
  const { t } = useI18n();
  const offers = voices.offers.value;
  return (
    <Popover label={t('listen_voices')} name="listen-voices" icon="voice" extraClass="voice-panel">
      {offers.map((offer) => (
        <VoiceField key={offer.role.name} offer={offer} voices={voices} />
      ))}
      <NetworkVoices offers={offers} voices={voices} />
    </Popover>
  );
}

function VoiceField({ offer, voices }: { offer: Offer; voices: VoiceChoice }) {
  const { t, locale } = useI18n();
  const id = useId();
  const { role, usable, chosen } = offer;
  const language = languageName(role.languages[0] ?? '', locale);
  return (
    <div class="field">
      <label for={id}>
        {role.name === 'latin' ? t('listen_latinVoice') : t('listen_voiceOf', language)}
      </label>
      <select
        id={id}
        class="select"
        data-testid={`listen-voice-${role.name}`}
        disabled={usable.length === 0}
        value={chosen ?? ''}
        onChange={({ currentTarget }) => voices.choose(role, currentTarget.value)}
      >
        {usable.length === 0 && <option value="">{t('listen_none')}</option>}
        {usable.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function NetworkVoices({ offers, voices }: { offers: readonly Offer[]; voices: VoiceChoice }) {
  const { t } = useI18n();
  const note = useId();
  const all = offers.flatMap(({ network }) => network);
  if (all.length === 0) return null;
  const untold = all.every((voice) => voice.untold);
  return (
    <fieldset class="network-voices" aria-describedby={note} data-testid="listen-network">
      <legend class="legend">{t(untold ? 'listen_untold' : 'listen_network')}</legend>
      <p id={note} class="note">
        {t(untold ? 'listen_untoldNote' : 'listen_networkNote')}
      </p>
      {offers.flatMap(({ role, network }) =>
        network.map((voice) => (
          <NetworkVoice
            key={voice.key}
            voice={voice}
            onAgree={(agreed) => voices.agree(role, voice.key, agreed)}
          />
        )),
      )}
    </fieldset>
  );
}

interface NetworkVoiceProps {
  voice: Offer['network'][number];
  onAgree: (agreed: boolean) => void;
}

function NetworkVoice({ voice: { name, lang, agreed }, onAgree }: NetworkVoiceProps) {
  const { locale } = useI18n();
  const id = useId();
  return (
    <div class="agree">
      <input
        id={id}
        type="checkbox"
        role="switch"
        aria-checked={agreed}
        checked={agreed}
        data-testid="listen-agree"
        onChange={({ currentTarget }) => onAgree(currentTarget.checked)}
      />
      <label for={id}>
        <bdi>{name}</bdi> – <bdi>{languageName(lang, locale)}</bdi>
      </label>
    </div>
  );
}
