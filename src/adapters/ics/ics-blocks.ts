/** A component's text with the name it gives itself, so that it can be named even where it cannot be read. */
export type IcsBlock = { readonly kind: string; readonly text: string; readonly summary: string };

/**
 * The components of a calendar file, each cut out alone: one that ical.js cannot read must not cost the others. What lies
 * within a component, such as the alarm of an event, stays part of it. Undefined where the file is no iCalendar.
 */
export function icsBlocks(file: string): readonly IcsBlock[] | undefined {
  // Long lines are folded: a line that begins with a blank continues the one before (RFC 5545 §3.1).
  const lines = file
    .replace(/^\uFEFF/, '')
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .map((line) => line.trimEnd());
  if (!lines.some((line) => /^BEGIN:VCALENDAR$/i.test(line))) return undefined;
  const blocks: IcsBlock[] = [];
  let block: string[] = [];
  let depth = 0;
  for (const line of lines) {
    const [, edge = '', kind = ''] = /^(BEGIN|END):([\w-]+)$/i.exec(line) ?? [];
    if (kind.toUpperCase() === 'VCALENDAR') continue;
    if (edge.toUpperCase() === 'BEGIN') depth++;
    if (depth > 0) block.push(line);
    if (edge.toUpperCase() !== 'END') continue;
    depth--;
    if (depth > 0) continue;
    blocks.push({ kind: kind.toUpperCase(), text: block.join('\r\n'), summary: summaryOf(block) });
    block = [];
    depth = 0;
  }
  if (block.length > 0) blocks.push({ kind: 'UNFINISHED', text: block.join('\r\n'), summary: summaryOf(block) });
  return blocks;
}

function summaryOf(lines: readonly string[]): string {
  const line = lines.find((candidate) => /^SUMMARY[;:]/i.test(candidate)) ?? '';
  return line
    .slice(line.indexOf(':') + 1)
    .replace(/\\n/gi, ' ')
    .replace(/\\([\\,;])/g, '$1');
}
