import { Checkbox, Group, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { todayIn } from '@/platform/time';
import type { SheetRoster } from './api/get-sheets';
import {
  chosenColumns,
  MAX_SPARE_LINES,
  type PrintAddress,
  SHEET_COLUMNS,
  SHEETS,
  sheetColumns,
} from './print-address';
import { SessionChoice } from './session-choice';
import { COLUMN_WORDS } from './sheet-model';

interface SheetOptionsProps {
  groupId: string;
  address: PrintAddress;
  /** What is shown now, of which the sessions are those chosen. */
  rosters: readonly SheetRoster[];
  onChange: (change: Partial<PrintAddress>) => void;
}

/** What is printed: which sheet, for when, with what beside the names. */
export function SheetOptions({ groupId, address, rosters, onChange }: SheetOptionsProps) {
  const { settings, timezone } = useOrganization();
  const { can } = usePermissions();
  return (
    <Stack gap="md" mb="lg" maw={800}>
      <SegmentedControl
        aria-label="Sheet"
        value={address.sheet}
        // What stands beside the names is chosen anew: a sign-in sheet begins without.
        onChange={(picked) => onChange({ sheet: SHEETS.find((sheet) => sheet === picked), columns: [] })}
        data={[
          { value: 'roster', label: 'Roster' },
          { value: 'sign-in', label: 'Sign-in sheet' },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      <Group align="flex-start" gap="md">
        {can(PM_PERMISSIONS.GROUP_SCHEDULE_VIEW) && (
          <SessionChoice
            groupId={groupId}
            chosen={address.session}
            shown={rosters}
            onChange={(session) => onChange({ session })}
          />
        )}
        {address.session.length === 0 && (
          <DateInput
            label="On the day"
            value={address.on || todayIn(timezone)}
            onChange={(day) => onChange({ on: day ?? '' })}
            valueFormat="MMM D, YYYY"
            popoverProps={{ withinPortal: false }}
            minDate="1990-01-01"
            maxDate="2199-12-31"
            w={160}
          />
        )}
        {address.sheet === 'sign-in' && (
          <NumberInput
            label="Spare lines"
            value={address.spare}
            onChange={(lines) => typeof lines === 'number' && onChange({ spare: lines })}
            min={0}
            max={MAX_SPARE_LINES}
            clampBehavior="strict"
            allowDecimal={false}
            w={110}
          />
        )}
      </Group>
      <Group gap="lg" align="flex-start">
        <Checkbox.Group
          label="Beside the name"
          value={sheetColumns(address)}
          onChange={(picked) => onChange({ columns: chosenColumns(picked) })}
        >
          <Group gap="md" mt={6}>
            {SHEET_COLUMNS.map((column) => (
              <Checkbox key={column} value={column} label={COLUMN_WORDS[column]} />
            ))}
          </Group>
        </Checkbox.Group>
        {address.sheet === 'roster' && (
          <Checkbox.Group
            label="Below"
            value={address.waitlist === 'yes' ? ['yes'] : []}
            onChange={(picked) => onChange({ waitlist: picked.includes('yes') ? 'yes' : '' })}
          >
            <Group mt={6}>
              <Checkbox value="yes" label="Waitlist" />
            </Group>
          </Checkbox.Group>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {settings.roster_names === 'initials'
          ? 'Patients are named by initials, as your organization has set.'
          : 'Patients are named by preferred name, as your organization has set.'}{' '}
        The choice is in the address: a bookmark brings back the same sheet.
      </Text>
    </Stack>
  );
}
