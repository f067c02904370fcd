import type { Identity, StandInJira } from '../seam';

/** Jira's refusal of a call, with what it said. */
export class JiraRefusal extends Error {
  constructor(
    readonly status: number,
    readonly said: string,
    call: string,
  ) {
    super(`${call}: ${String(status)} ${said}`);
  }
}

/** Jira's REST routes as one person: everything the pages read or write goes through here. */
export class Rest {
  constructor(
    private readonly jira: StandInJira,
    private readonly identity: Identity,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path);
  }

  post<T = unknown>(path: string, body: unknown): Promise<T> {
    return this.call<T>('POST', path, body);
  }

  put<T = unknown>(path: string, body: unknown): Promise<T> {
    return this.call<T>('PUT', path, body);
  }

  private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.jira.handle(
      {
        method,
        path,
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body: body === undefined ? '' : JSON.stringify(body),
        identity: this.identity,
        scopes: null,
      },
      null,
    );
    if (answer.status >= 400) throw new JiraRefusal(answer.status, wordsOf(answer.body), `${method} ${path}`);
    return (answer.body === '' ? null : JSON.parse(answer.body)) as T;
  }
}

/** The sentence of an error body, of whichever of Jira's three shapes it has. */
function wordsOf(body: string): string {
  try {
    const error = JSON.parse(body) as {
      errorMessages?: string[];
      errors?: object;
      errorMessage?: string;
      message?: string;
    };
    const fields = Object.entries(error.errors ?? {}).map(([field, text]) => `${field}: ${String(text)}`);
    return [...(error.errorMessages ?? []), ...fields, error.errorMessage ?? error.message ?? '']
      .filter(Boolean)
      .join(' ');
  } catch {
    return body;
  }
}
