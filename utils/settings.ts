import { storage, type WxtStorageItem } from 'wxt/utils/storage';
import { asLook, type Look } from './look.ts';
import type { ListQuery } from './library/list.ts';

/** One stored item a setting, so that two devices changing two settings do not undo each other. */
const items: Record<keyof Look, WxtStorageItem<unknown, Record<string, unknown>>> = {
  language: setting('interfaceLanguage'),
  theme: setting('theme'),
  face: setting('face'),
  ownFace: setting('ownFace'),
  textSize: setting('textSize'),
  lineHeight: setting('lineHeight'),
  width: setting('width'),
  align: setting('align'),
  digits: setting('digits'),
  tashkeel: setting('tashkeel'),
  pictures: setting('pictures'),
  months: setting('months'),
  hijri: setting('hijri'),
  singleKeys: setting('singleKeys'),
};

function setting(name: string): WxtStorageItem<unknown, Record<string, unknown>> {
  return storage.defineItem<unknown>(`sync:${name}`, { version: 1 });
}

/** What the synced store refused (it is full, or written too often), by field: it holds on this device. */
const refused = storage.defineItem<unknown>('local:refusedSettings', { version: 1 });

/** How a list was left on this device: nothing another one would want to hear of. */
const listOrder = storage.defineItem<unknown>('local:listOrder', { version: 1 });

export type ListOrder = Pick<ListQuery, 'order' | 'ascending'>;

const ORDERS: readonly ListOrder['order'][] = ['saved', 'published', 'length', 'site'];

/** The order last chosen for lists; null where none was, or one this version does not know. */
export const keptOrder = {
  async load(): Promise<ListOrder | null> {
    const kept = ((await listOrder.getValue()) ?? {}) as Record<string, unknown>;
    const order = ORDERS.find((known) => known === kept['order']);
    const { ascending } = kept;
    return order !== undefined && typeof ascending === 'boolean' ? { order, ascending } : null;
  },
  async save(order: ListOrder): Promise<void> {
    await listOrder.setValue(order);
  },
};

/**
 * The settings as this version understands them. A value it does not know, from a newer version on
 * another device, counts as unset here and stays in the store as it is.
 */
export async function loadSettings(): Promise<Look> {
  const names = Object.keys(items) as (keyof Look)[];
  const [stored, kept] = await Promise.all([
    storage.getItems(names.map((name) => items[name])),
    keptHere(),
  ]);
  const synced = Object.fromEntries(stored.map(({ value }, at) => [names[at], value]));
  return asLook({ ...synced, ...kept });
}

/**
 * In one writing, so that nobody meets the half of it, and with what was refused before. What is
 * refused now is kept on this device; rejects where that cannot be either.
 */
export async function saveSettings(changed: Partial<Look>): Promise<void> {
  const before = await keptHere();
  const wanted: Partial<Look> = { ...before, ...changed };
  const names = Object.keys(items) as (keyof Look)[];
  const values = names
    .filter((name) => name in wanted)
    .map((name) => ({ item: items[name], value: wanted[name] }));
  try {
    await storage.setItems(values);
  } catch (error) {
    console.warn(error);
    await refused.setValue({ ...(await keptHere()), ...changed });
    return;
  }
  if (Object.keys(before).length > 0) await refused.removeValue();
}

async function keptHere(): Promise<Partial<Look>> {
  const kept = await refused.getValue();
  return typeof kept === 'object' && kept !== null ? kept : {};
}

/** Calls back after any setting changed, here or on another page or device. */
export function watchSettings(callback: () => void, signal: AbortSignal): void {
  for (const item of [...Object.values(items), refused]) {
    signal.addEventListener('abort', item.watch(callback));
  }
}
