/**
 * The wire between an app frame and the host page around it: calls and answers over postMessage, functions among their
 * values replaced by handles that the other side calls. Runs in both browsers' windows; knows nothing of Forge.
 */

export type WireMessage =
  | { forge: 'call'; id: number; command: string; data: unknown }
  | { forge: 'callback'; id: number; handle: number; args: unknown[] }
  | { forge: 'answer'; id: number; value: unknown }
  | { forge: 'refusal'; id: number; message: string }
  | { forge: 'notice'; name: string; data: unknown };

export interface Peer {
  /** Asks the other side, and gives what it answers; rejects with its refusal. */
  call(command: string, data: unknown): Promise<unknown>;
  /** Tells the other side, without an answer. */
  notify(name: string, data: unknown): void;
  /** Hands the peer a message of the other side; the caller has checked where it came from. */
  receive(message: unknown): void;
}

export interface PeerHandlers {
  onCall(command: string, data: unknown): unknown;
  onNotice(name: string, data: unknown): void;
}

type AnyFunction = (...args: unknown[]) => unknown;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

const HANDLE = '__forgeHandle';

/** A peer that posts its messages by `post`. */
export function createPeer(post: (message: WireMessage) => void, handlers: PeerHandlers): Peer {
  const waiting = new Map<number, Waiting>();
  const functions = new Map<number, AnyFunction>();
  let lastId = 0;

  const encode = (value: unknown): unknown => {
    if (typeof value === 'function') {
      lastId += 1;
      functions.set(lastId, value as AnyFunction);
      return { [HANDLE]: lastId };
    }
    return mapPlain(value, encode);
  };
  const decode = (value: unknown): unknown => {
    if (isPlain(value) && typeof value[HANDLE] === 'number') {
      const handle = value[HANDLE];
      return (...args: unknown[]) => ask({ forge: 'callback', id: 0, handle, args: args.map(encode) });
    }
    return mapPlain(value, decode);
  };
  const ask = (message: Extract<WireMessage, { forge: 'call' | 'callback' }>): Promise<unknown> => {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      post({ ...message, id });
    });
  };
  const answer = async (id: number, work: () => unknown): Promise<void> => {
    try {
      post({ forge: 'answer', id, value: encode(await work()) });
    } catch (error) {
      post({ forge: 'refusal', id, message: error instanceof Error ? error.message : String(error) });
    }
  };

  return {
    call: (command, data) => ask({ forge: 'call', id: 0, command, data: encode(data) }),
    notify: (name, data) => post({ forge: 'notice', name, data: encode(data) }),
    receive: (received) => {
      if (!isPlain(received) || typeof received['forge'] !== 'string') return;
      const message = received as unknown as WireMessage;
      if (message.forge === 'notice') {
        handlers.onNotice(message.name, decode(message.data));
        return;
      }
      if (message.forge === 'call') {
        return void answer(message.id, () => handlers.onCall(message.command, decode(message.data)));
      }
      if (message.forge === 'callback') {
        return void answer(message.id, () => functions.get(message.handle)?.(...message.args.map(decode)));
      }
      const waiter = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.forge === 'answer') waiter?.resolve(decode(message.value));
      else waiter?.reject(new Error(message.message));
    },
  };
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Copies lists and plain objects with each part changed; anything else (dates, blobs) passes as it is. */
function mapPlain(value: unknown, change: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part)]));
}
