import type { Log } from '../services/ports';
import { noteFailure } from './diary';

/** One JSON line an event, on the console, where Forge collects it; what did not work is counted for the health page too. */
export const log: Log = {
  info: (event, facts) => console.info(JSON.stringify({ event, ...facts })),
  warn: (event, facts) => {
    console.warn(JSON.stringify({ event, ...facts }));
    noteFailure(event);
  },
  error: (event, facts) => {
    console.error(JSON.stringify({ event, ...facts }));
    noteFailure(event);
  },
};
