/** Bytes of one picture as its host has it; one too heavy to keep is written anew afterwards. */
export const MOST_BYTES = 15_000_000;
/** Milliseconds for one picture. */
export const PATIENCE = 10_000;
