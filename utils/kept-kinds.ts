import { storage } from 'wxt/utils/storage';
import { isSameKind, type RemovalKind } from './article/removal-kind.ts';

/** By host, without `www.`. It names what was read, so it stays on this device. */
const kept = storage.defineItem<unknown>('local:keptKinds', { version: 1 });

/** What is read and written in one go is done by one page at a time. */
const LOCK = 'kept-kinds';

export async function keptKinds(host: string): Promise<RemovalKind[]> {
  return kindsOf((await all())[host]);
}

/** Remembers a kind for a site, or forgets it. */
export async function keepKind(host: string, kind: RemovalKind, keep: boolean): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    const hosts = await all();
    const others = kindsOf(hosts[host]).filter((known) => !isSameKind(known, kind));
    const { step, reason, phrase } = kind;
    const kinds = keep ? [...others, { step, reason, phrase }] : others;
    const { [host]: _, ...rest } = hosts;
    await kept.setValue(kinds.length > 0 ? { ...rest, [host]: kinds } : rest);
  });
}

/** Calls back after any site was told something, here or on another page. */
export function watchKeptKinds(callback: () => void, until: AbortSignal): void {
  until.addEventListener('abort', kept.watch(callback));
}

async function all(): Promise<Record<string, unknown>> {
  const value = await kept.getValue();
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Kinds of a newer version answer to no removal of this one, and are kept as they are. */
function kindsOf(value: unknown): RemovalKind[] {
  return Array.isArray(value) ? value.filter((kind) => typeof kind === 'object' && kind) : [];
}
