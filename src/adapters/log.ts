import type { Log } from '../services/ports';

/** One JSON line an event, on the console, where Forge collects it. */
export const log: Log = {
  info: (event, facts) => console.info(JSON.stringify({ event, ...facts })),
  warn: (event, facts) => console.warn(JSON.stringify({ event, ...facts })),
  error: (event, facts) => console.error(JSON.stringify({ event, ...facts })),
};
