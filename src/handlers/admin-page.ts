import * as v from 'valibot';
import { LINES_A_PART, MOST_PARTS, type AdminPageApi } from '../contract/admin-page';
import { assumptionsOf } from '../core/policy/assumptions';
import { checkPolicy } from '../core/policy/check-policy';
import { importStatus, resumeImport, startImport, stopImport, uploadImport } from '../services/import-assignments';
import {
  assignPlan,
  listAssignments,
  listOrganizationNames,
  listOrganizations,
  removeAssignment,
} from '../services/organizations';
import { previewPublication, previewStatus } from '../services/preview-publication';
import { publishPolicy } from '../services/publish-policy';
import { recomputeStatus, resumeRecompute, stopRecompute } from '../services/recompute';
import { viewPolicy } from '../services/view-policy';
import { adminGate } from './admin-gate';
import { alertCalls } from './alert-calls';
import { calendarCalls } from './calendar-calls';
import { documentFrom } from './document-payload';
import { healthCalls } from './health-calls';
import { setUpCalls } from './set-up-calls';
import { proposalCalls } from './proposal-calls';
import { siteChoiceCalls } from './site-choice-calls';
import { call, Refusal, surface } from './surface';
import { versionCalls } from './version-calls';

const nothing = v.object({});
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const date = v.pipe(v.string(), v.isoDate());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const importId = v.pipe(v.string(), v.regex(/^\d{1,20}$/));
const importedLine = v.object({
  line: count,
  organizationId: v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/)),
  plan: id,
  from: date,
  to: v.nullable(date),
  calendar: v.nullable(id),
});
const adopt = v.picklist(['new-tickets', 'open-tickets']);

/** The admin page's resolver. */
export const adminPage = surface<AdminPageApi>('admin-page', {
  ...alertCalls,
  ...calendarCalls,
  ...healthCalls,
  ...siteChoiceCalls,
  ...setUpCalls,
  ...proposalCalls,
  ...versionCalls,
  view: call({ gate: adminGate, payload: nothing, answer: (ports) => viewPolicy(ports) }),
  check: call({
    gate: adminGate,
    payload: v.object({ document: v.unknown() }),
    answer: async (ports, _trusted, { document }) => {
      const parsed = documentFrom(document);
      const priorities = await ports.site.priorities();
      const findings = checkPolicy(
        parsed,
        ports.now(),
        priorities.map(({ id: priorityId }) => priorityId),
      );
      return { findings, assumptions: assumptionsOf(parsed) };
    },
  }),
  publish: call({
    gate: adminGate,
    payload: v.object({
      document: v.unknown(),
      baseVersion: v.nullable(v.number()),
      adopt,
    }),
    answer: async (ports, _trusted, request) => {
      const result = await publishPolicy(ports, { ...request, document: documentFrom(request.document) });
      if (result.kind === 'conflict') throw new Refusal('conflict');
      if (result.kind === 'invalid') throw new Refusal('invalid-input', result.problems);
      return viewPolicy(ports);
    },
  }),
  startPreview: call({
    gate: adminGate,
    payload: v.object({ document: v.unknown(), adopt }),
    answer: async (ports, _trusted, request) => {
      const result = await previewPublication(ports, documentFrom(request.document), request.adopt);
      if (result.kind === 'invalid') throw new Refusal('invalid-input', result.problems);
      return result.view;
    },
  }),
  previewStatus: call({
    gate: adminGate,
    payload: v.object({ runId: id }),
    answer: (ports, _trusted, { runId }) => previewStatus(ports, runId),
  }),
  recomputeStatus: call({ gate: adminGate, payload: nothing, answer: (ports) => recomputeStatus(ports) }),
  stopRecompute: call({ gate: adminGate, payload: nothing, answer: (ports) => stopRecompute(ports) }),
  startRecompute: call({ gate: adminGate, payload: nothing, answer: (ports) => resumeRecompute(ports) }),
  organizations: call({
    gate: adminGate,
    payload: v.object({ start: count }),
    answer: (ports, _trusted, { start }) => listOrganizations(ports, start),
  }),
  organizationNames: call({
    gate: adminGate,
    payload: v.object({ start: count }),
    answer: (ports, _trusted, { start }) => listOrganizationNames(ports, start),
  }),
  assignments: call({
    gate: adminGate,
    payload: v.object({ after: v.nullable(v.pipe(v.string(), v.maxLength(2_000))) }),
    answer: (ports, _trusted, { after }) => listAssignments(ports, after),
  }),
  assignPlan: call({
    gate: adminGate,
    payload: v.object({
      organizationId: id,
      plan: id,
      from: date,
      to: v.nullable(date),
      calendar: v.nullable(id),
    }),
    answer: async (ports, _trusted, wanted) => {
      const result = await assignPlan(ports, wanted);
      if (result.kind === 'conflict') throw new Refusal('conflict');
      if (result.kind === 'invalid') throw new Refusal('invalid-input', result.problems);
      return result.view;
    },
  }),
  removeAssignment: call({
    gate: adminGate,
    payload: v.object({ organizationId: id, from: date }),
    answer: async (ports, _trusted, { organizationId, from }) => {
      const view = await removeAssignment(ports, organizationId, from);
      if (view === null) throw new Refusal('invalid-input', [{ code: 'unknown-organization', path: 'organizationId' }]);
      if (view === 'conflict') throw new Refusal('conflict');
      return view;
    },
  }),
  uploadImport: call({
    gate: adminGate,
    payload: v.object({
      importId: v.nullable(importId),
      part: v.pipe(count, v.maxValue(MOST_PARTS - 1)),
      lines: v.pipe(v.array(importedLine), v.maxLength(LINES_A_PART)),
    }),
    answer: async (ports, _trusted, { importId: given, part, lines }) => ({
      importId: await uploadImport(ports, given, part, lines),
    }),
  }),
  startImport: call({
    gate: adminGate,
    payload: v.object({ importId, parts: v.pipe(count, v.minValue(1), v.maxValue(MOST_PARTS)) }),
    answer: (ports, _trusted, { importId: given, parts }) => startImport(ports, given, parts),
  }),
  importStatus: call({ gate: adminGate, payload: nothing, answer: (ports) => importStatus(ports) }),
  stopImport: call({
    gate: adminGate,
    payload: v.object({ runId: id }),
    answer: (ports, _trusted, { runId }) => stopImport(ports, runId),
  }),
  resumeImport: call({
    gate: adminGate,
    payload: v.object({ runId: id }),
    answer: (ports, _trusted, { runId }) => resumeImport(ports, runId),
  }),
});
