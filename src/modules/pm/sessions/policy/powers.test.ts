import { describe, expect, it } from 'vitest';
import { mayCreateSessions, mayDecide, needsApproval, startRefusal, type Viewer } from './powers';

const LED = { facilitator_id: 'ana', co_facilitator_id: 'ben' };
const ALL: Viewer = { userId: 'eva', editsGroups: true, createsSessions: true, editsSessions: true };

describe('who may create sessions', () => {
  const may = (session_creation_permission: 'owner' | 'admin' | 'all_members', viewer: Partial<Viewer>) =>
    mayCreateSessions({ ...LED, session_creation_permission }, { ...ALL, editsGroups: false, ...viewer });

  it('follows the policy', () => {
    expect(may('all_members', {})).toBe(true);
    expect(may('owner', {})).toBe(false);
    expect(may('owner', { editsGroups: true })).toBe(false);
    expect(may('owner', { userId: 'ana' })).toBe(true);
    expect(may('owner', { userId: 'ben' })).toBe(true);
    expect(may('admin', {})).toBe(false);
    expect(may('admin', { editsGroups: true })).toBe(true);
  });

  it('is nobody whose role does not create sessions', () => {
    expect(may('owner', { userId: 'ana', createsSessions: false })).toBe(false);
    expect(may('all_members', { createsSessions: false })).toBe(false);
  });
});

describe('starting on the spot', () => {
  const policy = { ...LED, session_creation_permission: 'owner', session_approval_required: true } as const;

  it('is for those who may create, and need nobody’s approval', () => {
    expect(startRefusal(policy, ALL)).toBe('creation');
    expect(startRefusal(policy, { ...ALL, userId: 'ana' })).toBe('approval');
    expect(startRefusal({ ...policy, session_approval_required: false }, { ...ALL, userId: 'ana' })).toBe(null);
    expect(startRefusal({ ...policy, session_creation_permission: 'all_members' }, ALL)).toBe(null);
  });
});

describe('approval', () => {
  it('is needed unless one may give it', () => {
    const policy = { session_approval_required: true };
    expect(needsApproval(policy, LED, ALL)).toBe(false);
    expect(needsApproval(policy, LED, { ...ALL, userId: 'ben' })).toBe(true);
    expect(needsApproval(policy, LED, { ...ALL, editsGroups: false })).toBe(true);
    expect(needsApproval({ session_approval_required: false }, LED, { ...ALL, userId: 'ben' })).toBe(false);
  });

  it('is given by those who edit groups and sessions and do not lead this one', () => {
    const session = { ...LED, approval_status: 'pending', status: 'scheduled' };
    expect(mayDecide(session, ALL)).toBe(true);
    expect(mayDecide(session, { ...ALL, userId: 'ana' })).toBe(false);
    expect(mayDecide(session, { ...ALL, editsGroups: false })).toBe(false);
    expect(mayDecide(session, { ...ALL, editsSessions: false })).toBe(false);
    expect(mayDecide({ ...session, approval_status: 'approved' }, ALL)).toBe(false);
    expect(mayDecide({ ...session, status: 'cancelled' }, ALL)).toBe(false);
  });
});
