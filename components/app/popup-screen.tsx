import { useEffect, useMemo } from 'preact/hooks';
import { CompactScreen } from './compact-screen.tsx';
import { createCompactState, type CompactState } from './compact-state.ts';
import { createPlace, readActiveTab } from './place.ts';
import type { Base } from './shell.tsx';
import { answerQuestions } from './waiting-question.ts';

/** The toolbar's popup: reads the tab it was pressed in. */
export function PopupScreen({ base }: { base: Base }) {
  const compact = useMemo(() => createCompactState(base, createPlace({ kind: 'working' })), [base]);
  const read = (): void => void readActiveTab(compact.place);
  useEffect(() => void start(compact, base.until), [compact, base]);
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

async function start(compact: CompactState, until: AbortSignal): Promise<void> {
  const { place, saving, link } = compact;
  await readActiveTab(place);
  if (place.tabId !== null) await answerQuestions(place.tabId, { saving, link, until });
}
