const PATHS = {
  lock: 'M6 9V7a4 4 0 0 1 8 0v2m-9 0h10a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1Zm5 3v2',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  no: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm-5-2.5 10-9',
  warn: 'M10 3.5 17.5 16.5h-15L10 3.5Zm0 5v3.5m0 2v.4',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm0-8v4.5m0-7.3v.4',
  search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12Zm4.3-1.7L17 17',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  left: 'm12 5-5 5 5 5',
  right: 'm8 5 5 5-5 5',
  down: 'm5 8 5 5 5-5',
  table: 'M3 5h14v10H3V5Zm0 3.5h14M8 8.5V15',
  scale: 'M10 3v14m-4 0h8M4 6h12M4 6l-2 5.5a2.4 2.4 0 0 0 4 0L4 6Zm12 0-2 5.5a2.4 2.4 0 0 0 4 0L16 6Z',
  inbox: 'M3 11h4l1.2 2h3.6L13 11h4m-14 0 2-6h10l2 6v5H3v-5Z',
  pen: 'm4 16 .8-3.4L13.5 4 16 6.5l-8.6 8.7L4 16Z',
  home: 'm3 9.5 7-6 7 6V17h-5v-4.5H8V17H3V9.5Z',
  person: 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 17c.4-3.2 2.6-5 6-5s5.6 1.8 6 5',
  cloud: 'M6 15.5a3.5 3.5 0 0 1-.4-7A4.8 4.8 0 0 1 15 9.3a3.2 3.2 0 0 1-.6 6.2H6Zm-2.5-13 13 15',
  dice: 'M4 4h12v12H4V4Zm3.2 3.2h.1m5.4 0h.1M10 10h.1m-2.9 2.8h.1m5.4 0h.1',
  menu: 'M3 6h14M3 10h14M3 14h14',
} as const;

export type IconName = keyof typeof PATHS;

/** Drawn for the eye alone: what it means is said beside it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
