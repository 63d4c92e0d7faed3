import { browser as given } from 'wxt/browser';

/** The browser's interface as `inject.ts` uses it, with marks around the injection of the extractor. */
export const browser = {
  scripting: {
    async executeScript(injection: Parameters<typeof given.scripting.executeScript>[0]) {
      performance.mark('bench:asked');
      const frames = await given.scripting.executeScript(injection);
      performance.mark('bench:answered');
      return frames;
    },
  },
};
