/** Own line icons on a 16 px grid, drawn in the colour of the text around them. Always beside a word, so hidden from readers. */
const SHAPES = {
  running: ['circle', 'M8 4.8V8l2.2 1.6'],
  'near-breach': ['M8 2.2 14.4 13.4H1.6Z', 'M8 6.4v3', 'dot:11.4'],
  breached: ['M5.2 1.8h5.6l3.4 3.4v5.6l-3.4 3.4H5.2l-3.4-3.4V5.2Z', 'M8 4.8v3.8', 'dot:11'],
  paused: ['circle', 'M6.4 5.8v4.4M9.6 5.8v4.4'],
  met: ['circle', 'm5.4 8.2 1.8 1.8 3.5-3.8'],
  missed: ['circle', 'm6 6 4 4m0-4-4 4'],
  none: ['circle', 'M5.4 8h5.2'],
  check: ['m3 8.4 3.2 3.2L13 4.8'],
  cross: ['m4 4 8 8m0-8-8 8'],
  retry: ['M13 8a5 5 0 1 1-1.5-3.6L13.2 6', 'M13.2 2.6V6H9.8'],
  next: ['M3 8h7M7 4.5 10.5 8 7 11.5M13.5 3.5v9'],
  bell: ['M3.5 11.5h9c-1-1.2-1.3-2-1.3-4.2a3.2 3.2 0 0 0-6.4 0c0 2.2-.3 3-1.3 4.2ZM6.8 13.6h2.4'],
  chevron: ['m4 6 4 4 4-4'],
  change: ['M8 2.4 13.6 8 8 13.6 2.4 8Z'],
  created: ['disc'],
  resumed: ['circle', 'M6.6 5.4v5.2L10.8 8Z'],
  reopened: ['M3 8a5 5 0 1 0 1.5-3.6L2.8 6', 'M2.8 2.6V6h3.4'],
  reply: ['M2.4 3.4h11.2v7.4H7.4l-3 2.4v-2.4h-2Z'],
  unavailable: ['person', 'M1.6 13.4c.3-2.8 2-4.2 4.2-4.2 1 0 1.9.3 2.6.8', 'M10.5 10l3.5 3.5m0-3.5-3.5 3.5'],
  available: ['person', 'M1.6 13.4c.3-2.8 2-4.2 4.2-4.2 1 0 1.9.3 2.6.8', 'm10 11.6 1.6 1.6 2.8-3'],
  plan: ['M2.6 13.4V4.2L8 2l5.4 2.2v9.2Z', 'M6.4 13.4V10h3.2v3.4M5.6 6.6h.01M10.4 6.6h.01'],
  down: ['M8 3v9.6M4 8.8l4 4 4-4'],
  up: ['M8 13V3.4M4 7.2l4-4 4 4'],
  undo: ['M5.4 3 2.6 5.8l2.8 2.8', 'M2.8 5.8h6.4a3.6 3.6 0 0 1 0 7.2H6'],
  redo: ['M10.6 3l2.8 2.8-2.8 2.8', 'M13.2 5.8H6.8a3.6 3.6 0 0 0 0 7.2H10'],
  info: ['circle', 'M8 7.4v3.2', 'dot:5.2'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type IconName = keyof typeof SHAPES;

export function Icon(props: { readonly name: IconName; readonly className?: string }) {
  return (
    <svg className={`icon ${props.className ?? ''}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <IconShape name={props.name} />
    </svg>
  );
}

/** The same drawing inside another picture, on its own 16 by 16 square. */
export function IconShape(props: { readonly name: IconName }) {
  return SHAPES[props.name].map((shape) => <Stroke key={shape} shape={shape} />);
}

function Stroke({ shape }: { readonly shape: string }) {
  if (shape === 'circle') return <circle className="icon-line" cx="8" cy="8" r="6" />;
  if (shape === 'person') return <circle className="icon-line" cx="5.8" cy="5.4" r="2.6" />;
  if (shape === 'disc') return <circle className="icon-dot" cx="8" cy="8" r="3.4" />;
  if (shape.startsWith('dot:')) return <circle className="icon-dot" cx="8" cy={shape.slice(4)} r="0.95" />;
  return <path className="icon-line" d={shape} />;
}
