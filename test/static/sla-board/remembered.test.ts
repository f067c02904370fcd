import { NO_FILTER, rememberedSight, rememberSight } from '../../../static/sla-board/remembered';
import { buildBoardView } from './build-board';

const view = buildBoardView();

/** A browser's storage. */
function storage(): Pick<Storage, 'getItem' | 'setItem'> & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

const SIGHT = {
  order: 'breach',
  filter: { ...NO_FILTER, state: 'near-breach', priority: 'P2', plan: 'PLUS', organizationId: '7', assignee: 'me' },
} as const;

describe('how somebody looked at a board', () => {
  it('is there again on the next visit', () => {
    const keep = storage();
    rememberSight(keep, view.projectId, SIGHT);
    expect(rememberedSight(keep, view)).toEqual(SIGHT);
  });

  it('is another for each project', () => {
    const keep = storage();
    rememberSight(keep, 'another', SIGHT);
    expect(rememberedSight(keep, view)).toEqual({ order: 'handling', filter: NO_FILTER });
  });

  it('never holds the words that were searched', () => {
    const keep = storage();
    rememberSight(keep, view.projectId, { ...SIGHT, filter: { ...SIGHT.filter, search: 'Sainte-Rose' } });
    expect([...keep.kept.values()].join()).not.toContain('Sainte-Rose');
    expect(rememberedSight(keep, view).filter.search).toBe('');
  });

  it.each([
    ['a plan that is gone', '{"plan":"GOLD"}'],
    ['a priority that is gone', '{"priority":"P9"}'],
    ['an organization that is none', '{"organizationId":"x OR 1"}'],
    ['a state and an order that are none', '{"state":"met","order":"random"}'],
    ['what another version wrote', '[1,2]'],
    ['half a text', '{"plan":"BA'],
    ['null', 'null'],
  ])('counts for nothing where it is %s', (_case, text) => {
    const keep = storage();
    keep.kept.set(`cadran.board.${view.projectId}`, text);
    expect(rememberedSight(keep, view)).toEqual({ order: 'handling', filter: NO_FILTER });
  });

  it('begins anew in a browser that keeps nothing, or no more', () => {
    expect(rememberedSight(null, view).filter).toEqual(NO_FILTER);
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    expect(() => {
      rememberSight(full, view.projectId, SIGHT);
    }).not.toThrow();
  });
});
