import { useId } from 'preact/hooks';
import { LONGEST_FACE_NAME } from '../../utils/look.ts';
import { Text } from '../article/text.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { isFontThere } from './font-there.ts';
import type { LookState } from './look-state.ts';

/** The name of a font of the reader's own, what it looks like, and whether there is one. */
export function OwnFace({ state }: { state: LookState }) {
  const { t } = useI18n();
  const id = useId();
  const name = state.look.value.ownFace;
  const isMissing = name.trim() !== '' && !isFontThere(document, name);
  return (
    <div class="own-face">
      <label class="legend" for={id}>
        {t('ownFace')}
      </label>
      <input
        id={id}
        class="input"
        type="text"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        maxLength={LONGEST_FACE_NAME}
        placeholder="Scheherazade New"
        value={name}
        aria-describedby={`${id}-hint`}
        data-testid="own-face"
        onInput={(event) => state.preview('ownFace', event.currentTarget.value)}
        onChange={(event) => void state.choose('ownFace', event.currentTarget.value)}
      />
      <p class="hint" id={`${id}-hint`} role="status" data-testid="own-face-hint">
        {t(isMissing ? 'ownFaceMissing' : 'ownFaceHint')}
      </p>
      <p class="sample" lang="ar" dir="rtl" data-face="own" data-testid="own-face-sample">
        <Text>{t('typeSample')}</Text>
      </p>
    </div>
  );
}
