import { useLayoutEffect, useRef } from 'preact/hooks';
import { textDirection } from '../../utils/arabic/direction.ts';
import { isVowelled } from '../../utils/arabic/tashkeel.ts';
import { isolateIn } from '../reading/isolate-text.ts';
import { showIn } from '../reading/shown-text.ts';
import { useShowing } from '../reading/showing-context.ts';

interface TextProps {
  children: string;
  /** Default is `bdi`. */
  as?: 'bdi' | 'h1' | 'p' | 'span';
  /** Direction of a text without letters. */
  fallback?: 'rtl' | 'ltr';
  /** Its direction where that is not told by its letters alone. */
  dir?: 'rtl' | 'ltr' | null;
  /** Gives its lines room where what is shown is vowelled. */
  roomy?: boolean;
  id?: string;
  class?: string;
  'data-testid'?: string;
}

/** Text of a page, shown as the reader likes it: its own direction, from its letters. */
export function Text({
  children: text,
  as: Element = 'bdi',
  fallback,
  dir: given,
  roomy = false,
  ...rest
}: TextProps) {
  const place = useRef<HTMLElement>(null);
  const { digits, tashkeel } = useShowing();
  const dir = given ?? textDirection(text) ?? fallback;
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    // Its nodes are not of the tree that is rendered: they are parted here.
    element.replaceChildren(text);
    isolateIn(element, dir ?? 'rtl');
    showIn(element, dir ?? 'rtl', { digits, tashkeel });
    element.classList.toggle('vowelled', roomy && isVowelled(element.textContent));
  }, [text, dir, digits, tashkeel, roomy]);
  return <Element {...rest} ref={place as never} dir={dir ?? 'auto'} />;
}
