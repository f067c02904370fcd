import type { Answer } from '../../../src/contract/answer';
import type { ReportAnswer } from '../../../src/contract/report';
import type { AppSite } from '../app-site';
import { granted } from '../app-site';

/** A report as somebody gets it who waits until it is made. */
export async function waitForReport<T>(
  site: Pick<AppSite, 'platform' | 'moveTo' | 'clock'>,
  ask: (made: string | null) => Promise<Answer<ReportAnswer<T>>>,
): Promise<T> {
  let made: string | null = null;
  for (let asked = 0; asked < 100; asked += 1) {
    const answer: ReportAnswer<T> = granted(await ask(made));
    if (answer.kind === 'ready') return answer;
    made = answer.runId;
    await site.moveTo(site.platform.nextDeliveryAt() ?? site.clock.now());
  }
  throw new Error('the report was never made');
}
