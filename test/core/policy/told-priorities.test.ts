/** Which flags are told of in comments or mails. */
import { tellsOf } from '../../../src/core/policy/told-priorities';
import { stagePlus } from '../../../src/core/policy/presets/stage-plus';

describe('a flag is told of', () => {
  it.each([
    { comment: true, notify: false, priorities: null, priority: 'p4', told: true },
    { comment: false, notify: true, priorities: null, priority: null, told: true },
    { comment: false, notify: false, priorities: null, priority: 'p1', told: false },
    { comment: true, notify: true, priorities: ['p1', 'p2'], priority: 'p2', told: true },
    { comment: true, notify: true, priorities: ['p1', 'p2'], priority: 'p3', told: false },
    { comment: true, notify: true, priorities: ['p1', 'p2'], priority: null, told: false },
  ])(
    'of $priority with comment $comment, notify $notify, only $priorities: $told',
    ({ priority, told, ...channels }) => {
      expect(tellsOf({ ...stagePlus().alerts, ...channels }, priority)).toBe(told);
    },
  );
});
