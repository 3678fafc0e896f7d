import { Text } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconCheck, IconDots, IconMinus } from '@tabler/icons-react';
import type { PlannedDate } from './plan-model';
import { plural } from './plan-model';
import classes from './series.module.css';

/** The state of a date in a word, with an icon. */
export function DateStatus({ planned }: { planned: PlannedDate }) {
  const { icon: StateIcon, words } = look(planned);
  return (
    <Text size="xs" className={classes.status}>
      <StateIcon size={14} aria-hidden />
      <span>{words}</span>
    </Text>
  );
}

function look({ state, conflicts, mend }: PlannedDate) {
  switch (state) {
    case 'checking':
      return { icon: IconDots, words: 'To be checked' };
    case 'conflict':
      return { icon: IconAlertTriangle, words: plural(conflicts.length, 'conflict') };
    case 'skipped':
      return { icon: IconMinus, words: 'Skipped' };
    case 'closed':
      return { icon: IconBan, words: `Closed: ${conflicts.find(({ kind }) => kind === 'closed_day')?.resource ?? ''}` };
    case 'free':
      if (mend.conflict_override) return { icon: IconAlertTriangle, words: 'Anyway' };
      return { icon: IconCheck, words: mend.on_closed_day ? 'Although closed' : 'Free' };
  }
}
