/** Every address of the site's own pages. What each does is done as the person of the cookie. */
import { PEOPLE } from '../seed/people';
import * as actions from './actions';
import { adminShell } from './admin-shell';
import { boardPage } from './board-page';
import { dashboardPage } from './dashboard-page';
import { issuePage } from './issue-page';
import type { NamedThing, Page } from './jira-shapes';
import { homeOf, type Moves } from './layout';
import { newRequestPage, PROPERTY_INPUT } from './new-request-page';
import { portalPage, requestPage } from './portal-pages';
import { queuePage } from './queue-page';
import { JiraRefusal } from './rest';
import { createScreen, transitionScreen } from './screens';
import type { SiteFacts } from './site-facts';
import type { SiteHost } from './site-host';
import { startPage } from './start-page';
import { MOVE_TARGETS } from './time-targets';
import { COOKIES, type Visit } from './visit';
import { json, localPath, page, redirect, WebRefusal, type WebAnswer, type WebRequest, type WebRoute } from './web/web';
import type { Markup } from './web/html';

type PageOf = (visit: Visit, moves: Moves, request: WebRequest) => Promise<Markup>;
type ActionOf = (visit: Visit, request: WebRequest) => Promise<string>;

/** The routes over one site. */
export function routesOf(host: SiteHost): readonly WebRoute[] {
  const get = (template: string, pageOf: PageOf): WebRoute => ({
    method: 'GET',
    template,
    answer: async (request) => page(await pageOf(signedIn(host.visit(request)), host.moves(), request)),
  });
  /** Does the deed, lets the app do its part, and goes where the deed leads. */
  const post = (template: string, actionOf: ActionOf): WebRoute => ({
    method: 'POST',
    template,
    answer: async (request) => redirect(await host.perform(() => actionOf(signedIn(host.visit(request)), request))),
  });
  const key = ({ params }: WebRequest): string => params['key'] ?? '';
  const issue = (request: WebRequest): string => `/browse/${key(request)}`;
  const portal = (request: WebRequest): string => `/portal/requests/${key(request)}`;

  return [
    {
      method: 'GET',
      template: '/',
      answer: async (request) =>
        page(startPage(host.visit(request), host.moves(), await host.startFigures(), host.tour())),
    },
    get('/queue', (visit, moves, { url }) => queuePage(visit, moves, host.facts(), url.searchParams.get('filter'))),
    get('/browse/:key', (visit, moves, request) =>
      issuePage(visit, moves, host.facts(), key(request), (of) => host.lozengeOf(visit, of)),
    ),
    get('/board', (visit, moves, { url }) =>
      Promise.resolve(
        boardPage(visit, moves, host.facts(), url.searchParams.get('project') ?? host.facts().projectKey),
      ),
    ),
    get('/dashboard', (visit, moves, { url }) =>
      Promise.resolve(dashboardPage(visit, moves, host.facts(), url.searchParams)),
    ),
    get('/create', (visit, moves) => Promise.resolve(createScreen(visit, moves, host.facts()))),
    get('/browse/:key/transition/:id', (visit, moves, request) =>
      transitionScreen(visit, moves, host.facts(), key(request), request.params['id'] ?? ''),
    ),
    get('/admin', (visit, moves) => Promise.resolve(adminShell(visit, moves, host.facts()))),
    get('/portal', (visit, moves) => portalPage(visit, moves)),
    get('/portal/new', (visit, moves, { url }) =>
      newRequestPage(visit, moves, host.facts(), url.searchParams.get('type'), null),
    ),
    get('/portal/requests/:key', (visit, moves, request) => requestPage(visit, moves, host.facts(), key(request))),

    post('/create', async ({ rest }, request) => {
      const { projectKey, serviceDeskId } = host.facts();
      const types = `/rest/servicedeskapi/servicedesk/${serviceDeskId}/requesttype`;
      const [type] = (await rest.get<Page<NamedThing>>(types)).values;
      const fields = { summary: required(request, 'summary'), ...levelsIn(request, host.facts()) };
      return `/browse/${await actions.createIssue(rest, projectKey, type?.id ?? '', fields)}`;
    }),
    post('/browse/:key/comment', async ({ rest }, request) => {
      const internal = request.form.get('kind') === 'internal';
      await actions.addComment(rest, key(request), required(request, 'text'), internal);
      return issue(request);
    }),
    post('/browse/:key/transition', async ({ rest }, request) => {
      const asked = levelsIn(request, host.facts());
      await actions.transitionIssue(rest, key(request), required(request, 'transition'), asked);
      return issue(request);
    }),
    post('/browse/:key/priority', async ({ rest }, request) => {
      await actions.setPriority(rest, key(request), required(request, 'priority'));
      return issue(request);
    }),
    post('/browse/:key/assign', async ({ rest, person }, request) => {
      await actions.assign(rest, key(request), person?.accountId ?? '');
      return issue(request);
    }),
    post('/browse/:key/organizations', async ({ rest }, request) => {
      await actions.setOrganizations(rest, key(request), request.form.getAll('organization'));
      return issue(request);
    }),
    {
      method: 'POST',
      template: '/browse/:key/levels/:module',
      answer: async (request) => {
        const { value } = JSON.parse(request.body) as { value: unknown };
        const fieldId = host.facts().fieldId(request.params['module'] ?? '');
        await host.perform(() => actions.setField(signedIn(host.visit(request)).rest, key(request), fieldId, value));
        return json({});
      },
    },
    post('/portal/requests/:key/comment', async ({ rest }, request) => {
      await actions.sendMessage(rest, key(request), required(request, 'text'));
      return portal(request);
    }),
    post('/portal/requests/:key/transition', async ({ rest }, request) => {
      await actions.transitionRequest(rest, key(request), required(request, 'transition'));
      return portal(request);
    }),
    { method: 'POST', template: '/portal/new', answer: (request) => sendRequest(host, request) },

    ...siteRoutes(host),
  ];
}

/** The site's own controls: who, in which words and colours, and when. */
function siteRoutes(host: SiteHost): readonly WebRoute[] {
  return [
    {
      method: 'GET',
      template: '/as/:person',
      answer: ({ params, url }) => {
        const person = PEOPLE.find(({ key }) => key === params['person']);
        if (person === undefined) throw new WebRefusal(404, `Nobody here is called ${params['person'] ?? ''}.`);
        const language = url.searchParams.get('language');
        const to = url.searchParams.get('to') ?? homeOf(person.key);
        return redirect(localPath(to), {
          [COOKIES.person]: person.key,
          ...(language === 'fr' || language === 'en' ? { [COOKIES.language]: language } : {}),
        });
      },
    },
    {
      method: 'POST',
      template: '/site/language',
      answer: (request) => choice(request, COOKIES.language, ['en', 'fr']),
    },
    { method: 'POST', template: '/site/theme', answer: (request) => choice(request, COOKIES.theme, ['light', 'dark']) },
    {
      method: 'POST',
      template: '/site/time',
      answer: async (request) => {
        const target = MOVE_TARGETS.find((candidate) => candidate === request.form.get('to'));
        if (target === undefined) throw new WebRefusal(400, 'The clock knows no such target.');
        await host.move(target);
        return redirect(localPath(request.form.get('back')));
      },
    },
    {
      method: 'POST',
      template: '/site/start-over',
      answer: async () => {
        await host.startOver();
        return redirect('/');
      },
    },
    {
      method: 'GET',
      template: '/site/pulse',
      answer: () => json({ now: host.moves().now, revision: host.revision() }),
    },
  ];
}

async function sendRequest(host: SiteHost, request: WebRequest): Promise<WebAnswer> {
  const visit = signedIn(host.visit(request));
  const own = ['type', PROPERTY_INPUT];
  const fields = Object.fromEntries([...request.form].filter(([name]) => !own.includes(name)));
  const answered = request.form.get(PROPERTY_INPUT) ?? '';
  const properties = answered === '' ? [] : [{ key: host.facts().appUuid, value: JSON.parse(answered) as unknown }];
  const type = required(request, 'type');
  const again = async (problem: string): Promise<WebAnswer> => {
    const draft = { summary: fields['summary'] ?? '', description: fields['description'] ?? '', problem };
    return page(await newRequestPage(visit, host.moves(), host.facts(), type, draft), 400);
  };
  if ((fields['summary'] ?? '').trim() === '') return again(visit.texts.portal.missingSummary);
  try {
    const sent = await host.perform(() =>
      actions.sendRequest(visit.rest, host.facts().serviceDeskId, type, fields, properties),
    );
    return redirect(`/portal/requests/${sent}`);
  } catch (error) {
    if (error instanceof JiraRefusal && error.status === 400) return again(error.said);
    throw error;
  }
}

function choice(request: WebRequest, cookie: string, values: readonly string[]): WebAnswer {
  const chosen = values.find((value) => value === request.form.get('to'));
  if (chosen === undefined) throw new WebRefusal(400, 'There is no such choice.');
  return redirect(localPath(request.form.get('back')), { [cookie]: chosen });
}

/** The levels that a screen's editors gave, by field id; those not set are left out. */
function levelsIn({ form }: WebRequest, facts: SiteFacts): Record<string, string> {
  const given = ['impact', 'urgency'].map((level) => [facts.fieldId(level), form.get(facts.fieldId(level))] as const);
  return Object.fromEntries(given.filter((entry): entry is readonly [string, string] => (entry[1] ?? '') !== ''));
}

function signedIn(visit: Visit): Visit {
  if (visit.person === null) throw new WebRefusal(401, visit.texts.refusal.nobody);
  return visit;
}

function required({ form }: WebRequest, name: string): string {
  const value = form.get(name);
  if (value === null || value.trim() === '') throw new WebRefusal(400, `The form lacks ${name}.`);
  return value;
}
