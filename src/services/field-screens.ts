import {
  SCREEN_FIELDS,
  type FieldPlan,
  type FormPlan,
  type ProjectPlan,
  type ScreenField,
  type ScreenPlan,
} from '../contract/set-up';
import { RefusedError, type FieldIds, type FormFields, type Ports, type ProjectScreens, type ScreenTab } from './ports';

type Needs = Pick<Ports, 'screens' | 'site'>;

const LEVELS = ['impact', 'urgency'] as const;

/** Which fields belong where: the two levels wherever people work on a ticket, the rest where they look at it. */
function wantedOn(uses: ScreenPlan['uses']): readonly ScreenField[] {
  return uses.includes('view') ? SCREEN_FIELDS : LEVELS;
}

/**
 * Where the fields are still missing in these projects, read as the admin. Fields that the site has not made yet (the app was
 * installed a moment ago) are missing nowhere, since nothing could be added.
 */
export async function fieldPlan(ports: Needs, projectIds: readonly string[]): Promise<FieldPlan> {
  if (projectIds.length === 0) return { projects: [] };
  const [fields, projects] = await Promise.all([ports.site.fieldIds(), ports.screens.projects(projectIds)]);
  const tabsOf = new Map<string, Promise<readonly ScreenTab[]>>();
  const tabs = (screenId: string): Promise<readonly ScreenTab[]> => {
    const known = tabsOf.get(screenId) ?? ports.screens.tabs(screenId);
    tabsOf.set(screenId, known);
    return known;
  };
  const plans = projects.map(async (project): Promise<ProjectPlan> => {
    const screens = await Promise.all(
      project.screens.map(async ({ screenId, name, uses }): Promise<ScreenPlan> => {
        const present = new Set((await tabs(screenId)).flatMap(({ fieldIds }) => fieldIds));
        return { screenId, name, uses, missing: missingOf(fields, wantedOn(uses), present) };
      }),
    );
    const { requestTypes, workTypes } = await formsOf(ports, project);
    const formPlan = ({ id, name, fieldIds }: FormFields): FormPlan => ({
      id,
      name,
      missing: missingOf(fields, LEVELS, new Set(fieldIds)),
    });
    return {
      projectId: project.projectId,
      managed: project.managed,
      screens,
      requestTypes: requestTypes.map(formPlan),
      workTypes: workTypes?.map(formPlan) ?? null,
    };
  });
  return { projects: await Promise.all(plans) };
}

/** In JSM a request type has its fields however the project is managed; elsewhere a team-managed work type has its own. */
async function formsOf(
  ports: Needs,
  { projectId, managed, isService }: ProjectScreens,
): Promise<{ readonly requestTypes: readonly FormFields[]; readonly workTypes: readonly FormFields[] | null }> {
  if (isService) return { requestTypes: await ports.screens.requestTypes(projectId), workTypes: [] };
  return { requestTypes: [], workTypes: managed === 'team' ? await ports.screens.createForms(projectId) : [] };
}

/**
 * Adds what is missing to the screens that the admin was shown and said yes to, on each one's first tab. A screen that Jira
 * does not let be changed is told of and the others go on; what is there already is left as it is, so doing it again is safe.
 */
export async function addFields(
  ports: Needs,
  projectIds: readonly string[],
  screenIds: readonly string[],
): Promise<{ readonly plan: FieldPlan; readonly failed: readonly string[] }> {
  const [fields, plan] = await Promise.all([ports.site.fieldIds(), fieldPlan(ports, projectIds)]);
  const wanted = new Map(plan.projects.flatMap(({ screens }) => screens).map((screen) => [screen.screenId, screen]));
  const failed: string[] = [];
  for (const screen of wanted.values()) {
    if (!screenIds.includes(screen.screenId) || screen.missing.length === 0) continue;
    if (!(await addToScreen(ports, fields, screen))) failed.push(screen.screenId);
  }
  return { plan: await fieldPlan(ports, projectIds), failed };
}

async function addToScreen(ports: Needs, fields: FieldIds, { screenId, missing }: ScreenPlan): Promise<boolean> {
  const [first] = await ports.screens.tabs(screenId);
  if (first === undefined) return false;
  try {
    for (const key of missing) {
      const fieldId = fields[key];
      if (fieldId !== null) await ports.screens.addField(screenId, first.tabId, fieldId);
    }
    return true;
  } catch (error) {
    if (error instanceof RefusedError) return false;
    throw error;
  }
}

function missingOf<Field extends ScreenField>(
  fields: FieldIds,
  wanted: readonly Field[],
  present: ReadonlySet<string>,
): readonly Field[] {
  return wanted.filter((key) => {
    const id = fields[key];
    return id !== null && !present.has(id);
  });
}
