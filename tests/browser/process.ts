import { execFileSync } from 'node:child_process';

/** Ends every process of the group `pid` belongs to, as a power cut would. */
export function killGroup(pid: number): void {
  const group = execFileSync('ps', ['-o', 'pgid=', '-p', String(pid)], { encoding: 'utf8' });
  process.kill(-Number(group), 'SIGKILL');
}
