import { useId } from 'preact/hooks';
import type { MessageKey } from '../../utils/i18n.ts';
import { TEXT_SIZES, THEMES, type TextSize, type Theme } from '../../utils/look.ts';
import { IconButton } from '../ui/button.tsx';
import { Popover } from '../ui/popover.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import type { LookState } from './look-state.ts';

/** Size and theme, shown at once on the text behind; kept when a control is let go. */
export function TypePanel({ state }: { state: LookState }) {
  const { t } = useI18n();
  return (
    <Popover label={t('type')} name="type-button" extraClass="type-panel" icon="type">
      <SizeRow state={state} />
      <Themes state={state} />
    </Popover>
  );
}

const THEME_WORDS: Record<Theme, MessageKey> = {
  system: 'theme_system',
  light: 'theme_light',
  sepia: 'theme_sepia',
  grey: 'theme_grey',
  dark: 'theme_dark',
  black: 'theme_black',
  'contrast-light': 'theme_contrastLight',
  'contrast-dark': 'theme_contrastDark',
};

function SizeRow({ state }: { state: LookState }) {
  const { t, number } = useI18n();
  const id = useId();
  const size = state.look.value.textSize;
  const step = TEXT_SIZES.indexOf(size);
  const at = (index: number): TextSize => TEXT_SIZES[index] ?? size;
  const move = (by: number): void => void state.choose('textSize', at(step + by));
  return (
    <div>
      <div class="legend-row legend">
        <label for={id}>{t('textSize')}</label>
        <output class="value">{number(size)}</output>
      </div>
      <div class="size-row">
        <IconButton
          label={t('smallerText')}
          data-testid="smaller-text"
          disabled={step === 0}
          onClick={() => move(-1)}
        >
          <span class="small" lang="ar" aria-hidden="true">
            {t('typeMark')}
          </span>
        </IconButton>
        <input
          id={id}
          type="range"
          min={0}
          max={TEXT_SIZES.length - 1}
          step={1}
          value={step}
          aria-valuetext={number(size)}
          data-testid="text-size"
          onInput={(event) => state.preview('textSize', at(event.currentTarget.valueAsNumber))}
          onChange={(event) => void state.choose('textSize', at(event.currentTarget.valueAsNumber))}
        />
        <IconButton
          label={t('largerText')}
          data-testid="larger-text"
          disabled={step === TEXT_SIZES.length - 1}
          onClick={() => move(1)}
        >
          <span class="large" lang="ar" aria-hidden="true">
            {t('typeMark')}
          </span>
        </IconButton>
      </div>
    </div>
  );
}

function Themes({ state }: { state: LookState }) {
  const { t } = useI18n();
  const chosen = state.look.value.theme;
  return (
    <fieldset>
      <legend class="legend">{t('theme')}</legend>
      <div class="themes">
        {THEMES.map((theme) => (
          <label key={theme} class="theme" data-theme={theme}>
            <input
              type="radio"
              name="theme"
              value={theme}
              checked={theme === chosen}
              data-testid={`theme-${theme}`}
              onChange={() => void state.choose('theme', theme)}
            />
            {t(THEME_WORDS[theme])}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
