import { Anchor, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import type { NoShowStreak } from '../api/get-no-show-streaks';
import classes from './no-show-streaks.module.css';
import { lastThereWords, StreakBadge } from './streak-badge';

const FIRST = 6;

/** Who keeps missing a group's sessions: name, group, how often, and when the patient was last there. */
export function NoShowStreaks({ streaks }: { streaks: readonly NoShowStreak[] }) {
  const [all, setAll] = useState(false);
  return (
    <>
      <ul className={classes.list}>
        {streaks.slice(0, all ? undefined : FIRST).map((streak) => (
          <li key={`${streak.patient_id} ${streak.group_definition_id}`} className={classes.row}>
            <div className={classes.who}>
              <Name streak={streak} />
              <Text size="xs" c="dimmed">
                {streak.group_name} · {lastThereWords(streak)}
              </Text>
            </div>
            <StreakBadge streak={streak} />
          </li>
        ))}
      </ul>
      {streaks.length > FIRST && !all && (
        <Button variant="subtle" m="xs" onClick={() => setAll(true)}>
          Show all {streaks.length}
        </Button>
      )}
    </>
  );
}

function Name({ streak: { patient_id, first_name, last_name } }: { streak: NoShowStreak }) {
  const { slug } = useOrganization();
  const { can } = usePermissions();
  const name = first_name !== null && last_name !== null ? `${first_name} ${last_name}` : 'A patient';
  if (!can(PM_PERMISSIONS.PATIENTS_VIEW))
    return (
      <Text size="sm" fw={600}>
        {name}
      </Text>
    );
  return (
    <Anchor component={Link} to={`/o/${slug}/pm/patients/${patient_id}`} className={classes.name}>
      {name}
    </Anchor>
  );
}
