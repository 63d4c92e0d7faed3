/** The parts of a page's title between its separators: « - », « | », « :: », « » », « • ». A dash inside a word or number parts nothing. */
export function titleParts(title: string): string[] {
  return title
    .split(/\s+[-–—―|•·»«>/\\:]+\s+|\s*(?:[|¦]|::+)\s*|\s[-–—]+(?=[^\s\d])|(?<=[^\s\d])[-–—]+\s/)
    .map((part) => part.trim())
    .filter(Boolean);
}
