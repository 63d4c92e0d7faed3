interface Holding {
  /** What the button is called; the picture's own words follow. */
  label: string;
  /** Whether a picture of that address could be shown at all. */
  canShow: (address: string) => boolean;
  /** Gives a picture that was pressed its source, where it is to have one only now. */
  bring: (picture: HTMLImageElement) => void;
  /** Addresses of those that were pressed before: they stay shown. Those pressed now are added. */
  opened: Set<string>;
}

/**
 * Puts a button before each picture that could be shown, and keeps the picture back until it is
 * pressed. The buttons hold no text: a block's text stays its own.
 */
export function holdPictures(body: ParentNode, { label, canShow, bring, opened }: Holding): void {
  for (const picture of body.querySelectorAll('img')) {
    const address = picture.getAttribute('data-src') ?? picture.getAttribute('src') ?? '';
    if (!canShow(address)) continue;
    if (opened.has(address)) {
      bring(picture);
      continue;
    }
    // A link around it alone would be an empty one.
    const link = picture.closest('a');
    const held = link?.textContent.trim() === '' ? link : picture;
    const button = heldButton(picture, label);
    button.addEventListener('click', () => {
      opened.add(address);
      button.remove();
      held.classList.remove('collapsed');
      delete picture.dataset['held'];
      picture.tabIndex = -1;
      bring(picture);
      picture.focus({ preventScroll: true });
    });
    picture.dataset['held'] = '';
    held.classList.add('collapsed');
    held.before(button);
  }
}

function heldButton(picture: HTMLImageElement, label: string): HTMLButtonElement {
  const button = picture.ownerDocument.createElement('button');
  const words = picture.alt.trim();
  button.type = 'button';
  button.className = 'held-picture';
  button.title = label;
  // In the direction of the interface, whatever the article's.
  button.dir = document.documentElement.dir;
  button.dataset['testid'] = 'show-picture';
  button.setAttribute('aria-label', words ? `${label}: \u2068${words}\u2069` : label);
  return button;
}

/** Takes the sources of pictures away: what is left of them is their words. */
export function withoutSources(body: ParentNode): void {
  for (const picture of body.querySelectorAll('img[src]')) picture.removeAttribute('src');
}
