import { readdirSync, readFileSync } from 'node:fs';

/** Memory of a browser's processes, in megabytes: of the pages of extensions, and of the rest. */
export interface Memory {
  page: number;
  rest: number;
}

/**
 * Of Chromium running on this profile, as the system counts it (resident set): what a page's own figures
 * leave out, buffers and blobs, counts too. Linux only.
 */
function memoryOf(profile: string): Memory {
  const memory = { page: 0, rest: 0 };
  for (const { command, resident } of processesOf(profile)) {
    const isPage = command.includes('--type=renderer') && command.includes('--extension-process');
    memory[isPage ? 'page' : 'rest'] += resident;
  }
  return memory;
}

/** The most that was seen while the work ran, above what there was when it began. */
export async function peakDuring<T>(
  profile: string,
  work: () => Promise<T>,
): Promise<{ result: T; peak: Memory }> {
  const before = memoryOf(profile);
  const peak = { page: 0, rest: 0 };
  const look = setInterval(() => {
    const now = memoryOf(profile);
    peak.page = Math.max(peak.page, now.page - before.page);
    peak.rest = Math.max(peak.rest, now.rest - before.rest);
  }, 200);
  try {
    return { result: await work(), peak };
  } finally {
    clearInterval(look);
  }
}

function processesOf(profile: string): { command: string; resident: number }[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const read = all.flatMap((id) => {
    try {
      const command = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      const number = (field: string): number =>
        Number(new RegExp(`^${field}:\\s+(\\d+)`, 'mu').exec(status)?.[1] ?? 0);
      return [
        { id: Number(id), parent: number('PPid'), command, resident: number('VmRSS') / 1024 },
      ];
    } catch {
      // Ended between the two looks.
      return [];
    }
  });
  const family = new Set(
    read.filter(({ command }) => command.includes(profile)).map(({ id }) => id),
  );
  for (let grown = true; grown;) {
    grown = false;
    for (const { id, parent } of read) {
      if (!family.has(parent) || family.has(id)) continue;
      family.add(id);
      grown = true;
    }
  }
  return read.filter(({ id }) => family.has(id));
}
