import type { View } from '../../browser/types.ts';

declare const window: { reached?: Set<Element> };

/**
 * Goes through the page with the Tab key and names the controls it never came to. Of radio buttons
 * of one group and of links of one address one is enough.
 */
export async function unreachable(view: View): Promise<string[]> {
  const controls = await view.evaluate(() => {
    const reached = new Set<Element>();
    window.reached = reached;
    document.addEventListener('focusin', ({ target }) => reached.add(target as Element));
    // The way begins at the top of the page, wherever the last press left it.
    const top = document.createElement('span');
    top.tabIndex = -1;
    document.body.prepend(top);
    top.focus();
    // A dialog keeps the focus where it put it.
    if (document.activeElement) reached.add(document.activeElement);
    return document.querySelectorAll('a[href], button, input, select, summary, [tabindex]').length;
  });
  for (let pressed = 0; pressed < controls + 2; pressed += 1) await view.press('Tab');
  return view.evaluate(() => {
    const groupOf = (element: Element) =>
      element.getAttribute('name') ?? element.getAttribute('href') ?? '';
    const reached = [...(window.reached ?? [])];
    const groups = new Set(reached.map(groupOf).filter(Boolean));
    const all = document.querySelectorAll('a[href], button, input, select, summary');
    // Behind a dialog nothing is to be reached.
    const asking = document.querySelector(':modal');
    return [...all]
      .filter((element) => !asking || asking.contains(element))
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => !element.matches(':disabled'))
      .filter((element) => !reached.includes(element) && !groups.has(groupOf(element)))
      .map((element) => element.outerHTML.slice(0, 200));
  });
}
