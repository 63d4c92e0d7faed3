import { useState } from 'preact/hooks';
import type { MessageKey } from '../../utils/i18n.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { Button } from '../ui/button.tsx';

/** Shows the pictures from their hosts; answers what to say where that fails. */
export type LoadingPictures = () => Promise<MessageKey | null>;

interface LoadPicturesProps {
  /** How many are not kept. */
  missing: number;
  onLoad: LoadingPictures;
}

/** Says that pictures are not here, and offers to ask their hosts for them: never unasked. */
export function LoadPictures({ missing, onLoad }: LoadPicturesProps) {
  const { t, plural } = useI18n();
  const [failed, setFailed] = useState<MessageKey | null>(null);
  return (
    <div class="load-pictures small" data-testid="pictures-not-kept">
      <p role="status">{failed ? t(failed) : plural('picturesNotKept', missing)}</p>
      <Button
        look="quiet"
        data-testid="load-pictures"
        onClick={() => void onLoad().then(setFailed)}
      >
        {t('loadPictures')}
      </Button>
    </div>
  );
}
