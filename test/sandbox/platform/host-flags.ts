interface FlagAction {
  text: string;
  onClick: () => unknown;
}

/** The page's flags: messages at a corner, each until it is closed, or for eight seconds where the app says so. */
export interface Flags {
  show(options: Record<string, unknown>): boolean;
  close(id: string): boolean;
}

const AUTO_DISMISS_MILLIS = 8_000;

/**
 * Flags as `showFlag` asks for them, in a live region. The page's own style sheet may dress `.forge-flags`,
 * `.forge-flag` (with `data-type`) and what is in it.
 */
export function createFlags(): Flags {
  let region: HTMLElement | null = null;
  const shown = new Map<string, HTMLElement>();

  const close = (id: string): boolean => {
    shown.get(id)?.remove();
    return shown.delete(id);
  };
  const show = (options: Record<string, unknown>): boolean => {
    const id = String(options['id']);
    close(id);
    region ??= createRegion();
    const flag = document.createElement('div');
    flag.className = 'forge-flag';
    const look = options['appearance'] ?? options['type'];
    flag.dataset['type'] = typeof look === 'string' ? look : 'info';
    for (const part of ['title', 'description']) {
      const text = options[part];
      if (typeof text === 'string') flag.append(element('p', `forge-flag-${part}`, text));
    }
    const actions = Array.isArray(options['actions']) ? (options['actions'] as FlagAction[]) : [];
    for (const { text, onClick } of actions) {
      const button = element('button', 'forge-flag-action', text);
      button.addEventListener('click', () => void onClick());
      flag.append(button);
    }
    const dismiss = element('button', 'forge-flag-close', '×');
    dismiss.setAttribute('aria-label', document.documentElement.lang.startsWith('fr') ? 'Fermer' : 'Dismiss');
    dismiss.addEventListener('click', () => close(id));
    flag.append(dismiss);
    region.append(flag);
    shown.set(id, flag);
    if (options['isAutoDismiss'] === true) setTimeout(() => close(id), AUTO_DISMISS_MILLIS);
    return true;
  };
  return { show, close };
}

function createRegion(): HTMLElement {
  const region = element('div', 'forge-flags', '');
  region.setAttribute('role', 'status');
  document.body.append(region);
  return region;
}

function element(tag: string, className: string, text: string): HTMLElement {
  const created = document.createElement(tag);
  created.className = className;
  created.textContent = text;
  return created;
}
