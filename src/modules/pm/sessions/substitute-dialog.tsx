import { Input, SegmentedControl, Stack } from '@mantine/core';
import { useId, useState } from 'react';
import { type Member, useMembers } from '@/platform/organizations';
import type { SessionDetail } from './api/get-session';
import type { Availability } from './availability';
import { AvailabilityList, type AvailabilityOption } from './availability-list';
import { PlaceDialog } from './place-dialog';
import { sessionName } from './session';
import { usePeople } from './use-people';

type Role = 'facilitator_id' | 'co_facilitator_id';

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  facilitator_id: 'facilitator',
  co_facilitator_id: 'co-facilitator',
};

/** Lets somebody else lead one session; shows at once who is free at that time. */
export function SubstituteDialog({ session, onClose }: { session: SessionDetail; onClose: () => void }) {
  const people = usePeople();
  const { data: members = [] } = useMembers();
  const labelId = useId();
  const [role, setRole] = useState<Role>('facilitator_id');
  const [chosen, setChosen] = useState('');
  const present = people.nameOf(session[role]);

  return (
    <PlaceDialog
      title="Substitute"
      session={session}
      submitLabel="Substitute"
      change={
        chosen === ''
          ? null
          : {
              changes: { [role]: chosen },
              before: { [role]: session[role] },
              message: `${people.nameOf(chosen)} is now ${ROLE_WORDS[role]} of ${sessionName(session)}${present ? `, in place of ${present}` : ''}.`,
            }
      }
      onClose={onClose}
    >
      {(availability) => (
        <Stack gap="sm">
          {session.co_facilitator_id && (
            <Stack gap={4}>
              <Input.Label labelElement="div" id={labelId}>
                In place of
              </Input.Label>
              <SegmentedControl
                aria-labelledby={labelId}
                value={role}
                onChange={(value) => {
                  setRole(value);
                  setChosen('');
                }}
                data={[
                  { value: 'facilitator_id', label: people.nameOf(session.facilitator_id) ?? 'No facilitator yet' },
                  { value: 'co_facilitator_id', label: people.nameOf(session.co_facilitator_id) ?? '' },
                ]}
              />
            </Stack>
          )}
          <AvailabilityList
            label={present ? `Who leads in place of ${present}` : `Who is ${ROLE_WORDS[role]}`}
            options={candidates(members, session, availability)}
            value={chosen}
            onChange={setChosen}
          />
        </Stack>
      )}
    </PlaceDialog>
  );
}

/** Everybody else, with the role; those whose role it is to lead come first. */
function candidates(members: readonly Member[], session: SessionDetail, availability: Availability) {
  const leads = new Set([session.facilitator_id, session.co_facilitator_id]);
  return members.flatMap(({ id, full_name, email, role, status }): AvailabilityOption[] =>
    status !== 'active' || leads.has(id)
      ? []
      : [
          {
            value: id,
            label: full_name || email,
            hint: role.name,
            preferred: role.key === 'facilitator',
            takenBy: availability.people.get(id) ?? null,
          },
        ],
  );
}
