/** Opaque page tokens: a position, sealed with what it belongs to, so that a token of another query is refused. */
import { platformError } from '../http/answer';

export const writeToken = (position: number, seal: string): string =>
  Buffer.from(JSON.stringify([position, seal])).toString('base64url');

/** The position in a token of the same seal; 0 where there is none; 400 for anything else. */
export function readToken(token: unknown, seal: string): number {
  if (token === undefined || token === null || token === '') return 0;
  const parts = typeof token === 'string' ? parse(token) : null;
  if (Array.isArray(parts) && typeof parts[0] === 'number' && parts[1] === seal) return parts[0];
  throw platformError(400, ['The provided next page token is invalid.']);
}

function parse(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
