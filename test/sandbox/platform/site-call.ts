/** The value as an object, an empty one where it is none. */
export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Posts JSON to the host page's own server and gives its answer; rejects with the server's own words. */
export async function post(path: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = asRecord(await response.json());
  if (!response.ok) throw new Error(String(asRecord(answer['error'])['message']));
  return answer;
}
