import type { BrowserContext, Page } from 'playwright-core';

/** What a page and its frames complained of. */
export interface Complaints {
  /** Console errors and warnings, uncaught errors, failed requests and violations of the content security policy. */
  take(): string[];
}

/** Listens to every page of a context from its first script on. */
export async function watch(context: BrowserContext): Promise<Complaints> {
  const heard: string[] = [];
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`content security policy: ${violatedDirective} ${blockedURI}`);
    });
  });
  const listen = (page: Page): void => {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        heard.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => heard.push(`uncaught: ${error.message}`));
    page.on('requestfailed', (request) => {
      // Leaving a page breaks off what it was still asking for.
      const failure = request.failure()?.errorText ?? '';
      if (failure !== 'net::ERR_ABORTED') heard.push(`${failure}: ${request.url()}`);
    });
  };
  context.on('page', listen);
  return { take: () => heard.splice(0) };
}
