/** The parts of a page's title between its separators: « - », « | », « :: », « » », « • ». A dash inside a word or number parts nothing. */
export function titleParts(title: string): string[] {
  return title
    .split(
      /\s+[-–—―|•·»«>/\\]+\s+|\s*[|¦]\s*|\s*::+\s*|\s+:\s+|\s[-–—]+(?=\p{L})|(?<=\p{L})[-–—]+\s/u,
    )
    .map((part) => part.trim())
    .filter(Boolean);
}
