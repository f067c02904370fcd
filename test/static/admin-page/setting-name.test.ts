import { settingName } from '../../../static/admin-page/setting-name';
import { RESERVED_NAMES } from '../../builders/reserved-names';
import { adminWordsOf } from './admin-site';

test.each([
  ['thresholds.1', 'Warnings'],
  ['alerts.quietOutsideHours', 'Quiet outside hours'],
])('%s', (setting, name) => {
  expect(settingName(setting, adminWordsOf('en'))).toContain(name);
});

test.each(RESERVED_NAMES)('a member of a file called %s is told by that name', (name) => {
  const unnamed = settingName('nothing-known', adminWordsOf('en'));
  for (const setting of [name, `${name}.0`]) {
    expect(settingName(setting, adminWordsOf('en'))).toBe(unnamed.replace('nothing-known', setting));
  }
});
