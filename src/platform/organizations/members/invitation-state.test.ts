import { describe, expect, it } from 'vitest';
import { invitationState } from './invitation-state';

const now = new Date('2026-11-21T12:00:00Z');
const roles = [
  { id: 'admin', permissions: ['pf.members.manage', 'pf.members.view'] },
  { id: 'staff', permissions: ['pf.members.view'] },
];
const inviter = (status: string, roleId: string) => ({
  members: [{ id: 'ada', status, role: { id: roleId } }],
  roles,
});
const sent = { expires_at: '2026-11-21T12:00:01+00:00', invited_by: 'ada' };

describe('invitationState', () => {
  it('is open until it expires', () => {
    expect(invitationState(sent, inviter('active', 'admin'), now)).toBe('open');
    expect(invitationState({ ...sent, expires_at: '2026-11-21T12:00:00+00:00' }, inviter('active', 'admin'), now)).toBe(
      'expired',
    );
  });

  it('is void when the inviter is suspended, demoted or gone', () => {
    expect(invitationState(sent, inviter('suspended', 'admin'), now)).toBe('void');
    expect(invitationState(sent, inviter('active', 'staff'), now)).toBe('void');
    expect(invitationState(sent, { members: [], roles }, now)).toBe('void');
  });

  it('stays open when the account that invited does not exist any more', () => {
    expect(invitationState({ ...sent, invited_by: null }, { members: [], roles }, now)).toBe('open');
  });
});
