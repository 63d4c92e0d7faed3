/** Line drawings of the states, in one weight: sheets, books and the pen's dot. */
const DRAWINGS = {
  /** A sheet of headlines only. */
  list: {
    lines: 'M36 12h48v72H36zM46 28h6M58 28h16M46 44h6M58 44h16M46 60h6M58 60h16',
    dot: [60, 76],
  },
  /** A closed book with its clasp. */
  closed: {
    lines:
      'M34 14h46a6 6 0 0 1 6 6v56a6 6 0 0 1-6 6H40a6 6 0 0 1-6-6zM34 76a6 6 0 0 1 6-6h46M34 40h16v12H34',
    dot: [62, 44],
  },
  /** A sheet that did not come down whole. */
  torn: {
    lines:
      'M36 54V12h34l14 14v30M69 13v14h14M46 38h26M36 54l8 6 8-6 8 6 8-6 8 6 8-4M40 74l8 6 8-6 8 6 8-6 8 6',
    dot: [60, 48],
  },
  /** A shelf waiting for its first book. */
  shelf: {
    lines: 'M18 80h84M26 80V28M94 80V28M38 80V44h10v36M48 80V36h12v44',
    dot: [78, 73],
  },
  /** A blank sheet and a pen's first dot. */
  sheet: { lines: 'M38 12h32l14 14v58H38zM69 13v14h14M48 62h26M48 72h16', dot: [72, 46] },
} satisfies Record<string, { lines: string; dot: [number, number] }>;

export type DrawingName = keyof typeof DRAWINGS;

export function Drawing({ name }: { name: DrawingName }) {
  const { lines, dot } = DRAWINGS[name];
  const [x, y] = dot;
  return (
    <svg class="drawing" viewBox="0 0 120 96" aria-hidden="true">
      <path d={lines} />
      <path class="nuqta" d={`M${x} ${y - 5}l5 5-5 5-5-5z`} />
    </svg>
  );
}
