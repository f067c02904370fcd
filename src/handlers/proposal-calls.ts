import * as v from 'valibot';
import {
  listEstablishments,
  listGroups,
  removeGroup,
  saveEstablishment,
  saveGroup,
  type SaveResult,
} from '../services/establishments';
import { listProposals, viewStatement } from '../services/list-proposals';
import { adminGate } from './admin-gate';
import { call, Refusal } from './surface';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

function saved<T>(result: SaveResult<T>): T {
  if (result.kind === 'invalid') throw new Refusal('invalid-input', result.problems);
  return result.value;
}

/** The admin page's calls about proposals, and about what establishments count in orders. */
export const proposalCalls = {
  proposals: call({
    gate: adminGate,
    payload: v.object({
      state: v.picklist(['proposed', 'accepted', 'declined', 'withdrawn']),
      page: v.nullable(v.pipe(v.string(), v.maxLength(2000))),
    }),
    answer: (ports, _trusted, { state, page }) => listProposals(ports, state, page),
  }),
  proposalStatement: call({
    gate: adminGate,
    payload: v.object({ issueId: id }),
    answer: async (ports, _trusted, { issueId }) => {
      const statement = await viewStatement(ports, issueId);
      if (statement === null) throw new Refusal('invalid-input', [{ code: 'no-proposal', path: 'issueId' }]);
      return statement;
    },
  }),
  establishments: call({
    gate: adminGate,
    payload: v.object({
      search: v.pipe(v.string(), v.maxLength(200)),
      start: v.pipe(v.number(), v.integer(), v.minValue(0)),
    }),
    answer: (ports, _trusted, { search, start }) => listEstablishments(ports, search, start),
  }),
  saveEstablishment: call({
    gate: adminGate,
    payload: v.object({ organizationId: id, fee: v.nullable(v.number()), users: v.nullable(v.number()) }),
    answer: async (ports, _trusted, wanted) => saved(await saveEstablishment(ports, wanted)),
  }),
  establishmentGroups: call({ gate: adminGate, payload: v.object({}), answer: (ports) => listGroups(ports) }),
  saveEstablishmentGroup: call({
    gate: adminGate,
    payload: v.object({
      code: v.pipe(v.string(), v.maxLength(100)),
      organizationIds: v.pipe(v.array(id), v.maxLength(1000)),
    }),
    answer: async (ports, _trusted, wanted) => saved(await saveGroup(ports, wanted)),
  }),
  removeEstablishmentGroup: call({
    gate: adminGate,
    payload: v.object({ code: id }),
    answer: (ports, _trusted, { code }) => removeGroup(ports, code),
  }),
};
