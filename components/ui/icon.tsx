/** Drawn for Warraq on a 20 px grid. Those that point with the reading direction are mirrored. */
const DRAWINGS = {
  bookmark: { path: 'M5.75 3.5h8.5v13L10 13.2l-4.25 3.3z', mirrored: false },
  check: { path: 'm4 10.6 4 4.1 8-9.2', mirrored: false },
  tab: {
    path: 'M8.5 4.5h-3A1.5 1.5 0 0 0 4 6v8.5A1.5 1.5 0 0 0 5.5 16H14a1.5 1.5 0 0 0 1.5-1.5v-3M11.75 4H16v4.25M16 4l-6.5 6.5',
    mirrored: true,
  },
  library: { path: 'M4.25 4v12M8.5 4v12M12.25 4.3l3.5 11.4', mirrored: false },
  more: { path: 'M4.5 10h.01M10 10h.01M15.5 10h.01', mirrored: false, heavy: true },
  /** «أ» twice, large and small: a letter of these readers. */
  type: {
    path: 'M13.5 8v8.5M15.2 3.6c-1.1-.7-2.3-.3-2.3.6 0 .8 1 1.1 2.1.8l-2.9 1M7 11.5v5M8.2 7.6c-.8-.5-1.7-.2-1.7.4 0 .6.7.8 1.5.6l-2.1.8',
    mirrored: false,
  },
  back: { path: 'M16 10H4.5M9.25 5 4.25 10l5 5', mirrored: true },
  delete: {
    path: 'M4 5.75h12M8 5.5V3.75h4V5.5M5.5 5.75l.7 10.5h7.6l.7-10.5M8.5 9v4M11.5 9v4',
    mirrored: false,
  },
  panel: { path: 'M3.5 4.5h13v11h-13zM12 4.5v11', mirrored: true },
  close: { path: 'm5 5 10 10M15 5 5 15', mirrored: false },
  page: { path: 'M5 3.5h7l3 3v10H5zM11.75 3.75V6.75h3M7.75 10h4.5M7.75 13h4.5', mirrored: true },
} as const;

export type IconName = keyof typeof DRAWINGS;

export function Icon({ name }: { name: IconName }) {
  const drawing = DRAWINGS[name];
  return (
    <svg
      class={`icon${drawing.mirrored ? ' mirrored' : ''}${'heavy' in drawing ? ' heavy' : ''}`}
      viewBox="0 0 20 20"
      aria-hidden="true"
    >
      <path d={drawing.path} />
    </svg>
  );
}
