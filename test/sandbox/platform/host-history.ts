/** A place within a module that has sub-paths of its own. */
export interface Place {
  pathname: string;
  search: string;
  hash: string;
  state: unknown;
}

export interface PageHistory {
  location(): Place;
  move(action: 'push' | 'replace', path: unknown, state: unknown): void;
  close(): void;
}

/**
 * The browser's history below a path of the page, as `view.createHistory` sees it: `/` there is `base` here. Each move,
 * also by the browser's own buttons, is told to `onMove`.
 */
export function createPageHistory(
  base: string,
  onMove: (moved: { location: Place; action: string }) => void,
): PageHistory {
  const place = (): Place => {
    const { pathname, search, hash } = window.location;
    const below = pathname.startsWith(base) ? pathname.slice(base.length) : '';
    return { pathname: below === '' ? '/' : below, search, hash, state: window.history.state as unknown };
  };
  const onPop = (): void => onMove({ location: place(), action: 'POP' });
  window.addEventListener('popstate', onPop);
  return {
    location: place,
    move: (action, path, state) => {
      const address = base + addressOf(path);
      if (action === 'push') window.history.pushState(state ?? null, '', address);
      else window.history.replaceState(state ?? null, '', address);
      onMove({ location: place(), action: action.toUpperCase() });
    },
    close: () => window.removeEventListener('popstate', onPop),
  };
}

function addressOf(path: unknown): string {
  if (typeof path === 'string') return path.startsWith('/') ? path : `/${path}`;
  const { pathname = '/', search = '', hash = '' } = path as Partial<Place>;
  return `${pathname}${search}${hash}`;
}
