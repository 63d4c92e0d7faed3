import type { MessageKey } from '../../utils/i18n.ts';
import { FACES, LINE_HEIGHTS, TEXT_SIZES, THEMES, WIDTHS, type Theme } from '../../utils/look.ts';
import { Popover } from '../ui/popover.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import type { LookState } from './look-state.ts';
import { OwnFace } from './own-face.tsx';
import { PanelChoice } from './panel-choice.tsx';
import { DatesGroup, InterfaceGroup, TextGroup } from './panel-groups.tsx';
import { PanelRestore } from './panel-restore.tsx';
import { PanelSlider } from './panel-slider.tsx';

/** Names in `_locales` have no dash. */
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

/** All settings, shown at once on the text behind; kept when a control is let go. */
export function TypePanel({ state }: { state: LookState }) {
  const { t, number } = useI18n();
  return (
    <Popover label={t('type')} name="type-button" extraClass="type-panel" icon="type" docked>
      <PanelChoice
        state={state}
        name="face"
        label={t('face')}
        values={FACES}
        word={(value) => (
          <>
            <span class="letters" lang="ar" aria-hidden="true">
              {t('faceLetters')}
            </span>
            <span>{t(`face_${value}`)}</span>
          </>
        )}
        extraClass="faces"
        attributes={(value) => ({ 'data-face': value })}
      />
      {state.look.value.face === 'own' && <OwnFace state={state} />}
      <div class="sliders">
        <PanelSlider
          state={state}
          name="textSize"
          label={t('textSize')}
          values={TEXT_SIZES}
          word={number}
          testid="text-size"
        />
        <PanelSlider
          state={state}
          name="lineHeight"
          label={t('lineHeight')}
          values={LINE_HEIGHTS}
          word={(value) => t(`lineHeight_${value}`)}
          testid="line-height"
        />
        <PanelSlider
          state={state}
          name="width"
          label={t('width')}
          values={WIDTHS}
          word={(value) => t(`width_${value}`)}
          testid="text-width"
        />
      </div>
      <PanelChoice
        state={state}
        name="theme"
        label={t('theme')}
        values={THEMES}
        word={(value) => t(THEME_WORDS[value])}
        extraClass="themes"
        attributes={(value) => ({ 'data-theme': value })}
      />
      <TextGroup state={state} />
      <DatesGroup state={state} />
      <InterfaceGroup state={state} />
      <PanelRestore state={state} />
    </Popover>
  );
}
