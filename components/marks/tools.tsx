import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { MessageKey } from '../../utils/i18n.ts';
import type { Colour } from '../../utils/library/item.ts';
import type { Command } from '../../utils/keys.ts';
import { COLOURS } from '../../utils/library/edits/marks.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { barBottom, placeTools } from './place-tools.ts';

interface ToolsProps {
  place: { current: HTMLDivElement | null };
  label: string;
  name: string;
  /** Whether the page's keys stay those of the page: nobody is in the tools yet. */
  keysPass?: boolean;
  /** Those that stay the page's nevertheless. */
  keys?: readonly Command[];
  onEscape?: () => void;
  /** Where what they are about stands in the window. */
  box: DOMRect;
  children: ComponentChildren;
}

/** Tools that float beside the text. A press on them leaves the selection as it is. */
export function Tools({ place, label, name, keysPass = false, ...props }: ToolsProps) {
  const { keys, onEscape, box, children } = props;
  useLayoutEffect(() => {
    const tools = place.current;
    if (!tools) return;
    tools.showPopover();
    placeTools(tools, box, barBottom(document));
  }, [box, place]);
  useLayoutEffect(() => {
    const listening = new AbortController();
    place.current?.addEventListener('mousedown', (event) => event.preventDefault(), listening);
    const onKey = (event: KeyboardEvent): void => {
      if (!onEscape || event.key !== 'Escape') return;
      event.preventDefault();
      onEscape();
    };
    place.current?.addEventListener('keydown', onKey, listening);
    return () => listening.abort();
  }, [place, onEscape]);
  return (
    <div
      ref={place}
      popover="manual"
      class={keysPass ? 'mark-tools beside-selection' : 'mark-tools'}
      role="group"
      aria-label={label}
      data-testid={name}
      data-keys={keys?.join(' ')}
    >
      {children}
    </div>
  );
}

const COLOUR_NAMES: Record<Colour, MessageKey> = {
  1: 'markYellow',
  2: 'markGreen',
  3: 'markBlue',
  4: 'markRose',
};

interface SwatchesProps {
  /** The colour it has; null where it is not marked yet. */
  colour: Colour | null;
  onPick: (colour: Colour) => void;
}

export function Swatches({ colour, onPick }: SwatchesProps) {
  const { t } = useI18n();
  return (
    <>
      {COLOURS.map((one) => (
        <button
          key={one}
          type="button"
          class="swatch"
          data-colour={one}
          data-testid={`mark-${one}`}
          aria-label={t(COLOUR_NAMES[one])}
          title={t(COLOUR_NAMES[one])}
          aria-pressed={colour === null ? undefined : colour === one}
          onClick={() => onPick(one)}
        />
      ))}
    </>
  );
}
