import { useOrganization } from '@/platform/organizations';
import { formatDate, todayIn } from '@/platform/time';
import { ageOn } from './birth-date';

/** A date of birth (`YYYY-MM-DD`) with the age today: "Mar 14, 1985 (41)". */
export function BirthDate({ date }: { date: string }) {
  return <>{`${formatDate(date)} (${ageOn(date, todayIn(useOrganization().timezone))})`}</>;
}
