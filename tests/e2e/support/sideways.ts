import type { View } from '../../browser/types.ts';

/** Where the page, opened anew in a frame of its own, has to be scrolled sideways. Empty is good. */
export function sideways(view: View): Promise<string[]> {
  return view.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'position: fixed; inset: 0; block-size: 600px';
    frame.src = location.href;
    document.body.append(frame);
    await new Promise((loaded) => frame.addEventListener('load', loaded, { once: true }));
    const inside = frame.contentDocument;
    const content = () =>
      [
        ...(inside?.querySelectorAll('[data-testid=article], [data-testid=library-item]') ?? []),
      ].some((element) => element.checkVisibility());
    const end = Date.now() + 10_000;
    while (!content() && Date.now() < end) await new Promise((next) => setTimeout(next, 50));
    const page = inside?.documentElement;
    if (!page || !content()) return ['nothing was shown in the frame'];

    const found: string[] = [];
    for (const [width, text] of [
      [320, '100%'],
      [640, '200%'],
    ] as const) {
      frame.style.inlineSize = `${width}px`;
      page.style.fontSize = text;
      await new Promise((drawn) => setTimeout(drawn, 100));
      const over = page.scrollWidth - page.clientWidth;
      if (over > 0) found.push(`${over} px too wide at ${width} px, text at ${text}`);
    }
    frame.remove();
    return found;
  });
}
