import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { PendingList, RejectDialog, usePendingSessions } from '@/modules/pm/sessions';
import { useOrganization } from '@/platform/organizations';
import { HomeSection } from './home-section';

const SHOWN = 5;

/** Sessions that wait for approval, for those who may give it. Nothing while none does: then nothing is to be done. */
export function Approvals() {
  const { slug } = useOrganization();
  const { data } = usePendingSessions(SHOWN);
  if (!data || data.total === 0) return null;
  return (
    <HomeSection
      title="Waiting for approval"
      aside={
        data.total > SHOWN ? (
          <Anchor component={Link} to={`/o/${slug}/pm/approvals`} size="sm">
            All {data.total}
          </Anchor>
        ) : (
          `${data.total} ${data.total === 1 ? 'session' : 'sessions'}`
        )
      }
    >
      <PendingList sessions={data.sessions} />
      <RejectDialog />
    </HomeSection>
  );
}
