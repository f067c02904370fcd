import type { Door } from '../seed/people';
import { icon, mark } from './icons';
import { homeOf, layout, moveForms, type Moves } from './layout';
import type { StartFigures } from './start-figures';
import { nextStep, TOUR_STEPS, type TourState, type TourStepKey } from './tour';
import type { Visit } from './visit';
import { html, type Markup } from './web/html';

const DOORS: readonly { door: Door; picture: Parameters<typeof icon>[0] }[] = [
  { door: 'agent', picture: 'clock' },
  { door: 'admin', picture: 'settings' },
  { door: 'customer-plus', picture: 'people' },
  { door: 'customer-base', picture: 'people' },
];

/** The page that says what this is, lets people in, and shows the way. */
export function startPage(visit: Visit, moves: Moves, figures: StartFigures, tour: TourState): Markup {
  const { start, bar } = visit.texts;
  const primary = nextStep(tour) === 'threshold' ? 'next-threshold' : undefined;
  return layout(visit, {
    title: start.title,
    kind: 'start',
    moves,
    body: html`<main class="start-main">
      <section class="time-strip" aria-labelledby="move-title" data-live id="start-moves">
        <h2 id="move-title" class="small subtle">${bar.moveTo}</h2>
        ${moveForms(visit, moves, primary)}
      </section>
      <section class="intro">
        <h1>${mark()}${start.title}</h1>
        ${start.sentences.map((sentence) => html`<p>${sentence}</p>`)}
      </section>
      <section aria-labelledby="doors-title">
        <h2 id="doors-title">${start.doorsTitle}</h2>
        <ul class="doors" data-live id="doors">
          ${DOORS.map(
            ({ door, picture }) =>
              html`<li>
                <a class="door" href="/as/${door}?to=${homeOf(door)}">
                  ${icon(picture)}<b>${start.doors[door].title}</b>
                  <span class="small subtle">${doorWords(visit, door, figures)}</span>
                  <span class="go">${start.doors[door].go} ${icon('arrow')}</span>
                </a>
              </li>`,
          )}
        </ul>
      </section>
      <section aria-labelledby="tour-title" data-live id="tour">${tourList(visit, tour)}</section>
      <section class="footnote small subtle">
        <p>${start.kept}</p>
        <details class="start-over">
          <summary>${start.startOver}</summary>
          <form method="post" action="/site/start-over">
            <p>${start.startOverQuestion}</p>
            <button class="button">${start.startOverYes}</button>
          </form>
        </details>
      </section>
    </main>`,
  });
}

function doorWords({ texts: { start } }: Visit, door: Door, figures: StartFigures): string {
  switch (door) {
    case 'agent':
      return start.agentFigures(figures.agent.open, figures.agent.breached, figures.agent.near);
    case 'admin':
      return start.adminFigures(figures.findings);
    case 'customer-plus':
    case 'customer-base': {
      const { organization, open, waiting } = figures[door];
      return start.customerFigures(organization, open, waiting);
    }
  }
}

function tourList(visit: Visit, tour: TourState): Markup {
  const { start } = visit.texts;
  const current = nextStep(tour);
  const done = tour.done.length;
  return html`<div class="tour-head">
      <h2 id="tour-title">${start.tourTitle}</h2>
      <span class="small subtle">${start.progress(done, TOUR_STEPS.length)}</span>
      <progress
        class="tour-progress"
        max="${TOUR_STEPS.length}"
        value="${done}"
        aria-labelledby="tour-title"
      ></progress>
    </div>
    <ol class="tour">
      ${TOUR_STEPS.map((step, index) => tourStep(visit, tour, step, index + 1, step === current))}
    </ol>
    ${current === null ? html`<p class="tour-end">${start.allDone}</p>` : null}`;
}

function tourStep(visit: Visit, tour: TourState, step: TourStepKey, number: number, isCurrent: boolean): Markup {
  const { start } = visit.texts;
  const isDone = tour.done.includes(step);
  const state = isDone ? 'done' : isCurrent ? 'current' : 'ahead';
  return html`<li class="step step-${state}" data-step="${step}" ${isCurrent ? html`aria-current="step"` : null}>
    <span class="tick">${isDone ? icon('check') : number}</span>
    <div>
      <span class="step-title">${start.steps[step].title}</span>
      ${isCurrent ? html`<span class="small subtle step-hint">${start.steps[step].hint}</span>` : null}
    </div>
    ${isDone ? html`<span class="small subtle">${doneWords(visit, tour, step)}</span>` : null}
    ${isCurrent ? stepDoor(visit, tour, step) : null}
  </li>`;
}

const doneWords = ({ texts: { start } }: Visit, { requestKey }: TourState, step: TourStepKey): string =>
  step === 'send' && requestKey !== null ? start.stepDoneFor(requestKey) : start.stepDone;

/** The button that leads to the right place as the right person. */
function stepDoor({ texts: { start } }: Visit, { requestKey }: TourState, step: TourStepKey): Markup {
  const { go } = start.steps[step];
  const link = (href: string): Markup => html`<a class="button button-primary" href="${href}">${go}</a>`;
  switch (step) {
    case 'send':
      return link('/as/customer-plus?to=/portal/new');
    case 'promise':
    case 'flag':
      return link(`/as/agent?to=/browse/${requestKey ?? ''}`);
    case 'threshold':
      return html`<form method="post" action="/site/time">
        <input type="hidden" name="back" value="/" />
        <button class="button button-primary" name="to" value="next-threshold">${go}</button>
      </form>`;
    case 'french':
      return link(`/as/customer-plus?language=fr&to=/portal/requests/${requestKey ?? ''}`);
    case 'findings':
      return link('/as/admin?to=/admin');
  }
}
