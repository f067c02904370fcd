import type { CustomerTicketView } from '../../src/contract/customer-panel';
import type { Millis } from '../../src/core/time/instant';
import { Icon, type IconName } from '../shared/icon';
import '../shared/state.css';
import { AboutPlan } from './about-plan';
import { remainingNow } from './countdown';
import { instantsShown, isOpen, leadOf } from './lead';
import { Measures } from './measures';
import { nextStepOf } from './next-step';
import { noticesOf, type Notice } from './notice';
import { promiseWords } from './promise';
import { PromiseRow } from './promise-row';
import { Sentence, Sentences, useReading } from './sentence';
import { hoursWords, zoneWords } from './support-hours';

interface RequestViewProps {
  readonly view: CustomerTicketView;
  readonly earlier: CustomerTicketView | null;
  /** Since the view came. */
  readonly elapsed: Millis;
  readonly stale: boolean;
}

/** The promises on one request: the sentence that matters, the two promises, who acts next, notices, measures, plan. */
export function RequestView({ view, earlier, elapsed, stale }: RequestViewProps) {
  const { words } = useReading();
  const lead = leadOf(view);
  const promises = view.clocks.map((clock) => promiseWords(view, clock, remainingNow(view, earlier, clock, elapsed)));
  return (
    <main className="panel" aria-label={words.message('region')}>
      {lead ? (
        <div className="section stack" role="status">
          <h1 className="lead">
            <Sentence phrase={lead.headline} />
          </h1>
          {lead.lines.length > 0 && (
            <p className="subtle">
              <Sentences phrases={lead.lines} />
            </p>
          )}
        </div>
      ) : (
        <h1 className="visually-hidden">{words.message('region')}</h1>
      )}
      {promises.length > 0 && (
        <section className="section promises" aria-labelledby="promises">
          <h2 className="visually-hidden" id="promises">
            {words.message('promise.title')}
          </h2>
          <ul>
            {promises.map((promise) => (
              <PromiseRow key={promise.metric} promise={promise} />
            ))}
          </ul>
          <HoursLine view={view} />
        </section>
      )}
      <NextAndNotices view={view} />
      <Measures view={view} />
      <AboutPlan view={view} />
      <Footer view={view} stale={stale} />
    </main>
  );
}

/** The working hours that an open promise counts in, named where its time is. */
function HoursLine({ view }: { readonly view: CustomerTicketView }) {
  const { words, now } = useReading();
  const { clocks, hours } = view;
  if (hours?.kind !== 'business-hours' || !clocks.some(isOpen)) return null;
  return (
    <p className="small subtle hours">
      {words.message('promise.hours', { hours: hoursWords(hours, [now, ...instantsShown(view)], words) })}
    </p>
  );
}

function NextAndNotices({ view }: { readonly view: CustomerTicketView }) {
  const { words } = useReading();
  const step = nextStepOf(view);
  const notices = noticesOf(view);
  if (!step && notices.length === 0) return null;
  return (
    <section className="section next" aria-label={words.message('next.title')}>
      {step && (
        <div>
          <h2 className="label">{words.message('next.title')}</h2>
          <p className="next-step">
            <b>
              <Sentence phrase={step.who} />
            </b>{' '}
            <Sentence phrase={step.what} />
          </p>
        </div>
      )}
      {notices.map((notice) => (
        <NoticeBanner key={notice.kind} notice={notice} />
      ))}
    </section>
  );
}

const LOOK: Readonly<Record<Notice['kind'], { readonly icon: IconName; readonly className: string }>> = {
  unavailable: { icon: 'unavailable', className: 'banner banner-discovery' },
  downgrade: { icon: 'down', className: 'banner banner-discovery' },
  duty: { icon: 'info', className: 'banner' },
};

function NoticeBanner({ notice }: { readonly notice: Notice }) {
  const { icon, className } = LOOK[notice.kind];
  return (
    <div className={className}>
      <Icon name={icon} />
      <div>
        <h3 className="notice-title">
          <Sentence phrase={notice.title} />
        </h3>
        {notice.lines.map((line) => (
          <p className="small" key={line.key}>
            <Sentence phrase={line} />
          </p>
        ))}
      </div>
    </div>
  );
}

function Footer({ view, stale }: { readonly view: CustomerTicketView; readonly stale: boolean }) {
  const { words, now } = useReading();
  const zones = view.hours ? zoneWords(view.hours.timeZone, instantsShown(view), now, words) : [];
  const updated = words.message(stale ? 'notUpdated' : 'updated', { time: words.format.time(view.at) });
  return <footer className="section small subtle">{[...zones, updated].join(' ')}</footer>;
}
