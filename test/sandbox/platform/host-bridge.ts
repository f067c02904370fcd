import { createPeer, type Peer } from './bridge-wire';
import { createFlags } from './host-flags';
import { createPageHistory, type PageHistory } from './host-history';
import { asRecord, post } from './site-call';

/*
 * The host page's side of the bridge, in the browser: frames a module of the app and answers what @forge/bridge asks.
 * The page sets `data-color-mode` on <html> (`light` or `dark`); frames that enabled theming follow it at once.
 * Its length is the table of commands: each is a line or three, and all share the frames, listeners and flags.
 */

export interface MountOptions {
  /** Where the frame goes; a former content stays beside it. */
  container: HTMLElement;
  moduleKey: string;
  /** The module's entry point: `main`, `view` or `edit`; `main` where absent. */
  place?: string;
  /** What the page shows (an issue key, a request key …): the site's `extensionOf` makes the context of it. */
  subject?: unknown;
  /** The frame's name for people who do not see it. */
  title: string;
  /** Called by `view.submit`; absent where the module has nothing to submit. */
  onSubmit?: (payload: unknown) => void | Promise<void>;
  /** Called by `view.close`; absent where the module cannot be closed. */
  onClose?: (payload: unknown) => void | Promise<void>;
  onOpen?: () => void | Promise<void>;
  /** Called by `view.refresh`; the page then shows its own data afresh. */
  onRefresh?: (payload: unknown) => void | Promise<void>;
  /** The page's path that the module's own sub-paths are below; absent where the module has none. */
  historyBase?: string;
}

export interface MountedModule {
  iframe: HTMLIFrameElement;
  /** Takes the frame away. */
  unmount(): void;
}

export interface HostBridgeOptions {
  /** The address of a location that `router` names (`{target: 'issue', issueKey}` …); throws for one it does not know. */
  urlOf: (location: Record<string, unknown>) => string;
}

export interface HostBridge {
  mount(options: MountOptions): Promise<MountedModule>;
}

interface MountAnswer {
  token: string;
  frameUrl: string;
  frameOrigin: string;
  context: Record<string, unknown>;
  viewportSize: string | null;
}

interface Frame {
  options: MountOptions;
  answer: MountAnswer;
  iframe: HTMLIFrameElement;
  peer: Peer;
  history: PageHistory | null;
  /** `view.onClose` callbacks. */
  closers: (() => unknown)[];
}

type Command = (frame: Frame, data: Record<string, unknown>, raw: unknown) => unknown;
type Listener = (payload: unknown) => unknown;

const THEMES = 'light:light dark:dark spacing:spacing typography:typography shape:shape motion:motion';
const FIXED_HEIGHTS: Readonly<Record<string, string>> = {
  xsmall: '150px',
  small: '300px',
  medium: '450px',
  large: '600px',
};
const MODAL_WIDTHS: Readonly<Record<string, string>> = {
  small: '400px',
  medium: '600px',
  large: '800px',
  xlarge: '968px',
  max: '96vw',
  fullscreen: '100vw',
  resizable: '600px',
};

/** The bridge of a host page: one for all its frames, since events and flags are the page's. */
export function createHostBridge({ urlOf }: HostBridgeOptions): HostBridge {
  const frames = new Set<Frame>();
  const listeners = new Map<string, Set<Listener>>();
  const flags = createFlags();

  window.addEventListener('message', (event) => {
    for (const frame of frames) {
      if (event.source !== frame.iframe.contentWindow || event.origin !== frame.answer.frameOrigin) continue;
      frame.peer.receive(event.data);
    }
  });
  new MutationObserver(() => {
    for (const frame of frames) frame.peer.notify('theme', themeOfPage());
  }).observe(document.documentElement, { attributeFilter: ['data-color-mode'] });

  const addressOf = (data: Record<string, unknown>): string =>
    typeof data['url'] === 'string' ? data['url'] : new URL(urlOf(data), location.href).href;
  const subscribe: Command = (_frame, { event, callback }) => {
    const name = String(event);
    const known = listeners.get(name) ?? new Set();
    listeners.set(name, known.add(callback as Listener));
    return { unsubscribe: () => void known.delete(callback as Listener) };
  };
  const publish: Command = (_frame, { event, payload }) => {
    for (const listener of listeners.get(String(event)) ?? []) void listener(payload);
  };

  const commands: Readonly<Record<string, Command>> = {
    invoke: async ({ answer }, { functionKey, payload }) => {
      const { value } = await post('/__forge/invoke', { token: answer.token, functionKey, payload });
      return value;
    },
    fetchProduct: ({ answer }, { product, restPath, fetchRequestInit, isMultipartFormData }) => {
      if (isMultipartFormData === true) throw new Error('The local site takes no files from a frame.');
      return post('/__forge/fetch', { token: answer.token, product, restPath, init: fetchRequestInit });
    },
    getContext: ({ answer }) => ({ ...answer.context, theme: { colorMode: themeOfPage().colorMode } }),
    enableTheming: () => themeOfPage(),
    submit: ({ options }, _data, payload) => perform(options.onSubmit, payload),
    close: async (frame, _data, payload) => {
      if (frame.options.onClose === undefined) return false;
      for (const closer of frame.closers) await closer();
      return perform(frame.options.onClose, payload);
    },
    onClose: (frame, _data, closer) => {
      frame.closers.push(closer as () => unknown);
      return true;
    },
    open: ({ options }) => perform(options.onOpen, undefined),
    refresh: ({ options }, _data, payload) => perform(options.onRefresh, payload),
    reload: () => location.reload(),
    getUrl: (_frame, data) => addressOf(data),
    navigate: (_frame, data) => {
      if (data['type'] === 'new-tab') window.open(addressOf(data), '_blank', 'noopener');
      else location.assign(addressOf(data));
    },
    createHistory: (frame) => historyOf(frame).location(),
    historyPush: (frame, { path, state }) => historyOf(frame).move('push', path, state),
    historyReplace: (frame, { path, state }) => historyOf(frame).move('replace', path, state),
    historyGo: (_frame, { delta }) => history.go(Number(delta)),
    showFlag: (_frame, data) => flags.show(data),
    closeFlag: (_frame, { id }) => flags.close(String(id)),
    openModal: (frame, data) => openModal(frame, data),
    emit: publish,
    emitPublic: publish,
    on: subscribe,
    onPublic: subscribe,
    changeWindowTitle: (_frame, _data, title) => {
      document.title = String(title);
    },
    emitReadyEvent: () => undefined,
    getFrameId: ({ answer }) => answer.token,
    isRovoEnabled: () => false,
  };

  const historyOf = (frame: Frame): PageHistory => {
    if (frame.history === null) throw new Error(`The module ${frame.options.moduleKey} has no history of its own.`);
    return frame.history;
  };

  const mount = async (
    options: MountOptions,
    modal?: { resource: unknown; context: unknown },
  ): Promise<MountedModule> => {
    const { moduleKey, place, subject } = options;
    const answer = (await post('/__forge/mount', {
      moduleKey,
      place,
      subject,
      ...(modal === undefined ? {} : { resource: modal.resource ?? undefined }),
    })) as unknown as MountAnswer;
    if (modal !== undefined) {
      const extension = answer.context['extension'] as Record<string, unknown>;
      answer.context['extension'] = { ...extension, modal: modal.context };
    }
    const iframe = document.createElement('iframe');
    iframe.title = options.title;
    iframe.src = answer.frameUrl;
    iframe.className = 'forge-frame';
    iframe.style.cssText = 'width:100%;border:0;display:block;color-scheme:auto';
    const fixed = answer.viewportSize === null ? undefined : FIXED_HEIGHTS[answer.viewportSize];
    if (fixed !== undefined) iframe.style.height = fixed;
    const frame: Frame = {
      options,
      answer,
      iframe,
      closers: [],
      history:
        options.historyBase === undefined
          ? null
          : createPageHistory(options.historyBase, (data) => frame.peer.notify('history', data)),
      peer: createPeer((message) => iframe.contentWindow?.postMessage(message, answer.frameOrigin), {
        onCall: (name, data) => {
          const command = commands[name];
          if (command === undefined) throw new Error(`The local site does not answer the bridge's ${name}.`);
          return command(frame, asRecord(data), data);
        },
        onNotice: (name, data) => {
          if (name === 'height' && fixed === undefined) iframe.style.height = `${Number(data)}px`;
        },
      }),
    };
    frames.add(frame);
    options.container.append(iframe);
    return {
      iframe,
      unmount: () => {
        frames.delete(frame);
        frame.history?.close();
        iframe.remove();
      },
    };
  };

  /** `new Modal().open()`: another frame of the same module over the page; `view.close(payload)` in it ends it. */
  const openModal = async (opener: Frame, data: Record<string, unknown>): Promise<boolean> => {
    const { resource, context, size, title, onClose } = data;
    const dialog = document.createElement('dialog');
    dialog.className = 'forge-modal';
    dialog.style.width = typeof size === 'string' ? (MODAL_WIDTHS[size] ?? '600px') : String(asRecord(size)['width']);
    dialog.setAttribute('aria-label', typeof title === 'string' && title !== '' ? title : opener.options.title);
    const close = async (payload: unknown): Promise<void> => {
      if (!dialog.isConnected) return;
      mounted.unmount();
      dialog.remove();
      await (onClose as Listener | undefined)?.(payload);
    };
    const mounted = await mount({ ...opener.options, container: dialog, onClose: close }, { resource, context });
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      if (data['closeOnEscape'] !== false) void close(undefined);
    });
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog && data['closeOnOverlayClick'] !== false) void close(undefined);
    });
    document.body.append(dialog);
    dialog.showModal();
    return true;
  };

  return { mount: (options) => mount(options) };
}

/** Does what the page offers for a view's request; false, which the SDK throws of, where it offers nothing. */
async function perform(action: ((payload: unknown) => unknown) | undefined, payload: unknown): Promise<boolean> {
  if (action === undefined) return false;
  await action(payload);
  return true;
}

function themeOfPage(): { colorMode: string; themes: string } {
  return { colorMode: document.documentElement.dataset['colorMode'] === 'dark' ? 'dark' : 'light', themes: THEMES };
}
