import { Skeleton, Stack } from '@mantine/core';
import { useOrganization } from '@/platform/organizations';
import { ErrorState, PageHeader } from '@/platform/ui';
import { useNotificationSettings } from '../api/get-settings';
import { NOTIFICATION_KINDS } from '../notification-kinds';
import { KindSwitch } from './kind-switch';
import classes from './notification-settings.module.css';

/** What the person wants to be told in this organization; every choice is saved at once. */
export function NotificationSettingsPage() {
  const { name } = useOrganization();
  return (
    <Stack maw={680} gap={0}>
      <PageHeader
        title="Notification settings"
        subtitle={`What you are told about ${name}. Only for you; each change is saved at once.`}
      />
      <Switches />
    </Stack>
  );
}

function Switches() {
  const { data, error, refetch } = useNotificationSettings();
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data)
    return (
      <Stack gap={1} role="status" aria-label="Loading">
        {NOTIFICATION_KINDS.map((kind) => (
          <Skeleton key={kind} height={66} />
        ))}
      </Stack>
    );
  return (
    <ul className={classes.list} aria-label="What you are told">
      {NOTIFICATION_KINDS.map((kind) => (
        <li key={kind} className={classes.item}>
          <KindSwitch kind={kind} isEnabled={data[kind] ?? true} />
        </li>
      ))}
    </ul>
  );
}
