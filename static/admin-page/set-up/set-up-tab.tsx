import type { AdminPageView } from '../../../src/contract/admin-page';
import type { ScopeKind } from '../../../src/core/policy/document';
import { JiraPriorityChoice } from '../policy/jira-priority-choice';
import { LevelFields } from './level-fields';
import { ResolutionsApart } from './resolutions-apart';
import { kindsApart, projectScope } from './scope-step';
import type { StatusStep } from './status-step';
import { TicketKinds } from './ticket-kinds';
import { useWorkspace } from '../workspace-context';
import './set-up.css';

export type Adoption = 'new-tickets' | 'open-tickets';

const SCOPES: readonly ScopeKind[] = ['incident', 'feature', 'none'];

/** What only the site can say: projects, priorities, statuses and, the first time, which tickets count. */
export function SetUpTab(props: {
  readonly adopt: Adoption;
  readonly onAdopt: (adopt: Adoption) => void;
  readonly onGuide: () => void;
}) {
  const { view, words } = useWorkspace();
  return (
    <section className="card set-up" aria-labelledby="set-up">
      <h2 id="set-up">{words.say('setUp.title')}</h2>
      {view.published === null && <p className="subtle">{words.say('setUp.firstRun')}</p>}
      <div>
        <button type="button" className="button" onClick={props.onGuide}>
          {words.say('guide.open')}
        </button>
      </div>
      <Projects />
      <Priorities />
      <Statuses />
      <LevelFields />
      <ResolutionsApart />
      {view.published === null && <AdoptionChoice {...props} />}
    </section>
  );
}

export function Projects() {
  const { view, words } = useWorkspace();
  const { say } = words;
  return (
    <fieldset>
      <legend>{say('setUp.scope')}</legend>
      <p className="small subtle">{say('setUp.scopeHelp')}</p>
      <p className="small subtle">{say('setUp.portalHelp')}</p>
      {view.site.projects.length === 0 && <p>{say('setUp.noProjects')}</p>}
      <ul className="pairs">
        {view.site.projects.map((project) => (
          <ProjectScope key={project.id} project={project} />
        ))}
      </ul>
    </fieldset>
  );
}

function ProjectScope({ project }: { readonly project: AdminPageView['site']['projects'][number] }) {
  const { policy, words, draft } = useWorkspace();
  const { say } = words;
  const { id, key, name, service } = project;
  const apart = kindsApart(policy, id);
  const about = [
    key,
    ...(service ? [say('setUp.serviceProject')] : []),
    ...(apart === 0 ? [] : [say('setUp.allBut', { count: apart })]),
  ];
  return (
    <li className="pair">
      <label htmlFor={`scope-${id}`}>
        {name} <span className="small subtle">{about.join(' · ')}</span>
      </label>
      <select
        id={`scope-${id}`}
        className="field"
        value={projectScope(policy, id)}
        onChange={({ target }) => {
          const scope = SCOPES.find((known) => known === target.value);
          if (scope) draft.add({ kind: 'scope', projectId: id, scope });
        }}
      >
        {SCOPES.map((scope) => (
          <option key={scope} value={scope}>
            {say(`scope.${scope}`)}
          </option>
        ))}
      </select>
      <TicketKinds projectId={id} project={name} />
    </li>
  );
}

export function Priorities() {
  const { policy, words, names } = useWorkspace();
  const { say } = words;
  return (
    <fieldset>
      <legend>{say('setUp.priorities')}</legend>
      <p className="small subtle">{say('setUp.prioritiesHelp')}</p>
      <ul className="pairs">
        {policy.priorities.map(({ key }) => (
          <li key={key} className="pair">
            <label htmlFor={`priority-${key}`}>{names.priority(key)}</label>
            <JiraPriorityChoice id={`priority-${key}`} priority={key} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

export function Statuses() {
  const { view, policy, words } = useWorkspace();
  const { say } = words;
  const open = view.site.statuses.filter(({ category }) => category !== 'done');
  const pausing = open.filter(({ id }) => policy.pauseStatusIds.includes(id));
  return (
    <>
      <fieldset>
        <legend>{say('setUp.statuses')}</legend>
        <p className="small subtle">{say('setUp.statusesHelp')}</p>
        {open.length === 0 && <p>{say('setUp.noStatuses')}</p>}
        <StatusBoxes statuses={open} role="pauses" chosen={policy.pauseStatusIds} />
      </fieldset>
      {pausing.length > 0 && (
        <fieldset>
          <legend className="legend-minor">{say('setUp.others')}</legend>
          <StatusBoxes statuses={pausing} role="others" chosen={policy.portal.pausesForOthers ?? []} />
        </fieldset>
      )}
      {open.length > 0 && (
        <fieldset>
          <legend className="legend-minor">{say('setUp.stops')}</legend>
          <StatusBoxes statuses={open} role="stops" chosen={policy.extraDoneStatusIds} />
        </fieldset>
      )}
    </>
  );
}

function StatusBoxes(props: {
  readonly statuses: readonly { readonly id: string; readonly name: string }[];
  readonly role: StatusStep['role'];
  readonly chosen: readonly string[];
}) {
  const { draft } = useWorkspace();
  const { statuses, role, chosen } = props;
  return (
    <ul className="boxes">
      {statuses.map(({ id, name }) => (
        <li key={id}>
          <label className="box">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ target }) => draft.add({ kind: 'status', statusId: id, role, on: target.checked })}
            />
            {name}
          </label>
        </li>
      ))}
    </ul>
  );
}

export function AdoptionChoice(props: { readonly adopt: Adoption; readonly onAdopt: (adopt: Adoption) => void }) {
  const { words } = useWorkspace();
  const { say } = words;
  const options = [
    { adopt: 'new-tickets', name: say('setUp.newTickets'), help: say('setUp.newTicketsHelp') },
    { adopt: 'open-tickets', name: say('setUp.openTickets'), help: say('setUp.openTicketsHelp') },
  ] as const;
  return (
    <fieldset>
      <legend>{say('setUp.adoption')}</legend>
      {options.map(({ adopt, name, help }) => (
        <label key={adopt} className="box">
          <input type="radio" name="adoption" checked={props.adopt === adopt} onChange={() => props.onAdopt(adopt)} />
          <span>
            {name}
            <span className="small subtle help">{help}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
