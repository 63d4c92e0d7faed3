import { defineConfig, type UserManifest } from 'wxt';
import { leanReadability } from './utils/build/lean-readability.ts';
import { inlineConstants, MINIFIED } from './utils/build/minified.ts';
import { partFonts } from './utils/build/part-fonts.ts';
import { makeFonts } from './utils/build/subset-fonts.ts';

/**
 * The loosest policy any of our pages needs; each page narrows it with a `<meta>` at the top of its
 * `<head>`. Pictures may come from the network only where a page just read is shown (popup, live
 * page). `connect-src` is open for the background alone, which has no `<meta>` of its own: once the
 * reader has given the right to ask hosts it fetches pictures and the texts of kept links. It holds
 * no document of an article; in every page the narrower policy leaves no connection at all.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob: https: http:",
  'connect-src https: http:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "object-src 'none'",
].join('; ');

/** `npm run dev` reloads through a local socket and inlines styles, which the strict policy refuses. */
const DEV_CONTENT_SECURITY_POLICY =
  "script-src 'self' http://localhost:*; object-src 'none'; connect-src 'self' ws://localhost:* http://localhost:*";

const PERMISSIONS = ['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'contextMenus'];

/** Asked for when switched on: pictures of other hosts, and the texts of kept links. */
const HOSTS = ['*://*/*'];

const { DISPLAY, WAYLAND_DISPLAY, CHROMIUM_PATH, FIREFOX_PATH } = process.env;

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  vite: () => ({ plugins: [leanReadability(), inlineConstants(), partFonts()], build: MINIFIED }),
  hooks: { 'build:before': () => makeFonts() },
  zip: { dotSources: true, excludeSources: ['.git/**', '.wxt/**', 'out/**'] },
  // `npm run dev` opens a browser where there is a screen for one; elsewhere it builds and waits.
  webExt: {
    disabled: process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY,
    binaries: {
      ...(CHROMIUM_PATH && { chrome: CHROMIUM_PATH }),
      ...(FIREFOX_PATH && { firefox: FIREFOX_PATH }),
    },
    chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  },
  manifest: ({ browser, command }) => {
    const firefox = browser === 'firefox';
    const manifest: UserManifest = {
      name: '__MSG_extensionName__',
      short_name: '__MSG_extensionShortName__',
      description: '__MSG_extensionDescription__',
      default_locale: 'ar',
      permissions: firefox ? PERMISSIONS : [...PERMISSIONS, 'sidePanel'],
      optional_host_permissions: HOSTS,
      action: { default_title: '__MSG_actionTitle__' },
      commands: {
        _execute_action: { suggested_key: { default: 'Alt+W' } },
        'save-page': {
          suggested_key: { default: 'Alt+K' },
          description: '__MSG_commandSavePage__',
        },
      },
      content_security_policy: {
        extension_pages:
          command === 'serve' ? DEV_CONTENT_SECURITY_POLICY : CONTENT_SECURITY_POLICY,
      },
    };
    if (firefox) {
      manifest.browser_specific_settings = {
        gecko: {
          id: '{b0d1f7a6-6a0e-4c1e-9c57-2f6d54c9f1ab}',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
        gecko_android: { strict_min_version: '142.0' },
      };
    } else {
      manifest.minimum_chrome_version = '120';
    }
    return manifest;
  },
});
