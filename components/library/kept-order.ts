import type { ListOrder } from '../../utils/settings.ts';

/** Where the order a reader chose for lists is kept. */
export interface KeptOrder {
  load(): Promise<ListOrder | null>;
  save(order: ListOrder): Promise<void>;
}

/** The order kept, or null: a list is not kept from its reader by a store that does not answer. */
export async function orderBefore(kept: KeptOrder): Promise<ListOrder | null> {
  try {
    return await kept.load();
  } catch (error) {
    console.warn(error);
    return null;
  }
}
