import { textDirection } from '../../utils/arabic/direction.ts';

/** Text of a page inside the interface: its own direction, from its letters. */
export function Text({ children }: { children: string }) {
  return <bdi dir={textDirection(children) ?? 'auto'}>{children}</bdi>;
}
