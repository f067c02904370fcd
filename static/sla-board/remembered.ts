import {
  BOARD_ORDERS,
  BOARD_STATES,
  type BoardFilter,
  type BoardOrder,
  type ReadyBoardView,
} from '../../src/contract/sla-board';

/** How somebody looks at a board. */
export interface BoardSight {
  readonly filter: BoardFilter;
  readonly order: BoardOrder;
}

export const NO_FILTER: BoardFilter = {
  state: null,
  priority: null,
  plan: null,
  organizationId: null,
  assignee: null,
  search: '',
};

const FIRST_SIGHT: BoardSight = { filter: NO_FILTER, order: 'handling' };

/** Where a browser keeps it; a browser that keeps nothing begins anew each time. */
type Keep = Pick<Storage, 'getItem' | 'setItem'>;

const keyOf = (projectId: string): string => `cadran.board.${projectId}`;

/**
 * The sight that this browser had last of the project's board. Of what it kept, only what still is a choice counts: a
 * plan or priority that the policy no longer has would hide everything without a word.
 */
export function rememberedSight(keep: Keep | null, view: ReadyBoardView): BoardSight {
  const kept = parsed(keep?.getItem(keyOf(view.projectId)) ?? null);
  const text = (name: string): string | null => {
    const value = kept[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const one = <T extends string>(name: string, among: readonly T[]): T | null =>
    among.find((choice) => choice === text(name)) ?? null;
  const keys = (list: readonly { readonly key: string }[]): string[] => list.map(({ key }) => key);
  const organizationId = text('organizationId');
  return {
    order: one('order', BOARD_ORDERS) ?? FIRST_SIGHT.order,
    filter: {
      state: one('state', BOARD_STATES),
      priority: one('priority', keys(view.priorities)),
      plan: one('plan', keys(view.plans)),
      organizationId: organizationId !== null && /^\d+$/.test(organizationId) ? organizationId : null,
      assignee: text('assignee'),
      search: '',
    },
  };
}

/** Keeps a sight in this browser, but for the words that were searched: they may be a customer's. */
export function rememberSight(keep: Keep | null, projectId: string, { filter, order }: BoardSight): void {
  const { search: _search, ...kept } = filter;
  try {
    keep?.setItem(keyOf(projectId), JSON.stringify({ ...kept, order }));
  } catch {
    // Full, or forbidden: the next visit begins anew.
  }
}

/** The browser's storage, or null where it refuses any. */
export function browserKeep(): Keep | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function parsed(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
