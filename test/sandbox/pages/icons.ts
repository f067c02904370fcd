import { html, raw, type Markup } from './web/html';

const PATHS = {
  clock: '<circle cx="8" cy="8" r="6"/><path d="M8 4.6V8l2.3 1.5"/>',
  settings:
    '<circle cx="8" cy="8" r="2.2"/><path d="M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M3.6 12.4 5 11M11 5l1.4-1.4"/>',
  people:
    '<circle cx="6" cy="5.4" r="2.6"/><path d="M1.6 13.4c.3-2.8 2-4.2 4.4-4.2s4.1 1.4 4.4 4.2M10.6 3.1a2.5 2.5 0 0 1 0 4.7M12.2 9.6c1.3.6 2.1 1.8 2.3 3.8"/>',
  arrow: '<path d="M2.5 8h10.5M9 4l4 4-4 4"/>',
  check: '<path d="m3 8.4 3.2 3.2L13 4.8"/>',
  down: '<path d="m3.5 6 4.5 4.5L12.5 6"/>',
  list: '<path d="M5.5 4h8M5.5 8h8M5.5 12h8M2.4 4h.01M2.4 8h.01M2.4 12h.01"/>',
  board: '<path d="M2.5 3v10.5h11M5.5 11V8M8.5 11V5M11.5 11V7"/>',
  lock: '<rect x="3" y="7" width="10" height="6.5" rx="1"/><path d="M5.2 7V5.2a2.8 2.8 0 0 1 5.6 0V7"/>',
  plus: '<path d="M8 3v10M3 8h10"/>',
} as const;

/** A line icon of 16 px that says nothing by itself: its word stands beside it. */
export const icon = (name: keyof typeof PATHS): Markup =>
  raw(`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${PATHS[name]}</svg>`);

/** Cadran's dial: the first quarter is used. */
export const mark = (): Markup =>
  html`<svg class="mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <circle class="mark-ring" cx="8" cy="8" r="6.2" />
    <path class="mark-used" d="M8 1.8A6.2 6.2 0 0 1 14.2 8" />
    <path class="mark-hand" d="M8 8V4.6" />
  </svg>`;
