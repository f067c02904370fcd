import { whichBrowser } from './which-browser';

/** `describe` for suites that need a browser: skipped, and so counted, where none can run. */
export const describeInBrowser: jest.Describe = whichBrowser().kind === 'none' ? describe.skip : describe;
