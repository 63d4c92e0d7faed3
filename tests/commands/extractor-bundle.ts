import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { leanReadability } from '../../utils/build/lean-readability.ts';
import { MINIFIED } from '../../utils/build/minified.ts';

/** The extractor as one script that sets `globalThis.warraq`, from the same sources as the extension's. */
export function bundleExtractor(): Promise<string> {
  return bundleScript(new URL('measured-page.ts', import.meta.url));
}

/** A module and all it imports as one script, minified as a build is, its exports as `globalThis.warraq`. */
export async function bundleScript(entry: URL): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [leanReadability()],
    build: {
      write: false,
      target: 'es2023',
      ...MINIFIED,
      lib: { entry: fileURLToPath(entry), formats: ['iife'], name: 'warraq' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('The build gave no output.');
  const [chunk] = output.output;
  return `${chunk.code}\nglobalThis.warraq = warraq;`;
}
