/** Who writes, when, and what the history remembers of it. */
import type { Instant } from '../../seam';
import type { Call } from '../http/call';
import { accountOf, isRecord } from '../http/call';
import { platformError } from '../http/answer';
import type { JsonObject } from '../model';
import type { Site } from '../site';

export interface Act {
  accountId: string;
  /** Made as the app: its events come back with selfGenerated. */
  asApp: boolean;
  at: Instant;
  historyMetadata: JsonObject | null;
  /** Raises no events: how seeds write the past. */
  silent: boolean;
}

/** The act of a call, now; 400 where its historyMetadata is no object. */
export function actOf(site: Site, call: Call, historyMetadata?: unknown): Act {
  const user = accountOf(call);
  if (historyMetadata !== undefined && historyMetadata !== null && !isRecord(historyMetadata)) {
    throw platformError(400, ['historyMetadata must be an object.']);
  }
  return {
    accountId: user.accountId,
    asApp: call.caller.kind === 'app',
    at: site.clock.now(),
    historyMetadata: isRecord(historyMetadata) ? (historyMetadata as JsonObject) : null,
    silent: false,
  };
}
