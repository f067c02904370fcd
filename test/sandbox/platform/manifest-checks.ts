import type { Manifest } from './manifest';

const UI_TIMEOUT_SECONDS = 25;
const LONGEST_TIMEOUT_SECONDS = 900;
const MOST_SCHEDULED_TRIGGERS = 5;

/**
 * Refuses what a deployment to Forge refuses and what would otherwise only show as a silent absence here: references
 * to undeclared functions, resources and attributes, keys that repeat, more than one five-minute trigger, a long
 * timeout on a function that people wait for. Limits: Forge's documentation, forge-facts §1 and §5.
 */
export function checkManifest(manifest: Manifest): void {
  const problems = [
    ...repeatedKeys(manifest),
    ...unknownFunctions(manifest),
    ...unknownResources(manifest),
    ...entityProblems(manifest),
    ...scheduleProblems(manifest),
    ...timeoutProblems(manifest),
    ...scopeProblems(manifest),
  ];
  if (problems.length > 0) throw new Error(`manifest.yml:\n${problems.join('\n')}`);
}

function repeatedKeys({ functions, triggers, scheduled, consumers, uiModules }: Manifest): string[] {
  const keys = [
    ...functions.keys(),
    ...[...triggers, ...scheduled, ...consumers].map((m) => m.key),
    ...uiModules.keys(),
  ];
  return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `the key ${key} is used twice.`);
}

function unknownFunctions({ functions, triggers, scheduled, consumers, uiModules }: Manifest): string[] {
  const uses = [...triggers, ...scheduled, ...consumers].map((module) => [module.key, module.functionKey] as const);
  const resolvers = [...uiModules.values()].flatMap((m) =>
    m.resolverFunctionKey === null ? [] : [[m.key, m.resolverFunctionKey] as const],
  );
  return [...uses, ...resolvers]
    .filter(([, functionKey]) => !functions.has(functionKey))
    .map(([key, functionKey]) => `${key} names the function ${functionKey}, which is not declared.`);
}

function unknownResources({ resources, uiModules }: Manifest): string[] {
  return [...uiModules.values()].flatMap((module) =>
    [...module.resources.values()]
      .filter((resource) => !resources.has(resource.split('/')[0] ?? ''))
      .map((resource) => `${module.key} names the resource ${resource}, which is not declared.`),
  );
}

function entityProblems({ entities }: Manifest): string[] {
  return [...entities.values()].flatMap((entity) => {
    const place = `entity ${entity.name}`;
    const unknown = [...entity.indexes.values()].flatMap((index) =>
      [...index.partition, ...index.range]
        .filter((attribute) => !entity.attributes.has(attribute))
        .map((attribute) => `${place}: index ${index.name} names the attribute ${attribute}, which is not declared.`),
    );
    const unindexable = [...entity.indexes.values()].flatMap((index) =>
      [...index.partition, ...index.range]
        .filter((attribute) => entity.attributes.get(attribute) === 'any')
        .map((attribute) => `${place}: index ${index.name} cannot hold ${attribute}, which is of type any.`),
    );
    const tooMany = entity.indexes.size > 7 || entity.attributes.size > 50 ? [`${place}: at most 7 indexes.`] : [];
    return [...unknown, ...unindexable, ...tooMany];
  });
}

function scheduleProblems({ scheduled }: Manifest): string[] {
  const fiveMinute = scheduled.filter((module) => module.interval === 'fiveMinute');
  return [
    ...(fiveMinute.length > 1 ? ['only one scheduledTrigger may be fiveMinute.'] : []),
    ...(scheduled.length > MOST_SCHEDULED_TRIGGERS ? ['at most five scheduledTriggers.'] : []),
  ];
}

/** A function may run long only where every module that points at it is a queue's or a schedule's. */
function timeoutProblems({ functions, triggers, scheduled, consumers, uiModules }: Manifest): string[] {
  const background = new Set([...scheduled, ...consumers].map((module) => module.functionKey));
  const waitedFor = new Set<string | null>([
    ...triggers.map((module) => module.functionKey),
    ...[...uiModules.values()].map((module) => module.resolverFunctionKey),
  ]);
  return [...functions.values()].flatMap(({ key, timeoutSeconds }) => {
    if (timeoutSeconds === null) return [];
    if (timeoutSeconds < 1 || timeoutSeconds > LONGEST_TIMEOUT_SECONDS)
      return [`function ${key}: timeout is 1 to 900 s.`];
    const isBackground = background.has(key) && !waitedFor.has(key);
    return timeoutSeconds > UI_TIMEOUT_SECONDS && !isBackground
      ? [`function ${key}: only functions of queues and schedules may take more than 25 s.`]
      : [];
  });
}

function scopeProblems({ entities, scopes, triggers }: Manifest): string[] {
  const jiraEvents = triggers.some((trigger) => trigger.events.some((event) => event.startsWith('avi:jira:')));
  return [
    ...(entities.size > 0 && !scopes.includes('storage:app') ? ['entities need the scope storage:app.'] : []),
    ...(jiraEvents && !scopes.includes('read:jira-work') ? ['Jira events need the scope read:jira-work.'] : []),
  ];
}
