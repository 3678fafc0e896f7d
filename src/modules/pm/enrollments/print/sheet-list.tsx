import { usePeople } from '@/modules/pm/sessions';
import { useOrganization } from '@/platform/organizations';
import { formatTimestamp, todayIn } from '@/platform/time';
import type { SheetEntry, Sheets } from './api/get-sheets';
import { type PrintAddress, sheetColumns } from './print-address';
import { RosterTable } from './roster-table';
import { sheetFacts } from './sheet-facts';
import { sheetRows } from './sheet-model';
import { SheetPaper } from './sheet-paper';
import { SignInTable } from './sign-in-table';

interface SheetListProps {
  sheets: Sheets;
  address: PrintAddress;
  /** Undefined when the waitlist is not wanted. */
  waiting: readonly SheetEntry[] | undefined;
}

/** A page, or more where the roster is long, for each session or the day. */
export function SheetList({ sheets: { group, rosters }, address, waiting }: SheetListProps) {
  const { name, timezone, settings } = useOrganization();
  const { nameOf } = usePeople();
  const columns = sheetColumns(address);
  const style = { names: settings.roster_names, columns };
  const on = address.on || todayIn(timezone);
  const made = `As of ${formatTimestamp(new Date().toISOString(), timezone)}. Confidential: destroy when it is no longer needed.`;
  return (
    <>
      {rosters.map(({ session, entries }, index) => (
        <SheetPaper
          key={session?.id ?? 'day'}
          page={`sheet${index}`}
          isWide={address.sheet === 'sign-in' && columns.length > 1}
          kind={address.sheet === 'roster' ? 'Roster' : 'Sign-in sheet'}
          organization={name}
          group={group.name}
          facts={sheetFacts({ group, session, on }, nameOf, timezone)}
          isCancelled={session?.status === 'cancelled'}
          made={made}
        >
          {address.sheet === 'sign-in' ? (
            <SignInTable
              columns={columns}
              rows={sheetRows(entries, { ...style, sorted: true })}
              spare={address.spare}
            />
          ) : (
            <RosterTable
              caption={`Roster: ${entries.length} of ${group.max_capacity} seats`}
              columns={columns}
              rows={sheetRows(entries, { ...style, sorted: true })}
              none="Nobody is enrolled on this date."
            />
          )}
          {waiting && address.sheet === 'roster' && (
            <RosterTable
              caption="Waitlist today, next first"
              columns={columns}
              rows={sheetRows(waiting, { ...style, sorted: false })}
              none="Nobody waits for a seat."
            />
          )}
        </SheetPaper>
      ))}
    </>
  );
}
