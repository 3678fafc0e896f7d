import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconEraser, IconId, IconKey, IconUserMinus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { PatientJoinCodeDialog } from '@/modules/pm/check-in';
import { useOrganization } from '@/platform/organizations';
import type { ListedPerson } from './attendance-model';

interface RowMenuProps {
  person: ListedPerson;
  clear: (person: ListedPerson) => void;
  /** Off the list of this session: a drop-in or a guest. */
  takeOff: (person: ListedPerson) => void;
}

/** What is done less often about somebody on the list; for those who record attendance. */
export function RowMenu({ person, clear, takeOff }: RowMenuProps) {
  const { slug } = useOrganization();
  const [showsCode, code] = useDisclosure();
  const { attendee, name, patientId } = person;
  const isGuest = attendee.guest_name !== null;
  const mayLeave = isGuest ? !attendee.has_answered : attendee.joined_at === null;
  const removable = mayLeave && person.status === null;
  return (
    <>
      <Menu position="bottom-end" shadow="md" withinPortal={false}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={`More about ${name}`}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {person.status !== null && (
            <Menu.Item leftSection={<IconEraser size={16} aria-hidden />} onClick={() => clear(person)}>
              Clear what is recorded
            </Menu.Item>
          )}
          {(attendee.is_drop_in || isGuest) && (
            <Menu.Item
              leftSection={<IconUserMinus size={16} aria-hidden />}
              disabled={!removable}
              onClick={() => takeOff(person)}
            >
              {removable
                ? 'Remove from this session'
                : `Has ${isGuest ? 'answered' : 'joined'} or is recorded: cannot be removed`}
            </Menu.Item>
          )}
          {patientId !== null && (
            <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={code.open}>
              Personal code…
            </Menu.Item>
          )}
          {attendee.mrn !== null && (
            <Menu.Item
              component={Link}
              to={`/o/${slug}/pm/patients/${patientId}`}
              leftSection={<IconId size={16} aria-hidden />}
            >
              Open the record
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {showsCode && patientId !== null && (
        <PatientJoinCodeDialog patient={{ id: patientId, name }} onClose={code.close} />
      )}
    </>
  );
}
