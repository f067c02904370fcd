import { createPeer } from './bridge-wire';

/*
 * Runs first in each app frame, as a classic script: gives @forge/bridge the one global it looks for at import, and
 * speaks for it with the host page. `HOST_ORIGIN` is put in where the script is served.
 */

interface Place {
  pathname: string;
  search: string;
  hash: string;
  state?: unknown;
}

interface Theme {
  colorMode: string;
  themes: string;
}

declare const HOST_ORIGIN: string;

const historyListeners = new Set<(location: Place, action: string) => void>();
let isThemed = false;

const peer = createPeer((message) => window.parent.postMessage(message, HOST_ORIGIN), {
  onCall: (command) => {
    throw new Error(`A frame answers no ${command}.`);
  },
  onNotice: (name, data) => {
    if (name === 'theme' && isThemed) wear(data as Theme);
    if (name === 'history') {
      const { location, action } = data as { location: Place; action: string };
      for (const listener of historyListeners) listener(location, action);
    }
  },
});

window.addEventListener('message', (event) => {
  if (event.source === window.parent && event.origin === HOST_ORIGIN) peer.receive(event.data);
});

function wear(theme: Theme): void {
  const root = document.documentElement;
  root.dataset['colorMode'] = theme.colorMode;
  root.dataset['theme'] = theme.themes;
}

async function enableTheming(): Promise<void> {
  wear((await peer.call('enableTheming', undefined)) as Theme);
  if (isThemed) return;
  isThemed = true;
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = '/__forge/theme.css';
  const loaded = new Promise<void>((resolve) => {
    sheet.addEventListener('load', () => resolve());
    sheet.addEventListener('error', () => resolve());
  });
  document.head.append(sheet);
  await loaded;
}

/** The `history` object of a page with sub-paths: its methods answer at once, as those of the history package do. */
async function createHistory(): Promise<unknown> {
  const go = (delta: number) => void peer.call('historyGo', { delta });
  const move = (command: string) => (path: string | Partial<Place>, state?: unknown) =>
    void peer.call(command, { path, state });
  const history = {
    action: 'POP',
    location: (await peer.call('createHistory', undefined)) as Place,
    push: move('historyPush'),
    replace: move('historyReplace'),
    go,
    goBack: () => go(-1),
    goForward: () => go(1),
    back: () => go(-1),
    forward: () => go(1),
    createHref: ({ pathname, search, hash }: Place) => `${pathname}${search}${hash}`,
    listen: (listener: (location: Place, action: string) => void) => {
      historyListeners.add(listener);
      return () => historyListeners.delete(listener);
    },
  };
  historyListeners.add((location, action) => Object.assign(history, { location, action }));
  return history;
}

function callBridge(command: string, data?: unknown): Promise<unknown> {
  if (command === 'enableTheming') return enableTheming();
  if (command === 'createHistory') return createHistory();
  return peer.call(command, data);
}

function followHeight(): void {
  let told = -1;
  const tell = (): void => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    peer.notify('height', height);
  };
  new ResizeObserver(tell).observe(document.documentElement);
  tell();
}

Object.defineProperty(window, '__bridge', { value: { callBridge } });
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', followHeight);
else followHeight();
