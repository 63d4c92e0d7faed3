import type { View } from '../../browser/types.ts';

declare const window: { handed?: Blob[] };

/** From now on what the page hands to the browser to save is kept where a test can get at it. */
export function keepHandedFiles(view: View): Promise<void> {
  return view.evaluate(() => {
    const handed: Blob[] = [];
    window.handed = handed;
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob) handed.push(blob);
      return make(blob);
    };
  });
}

/** The last file handed over, as base64, with the name it is saved under. */
async function handedFile(view: View): Promise<{ name: string; base64: string }> {
  return view.evaluate(async () => {
    const name = document.querySelector('[data-testid=save-file]')?.getAttribute('download') ?? '';
    const bytes = new Uint8Array(
      (await window.handed?.at(-1)?.arrayBuffer()) ?? new ArrayBuffer(0),
    );
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return { name, base64: btoa(binary) };
  });
}

/** As if the reader had chosen this file in the dialog. */
export async function chooseFile(view: View, base64: string, name: string): Promise<void> {
  await view.waitFor('choose-file');
  await view.evaluate(
    (file) => {
      const bytes = Uint8Array.from(atob(file.base64), (sign) => sign.charCodeAt(0));
      const given = new DataTransfer();
      given.items.add(new File([bytes], file.name));
      const input = document.querySelector<HTMLInputElement>('[data-testid=import-file]');
      if (!input) return;
      input.files = given.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    { base64, name },
  );
}

export function base64Of(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** Opens one of the lines of the library's menu. */
export async function openLine(
  view: View,
  line: 'import' | 'export' | 'storage' | 'fetch',
): Promise<void> {
  await view.click('more-menu');
  await view.waitFor(`menu-${line}`);
  await view.click(`menu-${line}`);
  await view.waitFor(`dialog-${line}`);
}

/** The same, dropped onto the page. */
export async function dropFile(view: View, base64: string, name: string): Promise<void> {
  await view.waitFor('choose-file');
  await view.evaluate(
    (file) => {
      const bytes = Uint8Array.from(atob(file.base64), (sign) => sign.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], file.name));
      const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
      document.body.dispatchEvent(drop);
      if (!drop.defaultPrevented) throw new Error('The browser would go to the file.');
    },
    { base64, name },
  );
}

/** In the open dialog: exports what is chosen there in a format, and answers the file. */
export async function exportAs(
  view: View,
  format: string,
): Promise<{ name: string; base64: string }> {
  await keepHandedFiles(view);
  await view.click(`export-format-${format}`);
  await view.click('dialog-confirm');
  await view.waitFor('export-done', { timeout: 30_000 });
  return handedFile(view);
}
