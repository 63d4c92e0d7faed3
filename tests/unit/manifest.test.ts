// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildOf } from '../e2e/support/builds.ts';

/** Every key a manifest of ours may have; one more is a decision, not an accident. */
const KEYS = [
  'action',
  'background',
  'browser_specific_settings',
  'commands',
  'content_security_policy',
  'default_locale',
  'description',
  'icons',
  'manifest_version',
  'minimum_chrome_version',
  'name',
  'optional_host_permissions',
  'permissions',
  'short_name',
  'side_panel',
  'sidebar_action',
  'version',
];
const PERMISSIONS = ['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'contextMenus'];

/** The loosest any page needs. */
const POLICY: Record<string, string[]> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'font-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:', 'https:', 'http:'],
  // For the background alone: no page leaves any, see below.
  'connect-src': ['https:', 'http:'],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-src': ["'none'"],
  'object-src': ["'none'"],
};

describe.each(['chromium', 'firefox'] as const)('the manifest built for %s', (name) => {
  const folder = buildOf(name);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

  test('has no key but those decided on', () => {
    expect(KEYS).toEqual(expect.arrayContaining(Object.keys(manifest)));
  });

  test('asks for the permissions of the design and no host at install', () => {
    const own = name === 'chromium' ? [...PERMISSIONS, 'sidePanel'] : PERMISSIONS;
    expect(manifest.permissions.toSorted()).toEqual(own.toSorted());
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.optional_permissions).toBeUndefined();
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    expect(manifest.content_scripts).toBeUndefined();
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
  });

  test('has the strict policy', () => {
    expect(Object.keys(manifest.content_security_policy)).toEqual(['extension_pages']);
    expect(policyOf(manifest.content_security_policy.extension_pages)).toEqual(POLICY);
  });

  test('is version 3, Arabic by default, and names no icon that is missing', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.version).toBe('0.1.0');
    expect(manifest.default_locale).toBe('ar');
    const files: string[] = Object.values(manifest.icons);
    for (const file of files) expect(() => readFileSync(join(folder, file))).not.toThrow();
  });

  test('gives both default keys', () => {
    const keys = Object.entries<{ suggested_key: { default: string } }>(manifest.commands);
    expect(keys.map(([command, { suggested_key }]) => [command, suggested_key.default])).toEqual([
      ['_execute_action', 'Alt+W'],
      ['save-page', 'Alt+K'],
    ]);
  });

  test('pictures come from the network only where a page just read is shown', () => {
    const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));
    const sources = pages.map((page) => {
      const html = readFileSync(join(folder, page), 'utf8');
      const found = /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html);
      return [page, policyOf(found?.[1] ?? '')['img-src']];
    });
    const network = ["'self'", 'data:', 'blob:', 'https:', 'http:'];
    expect(Object.fromEntries(sources)).toEqual({
      'live.html': network,
      'popup.html': network,
      'reader.html': ["'self'", 'data:', 'blob:'],
      'sidepanel.html': network,
    });
  });

  test('each page narrows the policy at the top of its head, never widens it', () => {
    const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));
    expect(pages).toEqual(expect.arrayContaining(['popup.html', 'reader.html', 'sidepanel.html']));
    for (const page of pages) {
      const html = readFileSync(join(folder, page), 'utf8');
      const found = /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html);
      const policy = policyOf(found?.[1] ?? '');
      expect(policy['default-src'], page).toEqual(["'none'"]);
      expect(policy['connect-src'], `${page} may connect nowhere`).toBeUndefined();
      for (const [directive, sources] of Object.entries(policy)) {
        expect(POLICY[directive], `${page}: ${directive}`).toEqual(expect.arrayContaining(sources));
      }
      expect(found?.index, page).toBeLessThan(html.search(/<script|<link/));
    }
  });
});

test('the sidebar does not open by itself', () => {
  const manifest = JSON.parse(readFileSync(join(buildOf('firefox'), 'manifest.json'), 'utf8'));
  expect(manifest.sidebar_action.open_at_install).toBe(false);
});

test('the oldest browsers are those of the README', () => {
  const manifest = (name: 'chromium' | 'firefox') =>
    JSON.parse(readFileSync(join(buildOf(name), 'manifest.json'), 'utf8'));
  expect(manifest('chromium').minimum_chrome_version).toBe('120');
  const { gecko, gecko_android } = manifest('firefox').browser_specific_settings;
  expect([gecko.strict_min_version, gecko_android.strict_min_version]).toEqual(['140.0', '142.0']);
  expect(gecko.data_collection_permissions).toEqual({ required: ['none'] });
  const readme = readFileSync('README.md', 'utf8');
  for (const version of ['120', '140', '142']) expect(readme).toContain(version);
});

function policyOf(text: string): Record<string, string[]> {
  const directives = text.split(';').map((directive) => directive.trim().split(/\s+/));
  return Object.fromEntries(directives.map(([name = '', ...sources]) => [name, sources]));
}
