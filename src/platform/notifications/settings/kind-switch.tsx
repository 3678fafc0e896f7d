import { Badge, Switch, Text } from '@mantine/core';
import { notifyProblem } from '@/platform/ui';
import { useSaveSetting } from '../api/save-setting';
import { type NotificationKind, URGENT_KIND } from '../notification-kinds';
import { KIND_WORDS } from './kind-words';
import classes from './notification-settings.module.css';

interface KindSwitchProps {
  kind: NotificationKind;
  isEnabled: boolean;
}

/** Switches one kind on and off; the urgent one is on, and says why. */
export function KindSwitch({ kind, isEnabled }: KindSwitchProps) {
  const { mutate: save } = useSaveSetting();
  if (kind === URGENT_KIND) return <AlwaysOn />;
  return (
    <Switch
      {...KIND_WORDS[kind]}
      labelPosition="left"
      classNames={{ body: classes.body, labelWrapper: classes.words }}
      checked={isEnabled}
      onChange={(event) =>
        save({ kind, isEnabled: event.currentTarget.checked }, { onError: (error) => notifyProblem(error) })
      }
    />
  );
}

function AlwaysOn() {
  const { label, description } = KIND_WORDS[URGENT_KIND];
  return (
    <div className={classes.fixed}>
      <div className={classes.words}>
        <Text size="sm">{label}</Text>
        <Text size="xs" c="dimmed">
          {description}
        </Text>
      </div>
      <Badge color="gray">Always on</Badge>
    </div>
  );
}
