/** The browser window of Firefox, where its own code runs: needs `--remote-allow-system-access`. */
export interface ChromeScope {
  /** Runs `body` there. It must not use anything outside its argument; both cross as JSON. */
  run<R, A = undefined>(body: (arg: A) => R | Promise<R>, arg?: A): Promise<Awaited<R>>;
}

interface Evaluated {
  result:
    | { type: 'success'; result: { value?: string } }
    | { type: 'exception'; exceptionDetails: { text: string } };
}

/** Sends a command of WebDriver BiDi. */
export type SendBidi = (method: string, parameters: object) => Promise<unknown>;

export async function chromeScope(send: SendBidi): Promise<ChromeScope> {
  const tree = (await send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
    result: { contexts: { context: string }[] };
  };
  const context = tree.result.contexts[0]?.context;
  if (!context) throw new Error('Firefox shows no window.');
  return {
    async run(body, arg) {
      const expression = `(async () => JSON.stringify(await (${body.toString()})(${JSON.stringify(arg) ?? ''})))()`;
      const { result } = (await send('script.evaluate', {
        expression,
        target: { context },
        awaitPromise: true,
      })) as Evaluated;
      if (result.type === 'exception') throw new Error(result.exceptionDetails.text);
      const { value } = result.result;
      return value === undefined ? undefined : JSON.parse(value);
    },
  };
}
