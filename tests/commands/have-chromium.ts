import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '../browser/find.ts';

/** A Chromium of this machine; where there is none, installs one. Throws saying what to do if that fails too. */
export function haveChromium(): string {
  const here = findChromium();
  if (here) return here;
  const root = process.getuid?.() === 0;
  console.log('No Chromium on this machine: installing Playwright’s own.');
  const libraries = root && process.platform === 'linux' ? ['--with-deps'] : [];
  if (run('playwright', ['install', ...libraries, 'chromium'])) {
    const installed = findChromium();
    if (installed) return installed;
  }
  if (root && existsSync('/etc/debian_version')) {
    console.log(
      'Playwright’s Chromium cannot be had: installing Debian’s package `chromium` with apt-get.',
    );
    if (run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', 'chromium'])) {
      const installed = findChromium();
      if (installed) return installed;
    }
  }
  throw new Error(
    'No Chromium could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to one, and run `npm start` again.',
  );
}

function run(program: string, args: string[]): boolean {
  const { status } = spawnSync(program, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      DEBIAN_FRONTEND: 'noninteractive',
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000',
    },
  });
  return status === 0;
}
