import {
  SCREEN_FIELDS,
  type FieldPlan,
  type FormPlan,
  type ProjectPlan,
  type ScreenField,
  type ScreenPlan,
} from '../contract/set-up';
import { SECOND, type EpochMillis, type Millis } from '../core/time/instant';
import { RefusedError, type FieldIds, type FormFields, type Ports, type ProjectScreens, type ScreenTab } from './ports';

type Needs = Pick<Ports, 'screens' | 'site'>;

/** For how long fields are begun to be added: a call each, and reading where they are missing takes half of a resolver's 25 s. */
const ADDING: Millis = 6 * SECOND;

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
 * Where Jira is slow the plan it answers with still lacks some, for another call to add.
 */
export async function addFields(
  ports: Needs & Pick<Ports, 'now'>,
  projectIds: readonly string[],
  screenIds: readonly string[],
): Promise<{ readonly plan: FieldPlan; readonly failed: readonly string[] }> {
  const [fields, plan] = await Promise.all([ports.site.fieldIds(), fieldPlan(ports, projectIds)]);
  const wanted = new Map(plan.projects.flatMap(({ screens }) => screens).map((screen) => [screen.screenId, screen]));
  const until = ports.now() + ADDING;
  const failed: string[] = [];
  const added = new Map<string, ReadonlySet<ScreenField>>();
  for (const screen of wanted.values()) {
    if (!screenIds.includes(screen.screenId) || screen.missing.length === 0 || ports.now() >= until) continue;
    const outcome = await addToScreen(ports, fields, screen, until);
    added.set(screen.screenId, outcome.added);
    if (!outcome.isTaken) failed.push(screen.screenId);
  }
  return { plan: withAdded(plan, added), failed };
}

async function addToScreen(
  ports: Needs & Pick<Ports, 'now'>,
  fields: FieldIds,
  { screenId, missing }: ScreenPlan,
  until: EpochMillis,
): Promise<{ readonly isTaken: boolean; readonly added: ReadonlySet<ScreenField> }> {
  const added = new Set<ScreenField>();
  const [first] = await ports.screens.tabs(screenId);
  if (first === undefined) return { isTaken: false, added };
  try {
    for (const key of missing) {
      const fieldId = fields[key];
      if (fieldId === null || ports.now() >= until) continue;
      await ports.screens.addField(screenId, first.tabId, fieldId);
      added.add(key);
    }
    return { isTaken: true, added };
  } catch (error) {
    if (error instanceof RefusedError) return { isTaken: false, added };
    throw error;
  }
}

/** The plan as it is once fields were added to screens. */
function withAdded(plan: FieldPlan, added: ReadonlyMap<string, ReadonlySet<ScreenField>>): FieldPlan {
  const projects = plan.projects.map((project) => ({
    ...project,
    screens: project.screens.map((screen) => ({
      ...screen,
      missing: screen.missing.filter((key) => added.get(screen.screenId)?.has(key) !== true),
    })),
  }));
  return { projects };
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
