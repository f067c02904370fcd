import type { Download } from 'playwright-core';

/** What a saved file holds; read as a stream, since the browser may be another process's, whose paths are not ours. */
export async function downloadText(file: Download): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
