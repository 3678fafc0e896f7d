import { expect, it } from 'vitest';
import { readUrlState } from '@/platform/query/url-state';
import { groupDialogSchema } from './group-dialog';

const INTO = '7235e32d-4ed2-82fa-adc7-8063d6958f1a';

it.each([
  ['', { dialog: '', into: '' }],
  [`dialog=merge&into=${INTO}`, { dialog: 'merge', into: INTO }],
  ['dialog=merge&into=1%27;--', { dialog: 'merge', into: '' }],
  // The roster's and the sessions' dialogs share the parameter, and are not the group's.
  ['dialog=enroll', { dialog: '', into: '' }],
  ['dialog=cancel&session=x', { dialog: '', into: '' }],
])('"%s" opens what it names, or nothing', (address, state) => {
  expect(readUrlState(groupDialogSchema, new URLSearchParams(address))).toEqual(state);
});
