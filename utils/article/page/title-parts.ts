/** « - », « | », « :: », « » », « • ». A dash inside a word or number parts nothing. */
const BETWEEN =
  /\s+[-–—―|•·»«›>/\\]+\s+|\s*(?:[|¦]|::+)\s*|\s[-–—]+(?=[^\s\d])|(?<=[^\s\d])[-–—]+\s/;

/** The parts of a page's title between its separators. A colon is none: half the headlines have one. */
export function titleParts(title: string): string[] {
  return trimmed(title.split(BETWEEN));
}

/** The same where a site's name is looked for, which « : » too may part from the headline. */
export function titleNames(title: string): string[] {
  return titleParts(title).flatMap((part) => trimmed(part.split(/\s+:\s+/)));
}

function trimmed(parts: readonly string[]): string[] {
  return parts.map((part) => part.trim()).filter(Boolean);
}
