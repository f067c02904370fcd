import { view } from '@forge/bridge';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { MessageSet } from '../../src/i18n/message';
import { readerOf } from '../../src/i18n/reader';
import './base.css';
import { ErrorBoundary } from './error-boundary';
import { SurfaceProvider, type SharedMessages } from './surface-context';

/** A theme that does not come must not keep the words away. */
const THEME_WAIT_MILLIS = 1500;

/**
 * Starts a surface in the frame's `#root`: asks the platform who reads and where, takes on the host's theme, then renders
 * in the reader's language. Called once, by the surface's main file.
 */
export async function mountSurface<Messages extends SharedMessages>(
  messages: MessageSet<Messages>,
  surface: ReactNode,
): Promise<void> {
  const container = document.getElementById('root');
  if (container === null) throw new Error('The page has no #root');
  const [context] = await Promise.all([view.getContext(), themeOrWait()]);
  const reader = readerOf(context.locale, context.timezone, navigator.languages);
  document.documentElement.lang = reader.intlLocale;
  const extension = { moduleKey: context.moduleKey, siteUrl: context.siteUrl, extension: context.extension };
  createRoot(container).render(
    <StrictMode>
      <SurfaceProvider reader={reader} messages={messages} extension={extension}>
        <ErrorBoundary>{surface}</ErrorBoundary>
      </SurfaceProvider>
    </StrictMode>,
  );
}

function themeOrWait(): Promise<void> {
  const wait = new Promise<void>((resolve) => setTimeout(resolve, THEME_WAIT_MILLIS));
  return Promise.race([view.theme.enable().catch(() => undefined), wait]);
}
