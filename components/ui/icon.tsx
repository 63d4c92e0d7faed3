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
  search: { path: 'M8.75 3.75a5 5 0 1 0 0 10 5 5 0 1 0 0-10M12.4 12.4l4.1 4.1', mirrored: false },
  shelves: { path: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h8', mirrored: true },
  archive: { path: 'M3.5 4.5h13v3.25h-13zM4.75 7.75v7.75h10.5V7.75M8 11h4', mirrored: false },
  star: {
    path: 'm10 3.25 2.05 4.3 4.7.6-3.45 3.25.87 4.65L10 13.8l-4.17 2.25.87-4.65L3.25 8.15l4.7-.6z',
    mirrored: false,
  },
  tag: { path: 'M3.75 4h5.6l7 7-5.35 5.35-7.25-7zM7 7.25h.01', mirrored: true },
  sort: {
    path: 'M6.25 4v12M3.5 13.25 6.25 16 9 13.25M13.75 16V4M11 6.75 13.75 4l2.75 2.75',
    mirrored: true,
  },
  filter: { path: 'M3.5 5.5h13M6 10h8M8.5 14.5h3', mirrored: false },
  select: { path: 'M4 4h12v12H4zM7 10.2l2.2 2.2 4-4.4', mirrored: false },
  edit: { path: 'm4 16 .8-3.4 8.4-8.4 2.6 2.6-8.4 8.4zM11.6 5.8l2.6 2.6', mirrored: false },
  restore: { path: 'M4 8h7.5a4 4 0 0 1 0 8H7M7.25 4.75 4 8l3.25 3.25', mirrored: true },
  import: { path: 'M10 3.5v9M6.75 9.5 10 12.75l3.25-3.25M4 11.5V16h12v-4.5', mirrored: false },
  storage: {
    path: 'M4 5.75c0-1.2 2.7-2.25 6-2.25s6 1.05 6 2.25S13.3 8 10 8 4 6.95 4 5.75zM4 5.75v8.5c0 1.2 2.7 2.25 6 2.25s6-1.05 6-2.25v-8.5M4 10c0 1.2 2.7 2.25 6 2.25S16 11.2 16 10',
    mirrored: false,
  },
  listen: {
    path: 'M4 13v-2.5a6 6 0 0 1 12 0V13M4 12.25h2.5v4.25H5a1 1 0 0 1-1-1zM16 12.25h-2.5v4.25H15a1 1 0 0 0 1-1z',
    mirrored: false,
  },
  play: { path: 'M6.5 4.25v11.5L15.75 10z', mirrored: false },
  pause: { path: 'M7.25 4.5v11M12.75 4.5v11', mirrored: false, heavy: true },
  sentenceBack: { path: 'M5 5v10M15 5.25v9.5L8.25 10z', mirrored: true },
  sentenceForth: { path: 'M15 5v10M5 5.25v9.5L11.75 10z', mirrored: true },
  voice: { path: 'M4 8.5v3M7 6v8M10 3.5v13M13 6v8M16 8.5v3', mirrored: false },
  export: { path: 'M10 12.5v-9M6.75 6.5 10 3.25l3.25 3.25M4 11.5V16h12v-4.5', mirrored: false },
  copy: { path: 'M7.5 7.5h8v9h-8zM12.5 7.25V3.5h-8v9h2.75', mirrored: false },
  quote: {
    path: 'M8.5 6.5c-2.6 0-4 1.7-4 4.2V14h4v-4h-4M15.5 6.5c-2.6 0-4 1.7-4 4.2V14h4v-4h-4',
    mirrored: true,
  },
  markdown: {
    path: 'M3.5 5h13v10h-13zM6.25 12.25v-4.5l2 2.25 2-2.25v4.5M13.5 7.75v4M12 10.5l1.5 1.75 1.5-1.75',
    mirrored: false,
  },
  print: { path: 'M6 8V3.5h8V8M6 13.5H3.75V8h12.5v5.5H14M6 11.5h8v5H6z', mirrored: false },
  share: {
    path: 'M10 12V3.5M6.75 6.5 10 3.25l3.25 3.25M6.5 9H4.75v7.5h10.5V9H13.5',
    mirrored: false,
  },
  guide: { path: 'M4 5.5h12M4 14.5h12M3.5 8.25h13v3.5h-13z', mirrored: false },
  keys: {
    path: 'M3 5.5h14v9H3zM6 8.25h.01M10 8.25h.01M14 8.25h.01M7 11.75h6',
    mirrored: false,
  },
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
