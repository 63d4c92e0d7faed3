import { vi } from 'vitest';

/** The parts of the browser the background asks, each to be told what to answer. */
export const fakeBrowser = {
  runtime: { id: 'ours', getURL: (path: string) => `chrome-extension://ours${path}` },
  scripting: { executeScript: vi.fn() },
  tabs: { get: vi.fn(), query: vi.fn() },
  windows: { getAll: vi.fn() },
  action: {
    setBadgeText: vi.fn(),
    setBadgeBackgroundColor: vi.fn(),
    setBadgeTextColor: vi.fn(),
    setTitle: vi.fn(),
    openPopup: vi.fn(),
  },
  permissions: { contains: vi.fn() },
  storage: { session: sessionStore(), local: { get: vi.fn() } },
};

type Listener = (changes: Record<string, { newValue?: unknown }>) => void;

/** `storage.session` with a quota, counted as the browsers do it. */
function sessionStore() {
  let kept: Record<string, unknown> = {};
  let quota = 10_485_760;
  const listeners = new Set<Listener>();
  const size = (entries: object): number =>
    new TextEncoder().encode(JSON.stringify(entries)).length;
  return {
    reset(bytes = 10_485_760): void {
      kept = {};
      quota = bytes;
      listeners.clear();
    },
    size: () => size(kept),
    get: (key: string | null) =>
      Promise.resolve(
        structuredClone(key === null ? kept : key in kept ? { [key]: kept[key] } : {}),
      ),
    set(entries: Record<string, unknown>): Promise<void> {
      const after = { ...kept, ...structuredClone(entries) };
      if (size(after) > quota) return Promise.reject(new Error('quota exceeded'));
      kept = after;
      const changes = Object.entries(entries).map(([key, newValue]) => [key, { newValue }]);
      for (const listener of listeners) listener(Object.fromEntries(changes));
      return Promise.resolve();
    },
    remove(keys: string | string[]): Promise<void> {
      for (const key of [keys].flat()) delete kept[key];
      return Promise.resolve();
    },
    onChanged: {
      addListener: (listener: Listener) => void listeners.add(listener),
      removeListener: (listener: Listener) => void listeners.delete(listener),
      count: () => listeners.size,
    },
  };
}
