import type { View } from '../../browser/types.ts';
import { until } from '../../browser/until.ts';

export interface Copied {
  html: string;
  text: string;
}

declare const window: { pasted?: { html: string; text: string } };

/** Selects all of the page and copies it with the keys a reader presses, and answers what then can be pasted. */
export async function copyAll(view: View): Promise<Copied> {
  await view.evaluate(() => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement) activeElement.blur();
  });
  await view.press('Control+a');
  await view.press('Control+c');
  return pasted(view);
}

/** What is on the clipboard, by the keys a reader pastes with. */
export async function pasted(view: View): Promise<Copied> {
  await view.evaluate(awaitPaste);
  await view.press('Control+v');
  const given = await until('what was pasted', () => view.evaluate(() => window.pasted ?? null));
  await view.evaluate(() => {
    document.querySelector('[data-testid=paste-here]')?.remove();
  });
  return given;
}

// These run in a page: they may use nothing but their arguments.

function awaitPaste(): void {
  delete window.pasted;
  const place = document.createElement('div');
  place.dataset['testid'] = 'paste-here';
  place.contentEditable = 'true';
  place.addEventListener('paste', (event) => {
    event.preventDefault();
    const given = event.clipboardData;
    window.pasted = {
      html: given?.getData('text/html') ?? '',
      text: given?.getData('text/plain') ?? '',
    };
  });
  document.body.append(place);
  place.focus();
}

/**
 * In a page that shows what was copied: what should not have come along. The library's own
 * search field stands beside the article; Chromium writes its styles out.
 */
export function lookAtCopy(): string[] {
  const problems: string[] = [];
  const never =
    'script,iframe,frame,object,embed,form,base,link,style,video,audio,source,template,math,applet,portal,image,use,input:not([type=text]),textarea,select,meta[http-equiv]';
  for (const element of document.querySelectorAll(never)) problems.push(element.localName);
  for (const element of document.querySelectorAll('*')) {
    for (const attribute of element.getAttributeNames()) {
      const value = element.getAttribute(attribute) ?? '';
      const said = `${element.localName} ${attribute} ${value}`;
      if (
        /^on|^(?:srcset|poster|ping|background|action|formaction|data|xlink:href|imagesrcset|attributionsrc)$/u.test(
          attribute,
        )
      )
        problems.push(said);
      if (attribute === 'style' && /url\(|image-set|@import/iu.test(value)) problems.push(said);
      if (attribute === 'src' && !/^data:image\/(?!svg)/u.test(value)) problems.push(said);
      if (
        attribute === 'href' &&
        !/^(?:https?:|mailto:|tel:|#|(?:chrome|moz)-extension:)/u.test(value)
      )
        problems.push(said);
    }
  }
  const ran = (globalThis as typeof globalThis & { payloadRan?: number }).payloadRan;
  if (ran !== undefined) problems.push(`payload ${ran} ran`);
  return [...new Set(problems)];
}
