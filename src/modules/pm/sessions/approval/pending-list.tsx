import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { formatSessionTime, parseTimestamp } from '@/platform/time';
import { leads, mayDecide } from '../policy/powers';
import { useViewer } from '../policy/use-viewer';
import { sessionPageAddress } from '../run/session-page';
import { sessionName } from '../session';
import { usePeople } from '../use-people';
import type { PendingSession } from './api/get-pending-sessions';
import { DecisionButtons } from './decision-buttons';
import classes from './pending-list.module.css';

/** Sessions that wait for approval: what, when, who asked, and the decision. */
export function PendingList({ sessions }: { sessions: readonly PendingSession[] }) {
  return (
    <ul className={classes.list} aria-label="Sessions that wait for approval">
      {sessions.map((session) => (
        <PendingRow key={session.id} session={session} />
      ))}
    </ul>
  );
}

function PendingRow({ session }: { session: PendingSession }) {
  const { slug, timezone } = useOrganization();
  const viewer = useViewer();
  const people = usePeople();
  const asker = people.nameOf(session.created_by);
  const leaders = [people.nameOf(session.facilitator_id), people.nameOf(session.co_facilitator_id)].filter(Boolean);
  const facts = [
    asker && `Asked for by ${asker}`,
    leaders.length > 0 && `Led by ${leaders.join(' and ')}`,
    session.location,
  ];
  const isOver = parseTimestamp(session.ends_at) < new Date();
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Anchor
          component={Link}
          to={sessionPageAddress(slug, session.id)}
          size="sm"
          fw={500}
          c="var(--mantine-color-text)"
        >
          {sessionName(session)}
        </Anchor>
        <Text size="sm">
          {formatSessionTime(session.starts_at, session.ends_at, timezone)}
          {isOver && ' · its time has passed'}
        </Text>
        <Text size="xs" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
        {session.notes && (
          <Text size="xs" c="dimmed" lineClamp={2}>
            “{session.notes}”
          </Text>
        )}
      </div>
      {mayDecide(session, viewer) ? (
        <DecisionButtons session={session} size="xs" />
      ) : (
        <Text size="xs" c="dimmed" maw={220}>
          {leads(session, viewer.userId)
            ? 'You lead this session: a colleague decides.'
            : 'Those who may edit groups and sessions decide.'}
        </Text>
      )}
    </li>
  );
}
