import { useEffect, useState } from 'preact/hooks';
import { StateCard } from '../ui/state-card.tsx';
import { useI18n } from '../ui/i18n-context.ts';

/** Most pages are read sooner than this, ms: then a sign of work would only flicker. */
const PATIENCE = 300;

export function WorkingState() {
  const { t } = useI18n();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status">
      {late && <StateCard name="working" drawing="sheet" title={t('working')} />}
    </div>
  );
}
