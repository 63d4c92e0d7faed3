/** Milliseconds of work after which the page may draw and answer. */
const STRETCH = 20;

/**
 * A pause to be offered between pieces of long work: it lets the page draw and take a press (of «cancel»)
 * once enough time has passed, and costs nothing otherwise. By a message, because timers of a tab that
 * is not seen are held back to one a second.
 */
export function createPauses(now: () => number = () => performance.now()): () => Promise<void> {
  let since = now();
  return async () => {
    if (now() - since < STRETCH) return;
    const { port1, port2 } = new MessageChannel();
    await new Promise((resolve) => {
      port1.addEventListener('message', resolve, { once: true });
      port1.start();
      port2.postMessage(null);
    });
    port1.close();
    since = now();
  };
}
