import { NoShowStreaks, useNoShowStreaks } from '@/modules/pm/sessions';
import { HomeSection } from './home-section';

/** Who keeps missing sessions. Nothing while nobody does: then nothing is to be done. */
export function MissedSessions() {
  const { data } = useNoShowStreaks();
  if (!data || data.length === 0) return null;
  return (
    <HomeSection title="Missed in a row" aside={data.length === 1 ? '1 patient' : `${data.length} patients`}>
      <NoShowStreaks streaks={data} />
    </HomeSection>
  );
}
