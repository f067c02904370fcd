/** A function that dies right after any of its writes: whoever comes next finishes it; one flag each, none lost. */
import { Crash, run, type Outcome } from './pipeline-run';

const endOf = ({ calls: _calls, shownAt: _shownAt, ...end }: Outcome): unknown => end;
const isWrite = (call: string): boolean => /\.(?:save\w*|write\w+|remove|track|fire|job)$/.test(call);

/** Dies after the write of this number, at whatever the function does next. */
function dyingAfter(write: number): (call: string) => void {
  let writes = 0;
  let state: 'alive' | 'dying' | 'dead' = 'alive';
  return (call) => {
    if (state === 'dying') {
      state = 'dead';
      throw new Crash(`after write ${String(write)}, at ${call}`);
    }
    if (!isWrite(call)) return;
    writes += 1;
    if (state === 'alive' && writes === write) state = 'dying';
  };
}

/** Dies in place of the write of this number: it never happens. */
function dyingBefore(write: number): (call: string) => void {
  let writes = 0;
  return (call) => {
    if (isWrite(call) && (writes += 1) === write) throw new Crash(`before write ${String(write)}, ${call}`);
  };
}

let whole: Outcome;
let writes: number;
beforeAll(async () => {
  whole = await run();
  writes = whole.calls.filter(isWrite).length;
});

it('the history has writes of every kind', () => {
  const kinds = new Set(whole.calls.filter(isWrite));
  expect([...kinds]).toEqual(
    expect.arrayContaining(['queue.track', 'queue.fire', 'jira.writePriority', 'jira.writeSlaFields', 'tickets.save']),
  );
  expect([...kinds]).toEqual(expect.arrayContaining(['jira.writeSlaStatus', 'tickets.saveAll']));
});

describe.each([
  ['and the queue brings the event again', true],
  ['and the event is lost with it', false],
])('a function that dies %s', (_case, redelivers) => {
  it.each([
    ['right after', dyingAfter],
    ['right before', dyingBefore],
  ])(
    '%s each write in turn',
    async (_when, dying) => {
      const others: number[] = [];
      for (let write = 1; write <= writes; write += 1) {
        const outcome = await run({ before: dying(write), redelivers });
        if (JSON.stringify(endOf(outcome)) !== JSON.stringify(endOf(whole))) others.push(write);
      }
      expect(others).toEqual([]);
    },
    60_000,
  );
});
