import { signal, type Signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { onPanelArticle } from '../../utils/handoff.ts';
import { CompactScreen } from './compact-screen.tsx';
import { createCompactState } from './compact-state.ts';
import { createPlace, readActiveTab, showReading, type Place } from './place.ts';
import type { Base } from './shell.tsx';

/** The side panel: the last article handed to its window, and the library. */
export function PanelScreen({ base }: { base: Base }) {
  const compact = useMemo(() => createCompactState(base, createPlace({ kind: 'none' })), [base]);
  const elsewhere = useMemo(() => signal(false), []);
  useEffect(() => void follow(compact.place, elsewhere, base.until), [compact, elsewhere, base]);
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

/** Shows what is handed over, and notices when the window goes on to another page. */
async function follow(place: Place, elsewhere: Signal<boolean>, until: AbortSignal): Promise<void> {
  const current = await browser.windows.getCurrent();
  if (current.id === undefined) return;
  place.windowId = current.id;
  place.isPrivate = current.incognito;
  onPanelArticle(
    current.id,
    ({ reading, tabId }) => {
      place.tabId = tabId;
      elsewhere.value = false;
      void showReading(place, reading);
    },
    until,
  );
  const activated = (tab: { tabId: number; windowId: number }): void => {
    if (tab.windowId === current.id) elsewhere.value = tab.tabId !== place.tabId;
  };
  const updated = (tabId: number, change: { status?: string }): void => {
    if (tabId === place.tabId && change.status === 'loading') elsewhere.value = true;
  };
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  until.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
  });
}
