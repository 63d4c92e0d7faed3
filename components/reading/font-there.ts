/** Of both scripts: a font may have one of them alone. */
const SAMPLE = 'أبجد هوز حطي كلمن Warraq 0123 ٤٥٦';
const FALLBACKS = ['serif', 'sans-serif', 'monospace'];

/**
 * Whether the device has a font of that name, told by the width of a text: without it every fallback
 * keeps its own. No browser says it without asking the reader (`queryLocalFonts`), or at all.
 */
export function isFontThere(page: Document, name: string): boolean {
  const context = page.createElement('canvas').getContext('2d');
  if (!context || name.trim() === '') return false;
  const quoted = `"${name.trim().replaceAll(/["\\]/g, String.raw`\$&`)}"`;
  const width = (families: string): number => {
    context.font = `72px ${families}`;
    return context.measureText(SAMPLE).width;
  };
  return FALLBACKS.some((family) => width(`${quoted}, ${family}`) !== width(family));
}
