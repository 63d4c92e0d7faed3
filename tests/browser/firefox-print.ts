/**
 * Firefox's own printing, to a file that is never written: what its remote protocol does too, for the
 * pages that protocol does not reach. Sent to the browser's window as source.
 */
interface PrintSettings {
  isInitializedFromPrinter: boolean;
  isInitializedFromPrefs: boolean;
  printSilent: boolean;
  printerName: string;
  outputFormat: number;
  outputDestination: number;
  outputStream: { close(): void };
}
interface StorageStream {
  init(segment: number, most: number): void;
  getOutputStream(from: number): { close(): void };
  newInputStream(from: number): object;
}
interface BinaryInputStream {
  setInputStream(stream: object): void;
  available(): number;
  readBytes(count: number): string;
}
declare const BrowsingContext: {
  getCurrentTopByBrowserId(
    id: number,
  ): { print(settings: PrintSettings): Promise<void>; mediumOverride: string } | null;
};
declare const Ci: Record<string, Record<string, number>>;
declare const Cc: Record<
  string,
  { getService(kind: object): unknown; createInstance(kind: object): unknown } | undefined
>;

export function setMedium(arg: { browserId: number; kind: 'print' | 'screen' }): void {
  const context = BrowsingContext.getCurrentTopByBrowserId(arg.browserId);
  if (!context) throw new Error('The page is closed');
  context.mediumOverride = arg.kind;
}

/** Bytes of a PDF, as base64. */
export async function printView(browserId: number): Promise<string> {
  const context = BrowsingContext.getCurrentTopByBrowserId(browserId);
  if (!context) throw new Error('The page is closed');
  const { nsIPrintSettings: kinds, nsIStorageStream, nsIBinaryInputStream } = Ci;
  const service = Cc['@mozilla.org/gfx/printsettings-service;1']?.getService(
    Ci['nsIPrintSettingsService'] ?? {},
  ) as { createNewPrintSettings(): PrintSettings };
  const stream = Cc['@mozilla.org/storagestream;1']?.createInstance(
    nsIStorageStream ?? {},
  ) as StorageStream;
  stream.init(65_536, 2 ** 32 - 1);
  const settings = service.createNewPrintSettings();
  settings.isInitializedFromPrinter = true;
  settings.isInitializedFromPrefs = true;
  settings.printSilent = true;
  settings.printerName = 'test';
  settings.outputFormat = kinds?.['kOutputFormatPDF'] ?? 0;
  settings.outputDestination = kinds?.['kOutputDestinationStream'] ?? 0;
  settings.outputStream = stream.getOutputStream(0);
  await context.print(settings);
  settings.outputStream.close();
  const reader = Cc['@mozilla.org/binaryinputstream;1']?.createInstance(
    nsIBinaryInputStream ?? {},
  ) as BinaryInputStream;
  reader.setInputStream(stream.newInputStream(0));
  return btoa(reader.readBytes(reader.available()));
}
