/** Marks the popup's frame that shows the text: the task after the first one drawn with it. */
export function markShown(): void {
  const watched = new MutationObserver(() => {
    if (!document.querySelector('[data-testid=article-body]')?.firstChild) return;
    watched.disconnect();
    performance.mark('bench:text');
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => performance.mark('bench:shown'));
      port1.start();
      port2.postMessage(null);
    });
  });
  watched.observe(document, { childList: true, subtree: true });
}
