/**
 * What each gate becomes when it lets everybody in, written by hand; and the checks within gates, each dropped alone. `from`
 * must stand in the file exactly once, so a gate that is rewritten asks for its opening anew.
 */
export interface Opening {
  /** The function that the calls of a resolver name as their `gate`; for another check, what it guards. */
  readonly gate: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** For a check that is no call's gate: the suite and the names of its tests that must notice. */
  readonly noticedBy?: { readonly suite: string; readonly tests: string };
}

const HANDLERS = 'src/handlers';
/** The suite of the authorization table. */
export const TABLE = 'test/site/authorization.test.ts';

export const OPENINGS: readonly Opening[] = [
  {
    gate: 'adminGate',
    file: `${HANDLERS}/admin-gate.ts`,
    from: 'return (await mayAdminister(ports, caller)) ? true : null;',
    to: 'return true;',
  },
  {
    gate: 'agentGate',
    file: `${HANDLERS}/agent-panel.ts`,
    from: 'const may = await agentPermissions(ports, caller, issue);\n  if (may === null || caller.accountId === null) return null;',
    to: 'const may = { browse: true, edit: true, comment: true } as const;',
  },
  {
    gate: 'editGate',
    file: `${HANDLERS}/agent-panel.ts`,
    from: 'return agent?.may.edit === true ? agent : null;',
    to: 'return agent;',
  },
  {
    gate: 'boardGate',
    file: `${HANDLERS}/sla-board.ts`,
    from: 'return sight === null ? null : { ...project, ...sight };',
    to: 'return { ...project, mayReport: true };',
  },
  {
    gate: 'reportGate',
    file: `${HANDLERS}/report-calls.ts`,
    from: 'return (await mayReportOnProject(ports, caller, project)) ? project : null;',
    to: 'return project;',
  },
  {
    gate: 'gadgetGate',
    file: `${HANDLERS}/sla-gadget.ts`,
    from: 'gadget !== null && isLicensed(caller)',
    to: 'gadget !== null',
  },
  {
    gate: 'customerGate',
    file: `${HANDLERS}/customer-panel.ts`,
    from: 'const visible = await requestVisibleTo(ports, caller, request.requestKey);\n  const { accountId, accountType } = caller;\n  if (visible === null || accountId === null) return null;',
    to: "const visible = (await ports.permissions.requestPeople(request.requestKey)) ?? { issueId: '0' };\n  const { accountType } = caller;\n  const accountId = 'anybody';",
  },
  {
    gate: 'formGate',
    file: 'src/services/authorize-form.ts',
    from: "if (accountId === null || accountType === 'anonymous') return null;\n  const as = accountType === 'unlicensed' ? 'app' : 'user';",
    to: "const as = 'app';",
  },
  {
    gate: 'fieldGate',
    file: `${HANDLERS}/level-field.ts`,
    from: "known && isModule(context, 'jira:customField')",
    to: "isModule(context, 'jira:customField')",
  },
  {
    gate: 'the lozenge',
    file: `${HANDLERS}/agent-lozenge.ts`,
    from: 'if (!may.browse || !isAgent) return {};',
    to: '',
    noticedBy: { suite: 'test/site/lozenge.test.ts', tests: 'says nothing to the' },
  },
  {
    gate: 'the project of a gadget',
    file: 'src/services/view-gadget.ts',
    from: "const project = await ports.board.project(projectId);\n  const may = project === null ? null : await sightOfProject(ports, caller, project);\n  if (project === null || may === null) throw new RefusedError('view-gadget');",
    to: "const project = { projectId, key: 'SUP', name: 'Support', service: true };\n  const may = { mayReport: true };",
    noticedBy: { suite: TABLE, tests: 'table sla-gadget view$' },
  },
  {
    gate: 'the figures of a gadget',
    file: 'src/services/view-gadget.ts',
    from: 'may.mayReport ? monthOf(ports, board, projectId, made) : notShown(project)',
    to: 'monthOf(ports, board, projectId, made)',
    noticedBy: { suite: TABLE, tests: 'sees no figures in the gadget' },
  },
  ...[
    ['agent-panel', `${HANDLERS}/agent-panel.ts`, 'issue'],
    ['sla-board', `${HANDLERS}/sla-board.ts`, 'project'],
    ['sla-board', `${HANDLERS}/report-calls.ts`, 'project'],
    ['customer-panel', `${HANDLERS}/customer-panel.ts`, 'request'],
    ['request-form', `${HANDLERS}/request-form.ts`, 'form'],
  ].map(([surface = '', file = '', place = '']) => ({
    gate: `ids in a payload, ${file}`,
    file,
    from: `if (disagrees(payload, ${place})) throw new Refusal('mismatch');`,
    to: '',
    noticedBy: { suite: TABLE, tests: `of ${surface} .* comes before any call` },
  })),
  {
    gate: `ids in a payload, ${HANDLERS}/sla-gadget.ts`,
    file: `${HANDLERS}/sla-gadget.ts`,
    from: "if (gadget !== null && disagrees(payload, gadget)) throw new Refusal('mismatch');",
    to: '',
    noticedBy: { suite: TABLE, tests: 'of sla-gadget .* comes before any call' },
  },
  ...[
    [`${HANDLERS}/context.ts`, "type: v.literal('jira:issueContext')"],
    [`${HANDLERS}/context.ts`, "type: v.literal('jiraServiceManagement:portalRequestDetailPanel')"],
    [`${HANDLERS}/context.ts`, "type: v.literal('jira:projectPage')"],
    [`${HANDLERS}/context.ts`, "type: v.literal('jira:dashboardGadget')"],
    [`${HANDLERS}/form-context.ts`, "type: v.literal('jiraServiceManagement:portalRequestCreatePropertyPanel')"],
    [`${HANDLERS}/context.ts`, 'type: v.literal(type)'],
  ].map(([file = '', from = '']) => ({
    gate: `the module of a call, ${from}`,
    file,
    from,
    to: 'type: v.string()',
    noticedBy: { suite: 'test/handlers/other-modules.test.ts', tests: ' ' },
  })),
  ...[
    {
      gate: 'the licence of an agent',
      from: "if (caller.accountId === null || caller.accountType !== 'licensed') return null;",
      to: '',
    },
    { gate: 'an agent of the service project', from: 'return may.browse && isAgent ?', to: 'return may.browse ?' },
    { gate: 'an agent who browses the issue', from: 'return may.browse && isAgent ?', to: 'return isAgent ?' },
    { gate: 'the licence on a project', from: 'if (!isLicensed(caller)) return null;', to: '' },
    {
      gate: 'someone who browses the project',
      from: 'return may.browse ? { mayReport',
      to: 'return true ? { mayReport',
    },
    {
      gate: 'figures for agents and administrators',
      from: 'service ? may.serviceDeskAgent : may.administer',
      to: 'true',
    },
    {
      gate: 'the licence of an administrator',
      from: "if (caller.accountId === null || caller.accountType !== 'licensed') return false;",
      to: '',
    },
    {
      gate: 'Administer Jira',
      from: 'return ports.permissions.userAdministers();',
      to: 'return true;',
    },
    {
      gate: 'a customer whom Jira shows the request',
      from: 'return ports.permissions.requestSeenByUser(requestKey);',
      to: "return { issueId: '1' };",
    },
    {
      gate: 'an employee who takes part in the request',
      from: 'people?.accountIds.includes(caller.accountId) === true',
      to: 'people !== null',
    },
  ].map((check) => ({
    ...check,
    file: 'src/services/authorize.ts',
    noticedBy: { suite: 'test/services/authorize.test.ts', tests: ' ' },
  })),
  {
    gate: 'a portal that Jira shows the visitor',
    file: 'src/services/authorize-form.ts',
    from: 'return projectId === null ? null : { ...form, projectId,',
    to: "return { ...form, projectId: projectId ?? '0',",
    noticedBy: { suite: TABLE, tests: 'table request-form view$' },
  },
];

/** Functions that a module of the manifest names and that let in whoever asks, each with its reason. */
export const OPEN_TO_ALL: Readonly<Record<string, string>> = {
  'search-suggestions': 'Jira asks it, as nobody; it answers with what the policy publishes to all',
};
