/** Media type a file of a book is served with. */
export function typeOf(file: string): string {
  if (file.endsWith('.xhtml')) return 'application/xhtml+xml';
  if (file.endsWith('.css')) return 'text/css';
  return file.endsWith('.png') ? 'image/png' : 'application/octet-stream';
}

/** Runs in what was exported: what should not be there, and whether something ran. */
export function lookAround(): string[] {
  const problems: string[] = [];
  const never =
    'script,iframe,frame,object,embed,form,base,input,video,audio,source,template,svg,math,applet,portal';
  for (const element of document.querySelectorAll(never)) problems.push(element.localName);
  if (document.querySelector('parsererror')) problems.push('not XML');
  for (const element of document.querySelectorAll('*')) {
    const place = element.localName;
    for (const attribute of element.getAttributeNames()) {
      const value = element.getAttribute(attribute) ?? '';
      if (
        /^on|^(?:srcset|poster|ping|background|style|action|formaction|data|xlink:href|data-src|imagesrcset)$/u.test(
          attribute,
        )
      )
        problems.push(`${place} ${attribute}`);
      if (attribute === 'src' && !/^(?:data:image\/(?!svg)|\.\.\/images\/)/u.test(value))
        problems.push(`${place} src ${value}`);
      if (
        attribute === 'href' &&
        place !== 'link' &&
        !/^(?:https?:|mailto:|tel:|#|articles\/)/u.test(value)
      )
        problems.push(`${place} href ${value}`);
      if (attribute === 'http-equiv' && value !== 'Content-Security-Policy')
        problems.push(`${place} ${value}`);
    }
  }
  for (const link of document.querySelectorAll('link')) {
    if (link.getAttribute('href') !== '../style.css') problems.push('link');
  }
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  if (new Set(ids).size !== ids.length) problems.push('an id twice');
  const ran = (globalThis as typeof globalThis & { payloadRan?: number }).payloadRan;
  if (ran !== undefined) problems.push(`payload ${ran} ran`);
  return [...new Set(problems)];
}
