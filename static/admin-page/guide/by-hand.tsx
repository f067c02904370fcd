import { router } from '@forge/bridge';
import type { FormPlan, ProjectPlan } from '../../../src/contract/set-up';
import { Icon } from '../../shared/icon';
import type { AdminWords } from '../admin-words';
import { useWorkspace } from '../workspace-context';
import { countedForms, lackingForms } from './counted-forms';
import { fieldsPage } from './project-links';

const STEPS = ['first', 'second', 'third'] as const;

/**
 * What only a person can do in a project: its forms on the portal, or its work types where it is team-managed outside JSM.
 * Steps and a link until the forms ask for both levels; what Jira tells nobody is said, not guessed.
 */
export function ByHand({ plan }: { readonly plan: ProjectPlan }) {
  const { view, policy, words } = useWorkspace();
  const { say } = words;
  const project = view.site.projects.find(({ id }) => id === plan.projectId);
  const forms = countedForms(policy, plan);
  if (project === undefined || forms?.length === 0) return null;
  const lacking = lackingForms(forms ?? []);
  const isTeam = plan.managed === 'team';
  const key = project.service ? 'forms' : 'team';
  const isDone = forms !== null && lacking.length === 0;
  return (
    <section aria-label={project.name} className="stack">
      <h3>{say(`guide.fields.${key}`, { project: project.name })}</h3>
      {isDone ? (
        <p className="done-line">
          <Icon name="check" /> {say(`guide.fields.${key}Done`)}
        </p>
      ) : (
        <ol className="steps">
          {STEPS.map((step) => (
            <li key={step}>
              {say(`guide.fields.${forms === null ? 'teamBlind' : key}Steps.${step}`, {
                project: project.name,
                forms: words.list(lacking.map((form) => lackingName(form, words))),
              })}
            </li>
          ))}
        </ol>
      )}
      {isTeam && (
        <p className="small subtle">
          {say(project.service ? 'guide.fields.formsTeam' : 'guide.fields.teamLimit', { project: project.name })}
        </p>
      )}
      {(!isDone || isTeam) && (
        <div>
          <button type="button" className="button" onClick={() => void router.open(fieldsPage(project, plan.managed))}>
            {say('guide.fields.open', { project: project.name })}
          </button>
        </div>
      )}
    </section>
  );
}

/** A form's name, with the one level that it lacks where the other is there. */
function lackingName({ name, missing }: FormPlan, words: AdminWords): string {
  const form = words.quote(name);
  if (missing.length > 1) return form;
  return words.say('guide.fields.lacks', {
    form,
    fields: words.list(missing.map((field) => words.say(`guide.field.${field}`))),
  });
}
