/**
 * Eyes and hands of the driver inside Firefox's own window. Sent there as source, like the
 * functions of `firefox-window.ts`.
 */
interface WindowGlobal {
  drawSnapshot(rect: DOMRect | null, scale: number, background: string): Promise<ImageBitmap>;
}
type GeckoPage = Window &
  typeof globalThis & {
    windowUtils: {
      sendMouseEvent?(
        type: string,
        x: number,
        y: number,
        button: number,
        clicks: number,
        modifiers: number,
      ): void;
    };
    synthesizeMouseEvent(
      type: string,
      x: number,
      y: number,
      data: { button: number; clickCount: number },
    ): void;
  };
interface TextInputProcessor {
  beginInputTransactionForTests(window: Window): boolean;
  KEY_NON_PRINTABLE_KEY: number;
  keydown(event: KeyboardEvent, flags: number): void;
  keyup(event: KeyboardEvent, flags: number): void;
}
declare const BrowsingContext: {
  getCurrentTopByBrowserId(id: number): {
    embedderElement: { contentWindow: GeckoPage | null } | null;
    currentWindowGlobal: WindowGlobal;
  } | null;
};
declare const Cu: {
  Sandbox(principal: Window, options: object): object;
  evalInSandbox(source: string, sandbox: object): Promise<string | undefined>;
};
declare const Cc: Record<string, { createInstance(kind: object): TextInputProcessor }>;
declare const Ci: { nsITextInputProcessor: object };
interface GeckoDebugger {
  makeGlobalObjectReference(global: object): {
    executeInGlobal(source: string): { throw?: { unsafeDereference(): unknown } };
  };
}
declare const ChromeUtils: {
  importESModule(url: string): { addDebuggerToGlobal(global: object): void };
};

/** Runs source in a scope before the page's, past its policy; what it gives crosses as JSON. */
export async function evaluateInView(arg: { browserId: number; source: string }): Promise<unknown> {
  const page = BrowsingContext.getCurrentTopByBrowserId(arg.browserId)?.embedderElement
    ?.contentWindow;
  if (!page) throw new Error('The page is closed');
  const sandbox = Cu.Sandbox(page, { sandboxPrototype: page, wantXrays: false });
  const json = await Cu.evalInSandbox(
    `(async () => JSON.stringify(await ${arg.source}))()`,
    sandbox,
  );
  return json === undefined ? null : JSON.parse(json);
}

/** Runs source in the page's own realm, past its policy. */
export function runInView(arg: { browserId: number; source: string }): void {
  const page = BrowsingContext.getCurrentTopByBrowserId(arg.browserId)?.embedderElement
    ?.contentWindow;
  if (!page) throw new Error('The page is closed');
  const { addDebuggerToGlobal } = ChromeUtils.importESModule(
    'resource://gre/modules/jsdebugger.sys.mjs',
  );
  addDebuggerToGlobal(globalThis);
  const { Debugger } = globalThis as unknown as { Debugger: new () => GeckoDebugger };
  const made = new Debugger().makeGlobalObjectReference(page).executeInGlobal(arg.source);
  if (made.throw) throw new Error(String(made.throw.unsafeDereference()));
}

export async function drawView(arg: { browserId: number; whole: boolean }): Promise<string> {
  const context = BrowsingContext.getCurrentTopByBrowserId(arg.browserId);
  if (!context) throw new Error('The page is closed');
  const page = context.embedderElement?.contentWindow?.document.documentElement;
  const area = arg.whole && page ? new DOMRect(0, 0, page.clientWidth, page.scrollHeight) : null;
  const picture = await context.currentWindowGlobal.drawSnapshot(area, 1, 'white');
  // The window is XUL: `createElement` would make a XUL element.
  const html = 'http://www.w3.org/1999/xhtml';
  const canvas = document.createElementNS(html, 'canvas') as HTMLCanvasElement;
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}

export function pressMouse(arg: { browserId: number; x: number; y: number }): void {
  const page = BrowsingContext.getCurrentTopByBrowserId(arg.browserId)?.embedderElement
    ?.contentWindow;
  if (!page) throw new Error('The page is closed');
  for (const type of ['mousemove', 'mousedown', 'mouseup']) {
    const clicks = type === 'mousemove' ? 0 : 1;
    // Firefox 140 has the first only, later ones the second only.
    if (page.windowUtils.sendMouseEvent) {
      page.windowUtils.sendMouseEvent(type, arg.x, arg.y, 0, clicks, 0);
    } else {
      page.synthesizeMouseEvent(type, arg.x, arg.y, { button: 0, clickCount: clicks });
    }
  }
}

/** `key` as in `KeyboardEvent.key`, with modifiers before it: `Shift+Tab`. */
export function pressKey(arg: { browserId: number; key: string }): void {
  const page = BrowsingContext.getCurrentTopByBrowserId(arg.browserId)?.embedderElement
    ?.contentWindow;
  if (!page) throw new Error('The page is closed');
  page.focus();
  const processor = Cc['@mozilla.org/text-input-processor;1']?.createInstance(
    Ci.nsITextInputProcessor,
  );
  if (!processor?.beginInputTransactionForTests(page)) throw new Error('Firefox takes no keys now');
  const keys = arg.key.split('+').map((key) => {
    const event = new page.KeyboardEvent('', { key });
    return { event, flags: key.length > 1 ? processor.KEY_NON_PRINTABLE_KEY : 0 };
  });
  for (const { event, flags } of keys) processor.keydown(event, flags);
  for (const { event, flags } of keys.toReversed()) processor.keyup(event, flags);
}
