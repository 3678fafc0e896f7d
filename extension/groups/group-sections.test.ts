import { expect, it } from 'vitest';
import type { MyGroup } from './api/get-my-groups';
import { groupSections } from './group-sections';

const group = (name: string, is_leader: boolean, organization_name = 'Riverbend'): MyGroup => ({
  organization_id: 'a',
  organization_name,
  organization_slug: 'riverbend',
  group_definition_id: name,
  name,
  group_type: 'support',
  is_leader,
  may_create_session: true,
  active_session_id: null,
  next_session_id: null,
  next_starts_at: null,
  timezone: 'America/New_York',
});

const names = (groups: MyGroup[], typed: string) =>
  groupSections(groups, typed).map((section) => [section.title, ...section.groups.map(({ name }) => name)]);

it('puts what the person leads first, and leaves out a section without groups', () => {
  const groups = [group('Led', true), group('Other', false)];
  expect(names(groups, '')).toEqual([
    ['Groups that I lead', 'Led'],
    ['Other groups', 'Other'],
  ]);
  expect(names(groups, ' OTH ')).toEqual([['Other groups', 'Other']]);
  expect(names([group('Other', false)], '')).toEqual([['Groups', 'Other']]);
  expect(names(groups, 'none')).toEqual([]);
});

it('finds a group by its organization', () => {
  expect(names([group('One', true), group('Two', true, 'Harbor')], 'harb')).toEqual([['Groups that I lead', 'Two']]);
});
