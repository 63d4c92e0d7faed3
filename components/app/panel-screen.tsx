import { signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { CompactScreen } from './compact-screen.tsx';
import { createCompactState } from './compact-state.ts';
import { followWindow } from './panel-source.ts';
import { createPlace, readActiveTab } from './place.ts';
import type { Base } from './shell.tsx';

/** The side panel: the last article handed to its window, and the library. */
export function PanelScreen({ base }: { base: Base }) {
  const compact = useMemo(() => createCompactState(base, createPlace({ kind: 'none' })), [base]);
  const elsewhere = useMemo(() => signal(false), []);
  useEffect(
    () => void followWindow(compact.place, elsewhere, base.until),
    [compact, elsewhere, base],
  );
  return (
    <CompactScreen
      base={base}
      compact={compact}
      inPanel
      elsewhere={elsewhere.value && compact.place.subject.value.kind !== 'none'}
      onTryAgain={() => void readActiveTab(compact.place)}
      onLeft={() => undefined}
    />
  );
}
