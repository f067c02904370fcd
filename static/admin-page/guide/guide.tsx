import { useEffect, useRef, useState } from 'react';
import type { PolicyDocument } from '../../../src/core/policy/document';
import type { Failure } from '../../shared/bridge';
import { ErrorState } from '../../shared/error-state';
import { Icon } from '../../shared/icon';
import { call } from '../admin-call';
import { Fold } from '../editor/fold';
import { todayIn } from '../organizations/organization-words';
import { AdoptionChoice, Priorities, Projects, Statuses, type Adoption } from '../set-up/set-up-tab';
import { GUIDE_STEPS, useWorkspace, type GuideStep } from '../workspace-context';
import { CalendarStep } from './calendar-step';
import { FieldsStep } from './fields-step';
import './guide.css';
import { OrganizationsStep, type ChosenPlans } from './organizations-step';
import { PresetStep } from './preset-step';

export interface GuideProps {
  readonly step: GuideStep;
  readonly onStep: (step: GuideStep) => void;
  readonly adopt: Adoption;
  readonly onAdopt: (adopt: Adoption) => void;
  /** Findings that refuse publication. */
  readonly errors: number;
  /** Publishes the draft; false where it was refused, which the draft's bar tells. */
  readonly onPublish: () => Promise<boolean>;
  readonly onClose: () => void;
}

/**
 * The first run: from an empty site to clocks in six short steps. Each is filled in with what fits the site, can be skipped and
 * gone back to, and the whole can be gone through again later. Nothing is tracked before *Start*.
 */
export function Guide(props: GuideProps) {
  const { view, policy, words } = useWorkspace();
  const { say } = words;
  const { step, onStep, adopt, onAdopt, errors, onPublish, onClose } = props;
  const at = GUIDE_STEPS.indexOf(step);
  const goTo = (index: number): void => onStep(GUIDE_STEPS[index] ?? 'policy');
  const [chosen, setChosen] = useState<ChosenPlans>({});
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [done, setDone] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) heading.current?.focus();
    moved.current = true;
  }, [at, done]);

  const isFirstRun = view.published === null;

  const start = async (): Promise<void> => {
    setWorking(true);
    setFailure(null);
    const isPublished = !isFirstRun || (await onPublish());
    const refused = isPublished ? await recordPlans() : null;
    setWorking(false);
    setFailure(refused);
    if (isPublished && refused === null) {
      setDone(true);
      goTo(0);
    }
  };
  /** What was recorded leaves the list, so that trying again records the rest. */
  const recordPlans = async (): Promise<Failure | null> => {
    const from = todayIn(view.document, view.at);
    for (const [organizationId, plan] of Object.entries(chosen)) {
      const outcome = await call('assignPlan', { organizationId, plan, from, to: null, calendar: null });
      if (!outcome.ok) return outcome;
      setChosen(({ [organizationId]: _recorded, ...others }) => others);
    }
    return null;
  };

  if (done) {
    return (
      <section className="card guide" aria-labelledby="guide-done">
        <h2 id="guide-done" ref={heading} tabIndex={-1}>
          <Icon name="met" /> {say('guide.done.title')}
        </h2>
        <p>{say('guide.done.text')}</p>
        <ol className="steps">
          <li>{say('guide.done.first')}</li>
          <li>{say('guide.done.second')}</li>
        </ol>
        <div>
          <button type="button" className="button button-primary" onClick={onClose}>
            {say('guide.done.close')}
          </button>
        </div>
      </section>
    );
  }
  return (
    <section className="card guide" aria-labelledby="guide">
      <div className="row between">
        <p className="small subtle">{say(isFirstRun ? 'guide.intro' : 'guide.introAgain')}</p>
        <button type="button" className="button button-subtle" onClick={onClose}>
          {say('guide.leave')}
        </button>
      </div>
      <ol className="guide-steps" aria-label={say('guide.steps')}>
        {GUIDE_STEPS.map((name, index) => (
          <li key={name}>
            <button
              type="button"
              className="guide-step"
              aria-current={index === at ? 'step' : undefined}
              onClick={() => goTo(index)}
            >
              <span className="guide-number">{index < at ? <Icon name="check" /> : index + 1}</span>
              {say(`guide.step.${name}`)}
            </button>
          </li>
        ))}
      </ol>
      <h2 id="guide" ref={heading} tabIndex={-1}>
        {say(`guide.title.${step}`)}
      </h2>
      <div className="stack guide-body">
        {step === 'policy' && <PresetStep />}
        {step === 'tickets' && (
          <>
            <Projects />
            <Fold title={say('guide.mapping')}>
              <div className="stack guide-mapping">
                <Priorities />
                <Statuses />
              </div>
            </Fold>
          </>
        )}
        {step === 'calendar' && <CalendarStep />}
        {step === 'organizations' && <OrganizationsStep chosen={chosen} onChoose={setChosen} />}
        {step === 'fields' && <FieldsStep />}
        {step === 'start' && (
          <>
            {isFirstRun ? <AdoptionChoice adopt={adopt} onAdopt={onAdopt} /> : <p>{say('guide.startAgain')}</p>}
            <p className="small subtle">
              {say('guide.summary', {
                count: Object.keys(chosen).length,
                projects: words.list(
                  view.site.projects.filter(({ id }) => isCounted(policy, id)).map((project) => project.name),
                ),
              })}
            </p>
            {errors > 0 && (
              <p className="field-error" role="alert">
                {say('draft.errors', { count: errors })}
              </p>
            )}
            {failure && <ErrorState failure={failure} title={say('organizations.failed')} />}
          </>
        )}
      </div>
      <div className="row guide-buttons">
        {at > 0 && (
          <button type="button" className="button" onClick={() => goTo(at - 1)}>
            {say('guide.back')}
          </button>
        )}
        {step === 'start' ? (
          <button
            type="button"
            className="button button-primary"
            disabled={working || (isFirstRun && errors > 0)}
            onClick={() => void start()}
          >
            {say(working ? 'guide.working' : isFirstRun ? 'guide.start' : 'guide.record')}
          </button>
        ) : (
          <>
            <button type="button" className="button button-primary" onClick={() => goTo(at + 1)}>
              {say('guide.next')}
            </button>
            <button type="button" className="button button-subtle" onClick={() => goTo(at + 1)}>
              {say('guide.skip')}
            </button>
          </>
        )}
      </div>
    </section>
  );
}

function isCounted({ scope }: PolicyDocument, projectId: string): boolean {
  return scope.some((entry) => entry.projectId === projectId && entry.kind !== 'none');
}
