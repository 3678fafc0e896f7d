import { expect, it } from 'vitest';
import { groupCodeStem } from './group-code';

it.each([
  ['Group 1', '2026-03-01', 'AM', '260301AMGR1'],
  ['  Men’s', '2026-03-01', 'AM', null],
  ["Men's (early)", '2027-12-31', 'PM', '271231PMMEY'],
  ['x', '2026-03-01', 'AM', '260301AMXX'],
  ['!?', '2026-03-01', 'AM', '260301AMGR'],
  ['Group 1', null, 'AM', null],
  ['Group 1', '2026-03-01', null, null],
  ['Group 1', 'soon', 'AM', null],
])('%s on %s %s', (name, start_date, time_period, code) => {
  expect(groupCodeStem({ name, start_date, time_period })).toBe(code);
});
