import { execFile, spawn, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { until } from './until.ts';

const run = promisify(execFile);

/** A menu opens well within this; later the press was lost. */
const PRESS_AGAIN_MS = 3_000;

/** A screen of its own with a keyboard and a mouse, on which browsers open real windows. */
export interface Display {
  /** Like `:99`: for `OpenOptions.display`. */
  name: string;
  /** Gives the keyboard to the browser's window: without a window manager nobody else does. */
  focus(): Promise<void>;
  /** Keys one after the other, as xdotool names them: `alt+k`, `Up`. They reach extension commands and menus. */
  key(...keys: string[]): Promise<void>;
  /** Opens the context menu at a point of the screen. */
  openMenu(x: number, y: number): Promise<void>;
  close(): Promise<void>;
}

/** Whether this machine has what `startDisplay` needs. */
export function canStartDisplay(): boolean {
  return ['Xvfb', 'xdotool'].every((tool) => spawnSync('which', [tool]).status === 0);
}

/**
 * Starts an X server without a screen. A key sent by the debugging protocol goes to the page alone;
 * one pressed here goes through the browser, so commands and menus answer as for a reader.
 */
export async function startDisplay(): Promise<Display> {
  const server = spawn(
    'Xvfb',
    // -r: on a busy machine a key is held so long that it would repeat itself.
    ['-displayfd', '3', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp', '-r'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}.`)));
    server.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  const name = `:${number}`;
  const xdotool = async (...args: string[]): Promise<string> => {
    const { stdout } = await run('xdotool', args, { env: { ...process.env, DISPLAY: name } });
    return stdout;
  };
  const windows = async (): Promise<string[]> => {
    const found = await xdotool('search', '--onlyvisible', '--name', '.*');
    return found.trim().split('\n');
  };
  return {
    name,
    async focus() {
      const titled = await xdotool('search', '--onlyvisible', '--name', '.');
      const front = titled.trim().split('\n').at(-1);
      if (!front) throw new Error('No window is open on the display.');
      await xdotool('windowfocus', '--sync', front);
    },
    key: async (...keys) => void (await xdotool('key', '--delay', '80', ...keys)),
    async openMenu(x, y) {
      const before = (await windows()).length;
      let next = 0;
      await until('the context menu', async () => {
        if ((await windows()).length > before) return true;
        // A window still busy with its start swallows the press: as a user would, press again.
        if (Date.now() > next) {
          await xdotool('mousemove', String(x), String(y), 'click', '3');
          next = Date.now() + PRESS_AGAIN_MS;
        }
        return false;
      });
    },
    async close() {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await gone;
    },
  };
}
