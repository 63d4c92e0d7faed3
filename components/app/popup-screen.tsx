import { useEffect, useMemo } from 'preact/hooks';
import { CompactScreen } from './compact-screen.tsx';
import { createCompactState } from './compact-state.ts';
import { createPlace, readActiveTab } from './place.ts';
import type { Base } from './shell.tsx';

/** The toolbar's popup: reads the tab it was pressed in. */
export function PopupScreen({ base }: { base: Base }) {
  const compact = useMemo(() => createCompactState(base, createPlace({ kind: 'working' })), [base]);
  const read = (): void => void readActiveTab(compact.place);
  useEffect(read, [compact]);
  return (
    <CompactScreen
      base={base}
      compact={compact}
      inPanel={false}
      elsewhere={false}
      onTryAgain={read}
      onLeft={() => window.close()}
    />
  );
}
