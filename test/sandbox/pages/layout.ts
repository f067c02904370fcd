import { PEOPLE, type PersonKey } from '../seed/people';
import { icon, mark } from './icons';
import { MOVE_TARGETS, SITE_ZONE, type MoveTarget } from './time-targets';
import type { Instant } from '../seam';
import { createFormatter } from '../../../src/i18n/format';
import type { Reader } from '../../../src/i18n/reader';
import type { Visit } from './visit';
import { html, type Markup } from './web/html';

export interface Moves {
  readonly now: Instant;
  readonly targets: Readonly<Record<MoveTarget, Instant | null>>;
}

export interface PageParts {
  readonly title: string;
  /** `start`, `jira` or `portal`: which product the page stands for. */
  readonly kind: 'start' | 'jira' | 'portal';
  readonly moves: Moves;
  readonly body: Markup;
}

/** A whole page: the local site's own bar above what Jira or its portal would show. */
export function layout(visit: Visit, { title, kind, moves, body }: PageParts): Markup {
  const { texts, theme } = visit;
  return html`<html
    lang="${visit.format.reader.intlLocale}"
    data-color-mode="${theme}"
    data-theme="light:light dark:dark spacing:spacing typography:typography shape:shape"
  >
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title}</title>
      <link rel="icon" href="/site/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="/site/theme.css" />
      <link rel="stylesheet" href="/site/pages.css" />
      <script src="/site/pages.js" defer></script>
    </head>
    <body class="${kind}" data-theme-name="${theme}">
      ${siteBar(visit, moves)} ${kind === 'start' ? body : html`<div class="product">${body}</div>`}
      <p class="moving" role="status" hidden>${texts.bar.moving}…</p>
    </body>
  </html>`;
}

function siteBar(visit: Visit, moves: Moves): Markup {
  const { texts, path } = visit;
  return html`<header class="bar" aria-label="${texts.bar.label}">
    <a class="bar-home" href="/" aria-label="Cadran, ${texts.bar.home}"
      >${mark()}<span class="bar-name">Cadran</span></a
    >
    <div class="bar-clock" data-live id="clock">${clock(visit, moves.now)}</div>
    <details class="menu bar-time" data-live id="moves">
      <summary>${texts.bar.moveTo} ${icon('down')}</summary>
      <div class="menu-body">${moveForms(visit, moves)}</div>
    </details>
    <div class="bar-choices">
      ${personMenu(visit)}
      ${segment(texts.bar.language, { en: 'English', fr: 'Français' }, texts.language, '/site/language', path)}
      ${segment(texts.bar.theme, { light: texts.bar.light, dark: texts.bar.dark }, visit.theme, '/site/theme', path)}
    </div>
  </header>`;
}

/** The site's time, in the site's zone: the script moves it on between two looks at the server. */
function clock({ format }: Visit, now: Instant): Markup {
  const inSiteZone = createFormatter({ ...format.reader, timeZone: SITE_ZONE });
  return html`${icon('clock')}
    <time
      class="clock-time"
      datetime="${new Date(now).toISOString()}"
      data-now="${now}"
      data-locale="${format.reader.intlLocale}"
      data-zone="${SITE_ZONE}"
      >${inSiteZone.time(now)}</time
    >
    <span class="clock-day">${dayOf(format.reader, now)}</span>`;
}

const dayOf = ({ intlLocale }: Reader, now: Instant): string =>
  new Intl.DateTimeFormat(intlLocale, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    timeZone: SITE_ZONE,
  }).format(now);

/** One button a target; what would lead back in time is there but cannot be pressed. */
export function moveForms({ texts, format, path }: Visit, { now, targets }: Moves, primary?: MoveTarget): Markup {
  const at = createFormatter({ ...format.reader, timeZone: SITE_ZONE });
  return html`<form class="moves" method="post" action="/site/time">
    <input type="hidden" name="back" value="${path}" />
    ${MOVE_TARGETS.map((target) => {
      const instant = targets[target];
      return html`<button
        class="button${target === primary ? ' button-primary' : ''}"
        name="to"
        value="${target}"
        ${instant === null ? html`disabled title="${texts.bar.cannotGoBack}"` : null}
      >
        ${texts.bar.moves[target]}${
          instant !== null && target !== 'hour' && target !== 'day'
            ? html`<span class="move-time">${at.shortInstant(instant, now)}</span>`
            : null
        }
      </button>`;
    })}
  </form>`;
}

function personMenu({ person, texts }: Visit): Markup {
  return html`<details class="menu menu-end bar-person">
    <summary aria-label="${texts.bar.person}: ${person?.name ?? texts.bar.nobody}">
      ${icon('people')}<span class="bar-person-name">${person?.name ?? texts.bar.nobody}</span>${icon('down')}
    </summary>
    <ul class="menu-body">
      ${PEOPLE.map(
        ({ key, name }) =>
          html`<li>
            <a href="/as/${key}" ${key === person?.key ? html`aria-current="true"` : null}
              ><b>${name}</b><span class="small subtle">${texts.bar.roles[key]}</span></a
            >
          </li>`,
      )}
    </ul>
  </details>`;
}

function segment(
  label: string,
  choices: Readonly<Record<string, string>>,
  chosen: string,
  action: string,
  back: string,
): Markup {
  return html`<form method="post" action="${action}">
    <input type="hidden" name="back" value="${back}" />
    <div class="segment" role="group" aria-label="${label}">
      ${Object.entries(choices).map(
        ([value, name]) =>
          html`<button name="to" value="${value}" aria-pressed="${value === chosen ? 'true' : 'false'}">
            ${name}
          </button>`,
      )}
    </div>
  </form>`;
}

/** Where each person's work begins. */
export function homeOf(key: PersonKey): string {
  if (key === 'agent' || key === 'second-agent') return '/queue';
  return key === 'admin' ? '/admin' : '/portal';
}
