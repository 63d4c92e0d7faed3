/** What each record of a zip begins with, as a number of 32 bits: APPNOTE.TXT, section 4.3. */
export const FILE_HEADER = 0x04034b50;
export const DESCRIPTOR = 0x08074b50;
export const ENTRY = 0x02014b50;
export const END_64 = 0x06064b50;
export const LOCATOR_64 = 0x07064b50;
export const END = 0x06054b50;
