import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The extractor as one script that sets `globalThis.warraq`, from the same sources as the extension's. */
export async function bundleExtractor(): Promise<string> {
  const entry = fileURLToPath(new URL('measured-page.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      minify: true,
      lib: { entry, formats: ['iife'], name: 'warraq' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('The build gave no output.');
  const [chunk] = output.output;
  return `${chunk.code}\nglobalThis.warraq = warraq;`;
}
