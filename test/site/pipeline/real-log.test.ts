/**
 * The whole event log of a real service desk, lived again through events and sweeps: each derived priority is the log's,
 * each clock an independent count of it, each flag raised that the count asks for. All of it in the full run; in the
 * ordinary one, each fifteenth incident. The log itself is not part of the project: where it is absent, this is skipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgentPanelApi } from '../../../src/contract/agent-panel';
import { MINUTE } from '../../../src/core/time/instant';
import { granted, startAppSite, type AppSite } from '../app-site';
import { recount, reported } from '../reports/recount';
import { storedTickets } from './many-tickets';
import { countFlags, countUsed, logPolicy, readLog, replay, type LogLine, type Replay } from './real-log';

const LOG = join(__dirname, '../../../../shared/real/incidents.csv');
const EACH = process.env['CADRAN_FULL'] === '1' ? 1 : 15;

const all = existsSync(LOG) ? readLog(readFileSync(LOG, 'utf8')) : [];
const numbers = [...new Set(all.map(({ number }) => number))].filter((_number, index) => index % EACH === 0);
const linesOf = new Map<string, LogLine[]>(numbers.map((number) => [number, []]));
for (const line of all) linesOf.get(line.number)?.push(line);

(all.length > 0 ? describe : describe.skip)(
  `the log of a service desk, ${String(numbers.length)} incidents of it`,
  () => {
    let site: AppSite;
    let lived: Replay;

    beforeAll(async () => {
      const lines = [...linesOf.values()].flat();
      const startAt = Math.min(...lines.map(({ openedAt }) => openedAt)) - MINUTE;
      site = await startAppSite({ startAt, policy: logPolicy });
      lived = await replay(site, lines);
    }, 1_800_000);
    afterAll(() => site.close());

    it('derives the priority that the log has, at every event', () => {
      expect(lived.mismatches).toEqual([]);
      expect(lived.keys.size).toBe(numbers.length);
      expect(site.platform.takeFailures()).toEqual([]);
    });

    it('counts both clocks of every incident as an independent count does', async () => {
      const others: string[] = [];
      for (const [number, lines] of linesOf) {
        const on = { issueKey: lived.keys.get(number) ?? '' };
        // Jira takes 150 reads of issues a second.
        await site.moveTo(site.clock.now() + 10);
        const answer = await site.ask<AgentPanelApi, 'view'>('agent-panel', site.people.agent, 'view', {}, on);
        const view = granted(answer);
        const counted = countUsed(lines);
        const clocks = view.state === 'tracked' ? view.clocks : [];
        const elapsed = clocks.map(({ elapsedTime }) => elapsedTime / MINUTE);
        if (!counted.isOpen && JSON.stringify(elapsed) !== JSON.stringify([counted.response, counted.used])) {
          others.push(`${number}: ${elapsed.join(', ')}, not ${String(counted.response)}, ${String(counted.used)}`);
        }
      }
      expect(others).toEqual([]);
    }, 600_000);

    it('adds up in the reports of its months as an independent count does, to the ticket', async () => {
      expect(await reported(site)).toEqual(recount(linesOf.values()));
    }, 600_000);

    it('raised every flag that the count asks for, each once', () => {
      const rows = new Map(storedTickets(site.platform).map((row) => [row.issueId, row]));
      const others: string[] = [];
      for (const [number, lines] of linesOf) {
        if (countUsed(lines).isOpen) continue;
        const handled = rows.get(site.jira.issue(lived.keys.get(number) ?? '')?.id ?? '')?.handled ?? [];
        if (new Set(handled).size < handled.length) others.push(`${number}: one twice`);
        for (const { metric, target, ends, isUsedUp } of countFlags(lines)) {
          const ofGoal = handled.filter((key) => new RegExp(`^${metric}:\\d+:${target}-`).test(key));
          const found = ofGoal.map((key) => key.split(':').at(-1) ?? '').sort();
          const raised = found.filter((end) => !(isUsedUp && end === 'breach'));
          if (JSON.stringify(raised) !== JSON.stringify([...ends].sort())) {
            others.push(`${number} ${metric}: ${raised.join(' ')}, not ${ends.join(' ')}`);
          }
        }
      }
      expect(others).toEqual([]);
    });
  },
);
