/**
 * Gives the ids of a body names that are plain in HTML and XML alike and met nowhere else, and leads the
 * links inside it to them. A link to a place that is not there keeps its words only.
 */
export function ownIds(body: DocumentFragment, prefix: string): void {
  const names = new Map<string, string>();
  for (const element of body.querySelectorAll('[id]')) {
    const known = names.get(element.id);
    // Of two with one id a link leads to the first.
    if (known !== undefined) element.removeAttribute('id');
    else {
      const name = `${prefix}${names.size + 1}`;
      names.set(element.id, name);
      element.id = name;
    }
  }
  for (const link of body.querySelectorAll('a[href^="#"]')) {
    const target = names.get(decoded(link.getAttribute('href')?.slice(1) ?? ''));
    if (target === undefined) link.removeAttribute('href');
    else link.setAttribute('href', `#${target}`);
  }
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch (error) {
    if (error instanceof URIError) return fragment;
    throw error;
  }
}
