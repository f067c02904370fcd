import { createContext, useContext, type ReactNode } from 'react';
import { createFormatter, type Formatter } from '../../src/i18n/format';
import { createTranslate, type MessageSet, type Translate } from '../../src/i18n/message';
import type { Reader } from '../../src/i18n/reader';
import type { Bilingual } from '../../src/core/policy/text';
import type { common as commonMessages, errors as errorMessages } from '../../src/i18n/en-US.json';

/** The messages that every surface carries besides its own; shared components use only these. */
export interface SharedMessages {
  readonly common: typeof commonMessages;
  readonly errors: typeof errorMessages;
}

/** What the platform says of where a surface stands (`view.getContext`); a hint for display, never for permission. */
export interface Extension {
  readonly moduleKey: string;
  /** The site's own address, `https://example.atlassian.net`. */
  readonly siteUrl: string;
  readonly extension: Readonly<Record<string, unknown>>;
}

interface Surface {
  readonly format: Formatter;
  readonly translate: Translate<SharedMessages>;
  readonly extension: Extension;
}

const SurfaceContext = createContext<Surface | null>(null);

/** Gives a surface's components their reader, messages and place. */
export function SurfaceProvider<Messages extends SharedMessages>(props: {
  readonly reader: Reader;
  readonly messages: MessageSet<Messages>;
  readonly extension: Extension;
  readonly children: ReactNode;
}) {
  const { reader, messages, extension, children } = props;
  const surface = {
    format: createFormatter(reader),
    translate: createTranslate<SharedMessages>(reader.language, messages, reader.intlLocale),
    extension,
  };
  return <SurfaceContext.Provider value={surface}>{children}</SurfaceContext.Provider>;
}

function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (surface === null) throw new Error('A component stands outside its SurfaceProvider');
  return surface;
}

/** Dates, lengths and figures for this reader. */
export function useFormat(): Formatter {
  return useSurface().format;
}

/** Where the surface stands, as the platform told it. */
export function useExtension(): Extension {
  return useSurface().extension;
}

/** The messages of the surface: name its message type, as `useTranslate<AgentPanelMessages>()`. */
export function useTranslate<Messages extends SharedMessages = SharedMessages>(): Translate<Messages> {
  // The provider was given this set of messages by the surface's own main file; only the type was narrowed in between.
  return useSurface().translate as unknown as Translate<Messages>;
}

/** Picks the reader's language of a policy text. */
export function useBilingual(): (text: Bilingual) => string {
  const { language } = useFormat().reader;
  return (text) => text[language];
}
