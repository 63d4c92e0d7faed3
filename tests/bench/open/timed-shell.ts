import { mount as mountScreen } from '../../../components/app/shell.tsx';

/** Marks the frame that shows the text: the task after the first one drawn with it. */
export const mount: typeof mountScreen = (Screen) => {
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
  mountScreen(Screen);
};
