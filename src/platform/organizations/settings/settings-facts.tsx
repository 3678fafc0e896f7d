import { Stack, Text } from '@mantine/core';
import { zoneLabel } from '@/platform/time';
import type { CurrentOrganization } from '../organization-context';
import { ROSTER_NAMES_WORDS } from './roster-names';

/** The organization's settings for those who may read but not change them. */
export function SettingsFacts({ organization }: { organization: CurrentOrganization }) {
  const { name, timezone, settings } = organization;
  const facts = [
    { label: 'Name', value: name },
    { label: 'Time zone', value: zoneLabel(timezone) },
    { label: 'Minutes without activity before sign-out', value: String(settings.idle_minutes) },
    { label: 'Names on printed rosters and sign-in sheets', value: ROSTER_NAMES_WORDS[settings.roster_names].label },
  ];
  return (
    <Stack component="dl" gap="sm" m={0} maw={520}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <Text component="dt" size="sm" c="dimmed">
            {label}
          </Text>
          <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Text>
        </div>
      ))}
    </Stack>
  );
}
