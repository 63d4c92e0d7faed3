/** What a view of ours may hold where an article is read, written down apart from the sanitiser's own list. */
export const ALLOWED = {
  /** Elements of the body. `div` and `span` are the view's own: a table's box, a picture's words, an isolate. */
  elements:
    'p h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote q cite figure figcaption picture img table thead tbody ' +
    'tfoot tr th td caption pre code kbd samp var a strong b em i u s sub sup small mark abbr bdi bdo ' +
    'ruby rt rp br hr time details summary div span',
  attributes:
    'dir lang href src data-src alt title datetime cite colspan rowspan scope start reversed type value id ' +
    'data-warraq data-block data-wordless loading decoding referrerpolicy target rel class tabindex ' +
    'role aria-label width height data-added data-mark data-colour data-noted',
  classes:
    'table vowelled collapsed alt run-latin run-address run-figure run-range run-apart run-whole ' +
    'verses long longer verse half gap upright',
  /** Elements that no page of ours holds anywhere. */
  never:
    'iframe,frame,object,embed,form,base,applet,math,template,video,audio,portal,foreignObject',
};

export interface Inspection {
  problems: string[];
  /** Text of the body, white space folded. */
  body: string;
  /** Text of the whole article view, white space folded. */
  text: string;
}

export interface InspectOptions {
  allowed: typeof ALLOWED;
  /** Saved article to go to first, in the reader; null for what is shown. */
  id: string | null;
}

/**
 * Runs in the page. Looks for what should not be there, then calls every handler by hand and waits
 * for what runs late.
 */
export async function inspect({ allowed, id }: InspectOptions): Promise<Inspection> {
  const problems: string[] = [];
  const page = globalThis as typeof globalThis & { payloadRan?: number };
  // Asked of the prototype: where nothing is kept out, a form's control may be named `attributes`.
  const namesOf = (element: Element): string[] => Element.prototype.getAttributeNames.call(element);
  if (id !== null) {
    const previous = document.querySelector('[data-testid=article]');
    history.pushState(null, '', `?${new URLSearchParams({ id })}`);
    dispatchEvent(new PopStateEvent('popstate'));
    const end = Date.now() + 5000;
    for (;;) {
      const next = document.querySelector('[data-testid=article]');
      if (next && next !== previous) break;
      if (Date.now() > end) return { problems: ['not shown'], body: '', text: '' };
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  const article = document.querySelector('[data-testid=article]');
  const body = document.querySelector('[data-testid=article-body]');
  if (!article || !body || !body.firstElementChild) {
    return { problems: ['no article to look at'], body: '', text: '' };
  }

  article.querySelector<HTMLElement>('[data-testid=show-removals][aria-expanded=false]')?.click();
  await new Promise((resolve) => setTimeout(resolve));
  const folded = (element: Element): string =>
    (element.textContent ?? '').replace(/\s+/gu, ' ').trim();
  const texts = { body: folded(body), text: folded(article) };

  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'] as const) {
    Object.defineProperty(page, name, {
      configurable: true,
      value: () => void problems.push(`${name} was called`),
    });
  }

  const elements = new Set(allowed.elements.split(' '));
  const attributes = new Set(allowed.attributes.split(' '));
  const classes = new Set(allowed.classes.split(' '));
  for (const element of body.querySelectorAll('*')) {
    const name = element.localName;
    if (!elements.has(name)) problems.push(`element ${name}`);
    if (name !== 'div' && (element.hasAttribute('role') || element.hasAttribute('aria-label')))
      problems.push(`${name} with a role or name of the page`);
    if (element.matches('[data-mark], [data-colour], [data-noted]')) {
      const isOurs = name === 'mark' && /^[1-4]$/.test(element.getAttribute('data-colour') ?? '');
      if (!isOurs) problems.push(`${name} that looks like a highlight of the reader's`);
    }
    if (name === 'div' && !element.matches('.table, .verses')) problems.push('a box of the page');
    if (name === 'span' && !element.matches('.alt, .verses, .verse, .half, .gap, [class^=run-]'))
      problems.push('a span of the page');
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') problems.push(`foreign ${name}`);
    for (const attribute of namesOf(element)) {
      const value = element.getAttribute(attribute) ?? '';
      if (!attributes.has(attribute)) problems.push(`${name} ${attribute}`);
      if (attribute === 'id' && !value.startsWith('wq-')) problems.push(`id ${value}`);
      if (attribute === 'href' && !/^(?:https?:|mailto:|tel:|#wq-)/u.test(value))
        problems.push(`href ${value}`);
      // A kept picture has an address of this page alone.
      const isKept = name === 'img' && value.startsWith(`blob:${location.origin}/`);
      const isAddress = /^(?:https?:|data:image\/(?!svg))/u.test(value);
      if (/^(?:src|cite)$/u.test(attribute) && !isAddress && !isKept)
        problems.push(`${attribute} ${value}`);
    }
    for (const one of element.classList) if (!classes.has(one)) problems.push(`class ${one}`);
  }
  for (const element of document.querySelectorAll(allowed.never))
    problems.push(`${element.localName} in the page`);
  for (const element of document.querySelectorAll('*')) {
    for (const name of namesOf(element))
      if (name.startsWith('on')) problems.push(`${element.localName} ${name}`);
  }
  for (const script of document.scripts) {
    if (!script.src.startsWith(`${location.origin}/`)) problems.push('a script of another place');
  }

  // Activation of links and buttons is the browser's, not the payload's, but for script addresses.
  const stay = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest('a,area') : null;
    const address = link?.getAttribute('href') ?? link?.getAttribute('xlink:href') ?? '';
    if (!/^[^a-z]*j/iu.test(address)) event.preventDefault();
  };
  for (const name of ['click', 'auxclick', 'submit']) addEventListener(name, stay, true);
  const events = new Set(
    'click auxclick dblclick mousedown mouseup mouseover mouseenter mousemove pointerdown pointerover focus focusin blur keydown load error toggle beforetoggle scroll animationstart animationend transitionend input change start finish begin end repeat'.split(
      ' ',
    ),
  );
  for (const element of article.querySelectorAll('*')) {
    for (const name of namesOf(element)) if (name.startsWith('on')) events.add(name.slice(2));
  }
  for (const element of article.querySelectorAll('*')) {
    if (element.closest('button,[data-testid=open-original-end]')) continue;
    for (const name of events) {
      element.dispatchEvent(new Event(name, { bubbles: false, cancelable: true }));
    }
  }
  // What runs later still is met at the next look: the mark stays for as long as the page.
  await new Promise((resolve) => setTimeout(resolve, 5));
  for (const name of ['click', 'auxclick', 'submit']) removeEventListener(name, stay, true);
  if (page.payloadRan !== undefined) problems.push(`payload ${page.payloadRan} ran`);

  return { problems: [...new Set(problems)], ...texts };
}
