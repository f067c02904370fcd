import type { BoardClock, BoardDeadline, BoardIncident, ReadyBoardView } from '../../../src/contract/sla-board';
import { HOUR } from '../../../src/core/time/instant';
import { createFormatter } from '../../../src/i18n/format';
import { createTranslate } from '../../../src/i18n/message';
import { levelView } from '../../../src/services/view-levels';
import { slaBoardMessages } from '../../../static/sla-board/messages';
import type { Words } from '../../../static/sla-board/words';
import { buildPolicy } from '../../builders/policy';
import { instant } from '../../builders/ticket';

/** Tuesday morning, within business hours. */
export const NOW = instant('2026-03-10T10:00 Toronto');

export function buildBoardView(): ReadyBoardView {
  const { priorities, impacts, urgencies, plans } = buildPolicy();
  return {
    state: 'ready',
    at: NOW,
    projectId: '10000',
    projectKey: 'SUP',
    mayReport: true,
    priorities: priorities.map(({ key, label }) => ({ key, label })),
    impacts: impacts.map(levelView),
    urgencies: urgencies.map(levelView),
    plans: plans.map(({ key, label }) => ({ key, label: label.shown })),
    marks: [0.75, 0.9],
  };
}

export function buildWords(language: 'en' | 'fr' = 'en'): Words {
  const reader = { language, intlLocale: language === 'fr' ? 'fr-CA' : 'en-US', timeZone: 'America/Toronto' };
  return {
    translate: createTranslate(language, slaBoardMessages),
    format: createFormatter(reader),
    view: buildBoardView(),
  };
}

export function buildClock(change: Partial<BoardClock> = {}): BoardClock {
  return {
    metric: 'resolution',
    due: NOW + 2 * HOUR,
    remaining: 2 * HOUR,
    target: 8 * HOUR,
    warnsAt: 6 * HOUR,
    calendar: 'business',
    ...change,
  };
}

export function buildIncident(change: Partial<BoardIncident> = {}): BoardIncident {
  return {
    issueId: '10001',
    issueKey: 'SUP-1',
    summary: 'Sign-in fails',
    priority: 'P1',
    jiraPriority: 'P1',
    impact: 'extended',
    urgency: 'critical',
    plan: 'BASE',
    organizations: ['Cégep du Nord'],
    assignee: null,
    statusName: 'Waiting for support',
    state: 'running',
    responseDue: null,
    resolutionDue: NOW + 2 * HOUR,
    clock: buildClock(),
    ...change,
  };
}

export function buildDeadline(hours: number, change: Partial<BoardDeadline> = {}): BoardDeadline {
  return {
    issueKey: 'SUP-1',
    summary: 'Sign-in fails',
    priority: 'P1',
    metric: 'resolution',
    due: NOW + hours * HOUR,
    state: 'running',
    ...change,
  };
}
