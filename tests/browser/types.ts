/// <reference types="chrome" />
/** What tests, benches and commands may do with a browser, the same words for both. */
export type BrowserName = 'chromium' | 'firefox';

export interface OpenOptions {
  /** Folder of the built extension. */
  extension: string;
  /** Folder kept between two starts; without one, a temporary profile that goes with the browser. */
  profile?: string;
  /** False shows the window on `display`. Default true. */
  headless?: boolean;
  /** The X display of a browser with a window, like `:99`; default is the environment's. */
  display?: string;
  /** Every request of every host goes to this loopback server (see `server.ts`); `cut` lets none through. */
  network?: { port: number } | 'cut' | 'open';
  /** What the system asks pages for: light colours (the default), dark ones, or its own (forced colours). */
  colours?: 'light' | 'dark' | 'forced';
  /** BCP 47 tag the browser asks pages for, and its own language where it has it. */
  locale?: string;
  /** Folder where what is saved from a page goes; default is one that goes with the system's temporary files. */
  downloads?: string;
  /** Bytes the extension's origin may keep, where its permissions set it a limit at all. */
  quota?: number;
  /** The system's voices, which Chromium on Linux does not ask for by itself. */
  speech?: boolean;
  /** Lets the extension into private windows. */
  privateWindows?: boolean;
}

export interface Browser {
  readonly name: BrowserName;
  readonly version: string;
  /** `chrome-extension://…/` or `moz-extension://…/`. */
  readonly extensionOrigin: string;
  /** In a new tab; a private window needs `privateWindows`. */
  openPage(url: string, how?: { private?: boolean }): Promise<Page>;
  /** Presses the real toolbar button over the page's tab and returns the popup that opened. */
  pressToolbar(page: Page): Promise<View>;
  /** The popup that is open, as after a real key press. */
  popup(): Promise<View>;
  /** A page of the extension in a tab of its own, like `reader.html#…`. */
  openExtensionPage(path: string): Promise<View>;
  /** The tab of our own that shows an address containing `part`, opened by the extension. */
  extensionTab(part: string): Promise<View>;
  /** Runs in the service worker (Chromium) or event page (Firefox); must use nothing outside itself. */
  inBackground<R>(body: () => R | Promise<R>): Promise<R>;
  /** Ends that at once, and rejects if it is not running; it starts again when called for. */
  killBackground(): Promise<void>;
  /** Resolves when the browser has ended, whoever ended it. */
  closed(): Promise<void>;
  /** Ends the browser as a user does. */
  close(): Promise<void>;
  /** Ends its whole process group with SIGKILL. */
  kill(): Promise<void>;
}

/** A page of the web. */
export interface Page {
  url(): Promise<string>;
  evaluate<R, A = undefined>(body: (arg: A) => R | Promise<R>, arg?: A): Promise<R>;
  goto(url: string): Promise<void>;
  bringToFront(): Promise<void>;
  screenshot(path: `${string}.png`): Promise<void>;
  close(): Promise<void>;
}

/** A page of the extension: popup, tab, or panel. Elements go by `data-testid`. */
export interface View {
  /** Resolves when it is there and has a box; rejects after `timeout` ms (default 10,000). */
  waitFor(testId: string, options?: { timeout?: number }): Promise<void>;
  waitUntilGone(testId: string, options?: { timeout?: number }): Promise<void>;
  /** Visible text of the first. */
  text(testId: string): Promise<string>;
  html(testId: string): Promise<string>;
  count(testId: string): Promise<number>;
  /** A real press of the mouse in the middle of the element. */
  click(testId: string, index?: number): Promise<void>;
  /** A real key, like `Tab`, `Enter`, `ArrowDown`. */
  press(key: string): Promise<void>;
  /** Runs in the page's own realm; must not use anything outside its argument. */
  evaluate<R, A = undefined>(body: (arg: A) => R | Promise<R>, arg?: A): Promise<R>;
  /** Runs source in the page's realm, past its policy: libraries like axe, and what writes to its database. */
  addScript(source: string): Promise<void>;
  /** PNG of what is to be seen; `whole` as if the window were as high as the page. */
  screenshot(path: `${string}.png`, how?: { whole?: boolean }): Promise<void>;
  /** Shows the page as it would be for paper, or for the screen again. */
  media(kind: 'print' | 'screen'): Promise<void>;
  /** The page as the browser prints it: a PDF. */
  print(): Promise<Uint8Array>;
  isClosed(): Promise<boolean>;
  close(): Promise<void>;
}
