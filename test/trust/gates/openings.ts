/**
 * What each gate becomes when it lets everybody in, written by hand. `from` must stand in the file exactly once, so a gate
 * that is rewritten asks for its opening anew.
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
    noticedBy: { suite: 'test/site/authorization.test.ts', tests: 'table sla-gadget view$' },
  },
  {
    gate: 'the figures of a gadget',
    file: 'src/services/view-gadget.ts',
    from: 'may.mayReport ? monthOf(ports, board, projectId, made) : notShown(project)',
    to: 'monthOf(ports, board, projectId, made)',
    noticedBy: { suite: 'test/site/authorization.test.ts', tests: 'sees no figures in the gadget' },
  },
];
