import type { Instant } from '../seam';

export interface LogLine {
  at: Instant;
  level: string;
  functionKey: string | null;
  text: string;
}

const KEPT_LINES = 5_000;
const LINES_A_MINUTE = 100;
const BYTES_AN_INVOCATION = 200 * 1024;

/**
 * What the app's functions printed and what the platform has to say of them, the latest 5,000 lines. As in the cloud,
 * an invocation keeps 200 KB and 100 lines (a minute; forge-facts §5), what is beyond is lost and counted.
 * With CADRAN_LOG=1 lines are printed too.
 */
export class LogBook {
  readonly lines: LogLine[] = [];
  lost = 0;
  private readonly kept = new Map<string, { lines: number; bytes: number }>();

  constructor(private readonly now: () => Instant) {}

  write(level: string, functionKey: string | null, text: string, invocationId: string | null = null): void {
    if (invocationId !== null && !this.hasRoom(invocationId, text)) {
      this.lost += 1;
      return;
    }
    this.lines.push({ at: this.now(), level, functionKey, text });
    if (this.lines.length > KEPT_LINES) this.lines.shift();
    if (process.env['CADRAN_LOG'] === '1') process.stderr.write(`[${functionKey ?? 'platform'}] ${level} ${text}\n`);
  }

  private hasRoom(invocationId: string, text: string): boolean {
    const used = this.kept.get(invocationId) ?? { lines: 0, bytes: 0 };
    const next = { lines: used.lines + 1, bytes: used.bytes + Buffer.byteLength(text) };
    if (next.lines > LINES_A_MINUTE || next.bytes > BYTES_AN_INVOCATION) return false;
    this.kept.set(invocationId, next);
    if (this.kept.size > KEPT_LINES) this.kept.delete(this.kept.keys().next().value ?? '');
    return true;
  }
}
