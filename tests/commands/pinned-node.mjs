import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * The first step of the commands that must work on a fresh clone. It runs on whatever Node started
 * npm (20 or later), so it is plain JavaScript and needs no package.
 */
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const NODE = join(
  ROOT,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Installs what the lockfile names if needed, then runs `script` (of this folder) on the pinned Node. */
export function runOnPinnedNode(script) {
  if (!isInstalled()) install();
  checkVersion();
  const child = spawn(NODE, [join(ROOT, 'tests/commands', script), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: [join(ROOT, 'node_modules/.bin'), dirname(NODE), process.env.PATH].join(delimiter),
    },
  });
  // The terminal sends an interrupt to both; the child decides, this one waits for its answer.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) => fail(`The pinned Node does not start: ${error.message}`));
  child.on('exit', (code) => process.exit(code ?? 1));
}

/** npm notes in `node_modules` what it installed: older than the lockfile, it is out of date. */
function isInstalled() {
  const installed = join(ROOT, 'node_modules/.package-lock.json');
  const wanted = join(ROOT, 'package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs;
}

function install() {
  console.log('Installing what the lockfile names (npm ci) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail('npm ci failed; its own words stand above.');
}

function checkVersion() {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const wanted = `v${devDependencies.node}`;
  const { stdout } = spawnSync(NODE, ['--version'], { encoding: 'utf8' });
  const found = stdout?.trim() || 'none';
  if (found === wanted) return;
  fail(
    `The tools need Node ${wanted} in node_modules/node, and ${found} is there. ` +
      'npm must be allowed to run that package’s install script: run `npm ci` again without --ignore-scripts.',
  );
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
