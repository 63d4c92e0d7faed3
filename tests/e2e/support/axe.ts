import axe from 'axe-core';
import type { View } from '../../browser/types.ts';

interface Result {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
}
declare const window: { axe: { run(context: object, options: object): Promise<Result> } };

/** What axe finds wrong in the page as it stands: rule, element, and why. Empty is good. */
export async function axeViolations(view: View): Promise<string[]> {
  await view.addScript(axe.source);
  return view.evaluate(async () => {
    // What is fading in has not its colours yet.
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
    );
  });
}
