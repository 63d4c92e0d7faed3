import type { ComponentChildren } from 'preact';
import { localDay } from '../../utils/arabic/relative-dates.ts';
import {
  ALIGNMENTS,
  DEFAULT_LOOK,
  DIGITS,
  LANGUAGES,
  MONTHS,
  PICTURES,
  TASHKEEL,
  type Look,
} from '../../utils/look.ts';
import { useI18n } from '../ui/i18n-context.ts';
import type { LookState } from './look-state.ts';
import { PanelChoice } from './panel-choice.tsx';
import { PanelSwitch } from './panel-switch.tsx';

/** A part of the settings that is opened when it is wanted; closed, it says what is chosen in it. */
function Group(props: { name: string; title: string; says: string; children: ComponentChildren }) {
  return (
    <details class="group">
      <summary data-testid={`settings-${props.name}`}>
        <span>{props.title}</span>
        <span class="says">{props.says}</span>
      </summary>
      <div class="inside">{props.children}</div>
    </details>
  );
}

/** How letters, digits and pictures of an article are shown: of nothing else than the showing. */
export function TextGroup({ state }: { state: LookState }) {
  const { t, list } = useI18n();
  const look = state.look.value;
  const words = {
    align: t(`align_${look.align}`),
    digits: t(`digits_${look.digits}`),
    tashkeel: t(`tashkeel_${look.tashkeel}`),
    pictures: t(`pictures_${look.pictures}`),
  };
  const changed = (['align', 'digits', 'tashkeel', 'pictures'] as const).filter(
    (name) => look[name] !== DEFAULT_LOOK[name],
  );
  return (
    <Group name="text" title={t('textAndPictures')} says={list(changed.map((name) => words[name]))}>
      <PanelChoice
        state={state}
        name="align"
        label={t('align')}
        values={ALIGNMENTS}
        word={(value) => t(`align_${value}`)}
      />
      <PanelChoice
        state={state}
        name="digits"
        label={t('digits')}
        values={DIGITS}
        word={(value) => t(`digits_${value}`)}
      />
      <PanelChoice
        state={state}
        name="tashkeel"
        label={t('tashkeel')}
        values={TASHKEEL}
        word={(value) => t(`tashkeel_${value}`)}
      />
      <PanelChoice
        state={state}
        name="pictures"
        label={t('pictures')}
        values={PICTURES}
        word={(value) => t(`pictures_${value}`)}
      />
      <p class="hint">{t('displayOnly')}</p>
    </Group>
  );
}

/** How dates are written, with today's as it will be. */
export function DatesGroup({ state }: { state: LookState }) {
  const { t, date, locale } = useI18n();
  const today = localDay(new Date());
  const shown = date(today, 'day') ?? '';
  return (
    <Group name="dates" title={t('dates')} says={shown}>
      {/* Other languages have one set of names. */}
      {locale === 'ar' && (
        <PanelChoice
          state={state}
          name="months"
          label={t('months')}
          values={MONTHS}
          word={(value) => t(`months_${value}`)}
          extraClass="two"
        />
      )}
      <PanelSwitch state={state} name="hijri">
        {t('hijri')}
      </PanelSwitch>
      <p class="hint" data-testid="date-sample">
        {shown}
      </p>
    </Group>
  );
}

export function InterfaceGroup({ state }: { state: LookState }) {
  const { t } = useI18n();
  const word = (value: Look['language']) => t(`language_${value}`);
  return (
    <Group name="interface" title={t('interface')} says={word(state.look.value.language)}>
      <PanelChoice
        state={state}
        name="language"
        label={t('interfaceLanguage')}
        values={LANGUAGES}
        word={word}
        extraClass="two"
        attributes={(value): Record<string, string> => (value === 'auto' ? {} : { lang: value })}
      />
      <PanelSwitch state={state} name="singleKeys">
        {t('singleKeys')}
      </PanelSwitch>
    </Group>
  );
}
