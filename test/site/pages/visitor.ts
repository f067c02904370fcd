/** Somebody at the site's pages without a browser: keeps cookies, sends forms, and follows where an answer leads. */
export interface Visitor {
  get(path: string): Promise<Seen>;
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Seen>;
}

export interface Seen {
  readonly status: number;
  /** Where the way ended, without the origin. */
  readonly path: string;
  readonly text: string;
}

/** A visitor of a site, whose browser prefers a language. */
export function visitor(origin: string, language = 'en'): Visitor {
  const cookies = new Map<string, string>();

  const ask = async (path: string, init: RequestInit): Promise<Seen> => {
    const response = await fetch(`${origin}${path}`, {
      ...init,
      redirect: 'manual',
      headers: {
        'accept-language': language,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(init.headers as Record<string, string> | undefined),
      },
    });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const [name = '', value = ''] = pair.split('=');
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null) return ask(location, {});
    return { status: response.status, path, text: await response.text() };
  };

  return {
    get: (path) => ask(path, {}),
    post: (path, fields, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      }),
  };
}
