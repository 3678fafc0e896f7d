import { describe, expect, it } from 'vitest';
import type { SheetEntry } from './api/get-sheets';
import { pageStyle } from './page-style';
import { chosenColumns, sheetColumns } from './print-address';
import { sheetRows } from './sheet-model';

function entry(id: string, first_name: string, last_name: string): SheetEntry {
  return {
    id,
    patient: {
      id: `p-${id}`,
      first_name,
      last_name,
      preferred_name: null,
      mrn: `R-${id}`,
      date_of_birth: '1967-10-08',
      phone: null,
    },
  };
}

describe('the columns of a sheet', () => {
  it('are all on a roster, and none on a sign-in sheet unless asked for', () => {
    expect(sheetColumns({ sheet: 'roster', columns: [] })).toEqual(['mrn', 'birth_date', 'phone']);
    expect(sheetColumns({ sheet: 'sign-in', columns: [] })).toEqual([]);
    expect(sheetColumns({ sheet: 'sign-in', columns: ['phone', 'mrn'] })).toEqual(['mrn', 'phone']);
  });

  it('can all be taken away', () => {
    expect(sheetColumns({ sheet: 'roster', columns: chosenColumns([]) })).toEqual([]);
    expect(sheetColumns({ sheet: 'roster', columns: chosenColumns(['phone']) })).toEqual(['phone']);
  });
});

describe('the lines of a sheet', () => {
  const entries = [
    entry('1', 'Zoe', 'Ng'),
    { id: '2', patient: null },
    entry('3', 'Ana', 'Ärm'),
    entry('4', 'Bo', 'Ng'),
  ];

  it('go by last name, and keep a line for a record that is gone', () => {
    const rows = sheetRows(entries, { names: 'preferred_name', columns: ['mrn', 'birth_date', 'phone'], sorted: true });
    expect(rows).toEqual([
      { id: '3', name: 'Ärm, Ana', cells: ['R-3', 'Oct 8, 1967', ''] },
      { id: '4', name: 'Ng, Bo', cells: ['R-4', 'Oct 8, 1967', ''] },
      { id: '1', name: 'Ng, Zoe', cells: ['R-1', 'Oct 8, 1967', ''] },
      { id: '2', name: 'Patient record not available', cells: ['', '', ''] },
    ]);
  });

  it('keep the order of a waitlist', () => {
    const rows = sheetRows(entries, { names: 'initials', columns: [], sorted: false });
    expect(rows.map(({ name }) => name)).toEqual(['Z. N.', 'Patient record not available', 'A. Ä.', 'B. N.']);
  });
});

describe('the foot of a page', () => {
  it('cannot be ended by a name', () => {
    const style = pageStyle({ page: 'sheet0', isWide: false, foot: 'a"; } * { display: none }\\ </style>\n' });
    const content = /@bottom-left \{ content: (.*?); font/.exec(style)?.[1] ?? '';
    expect(content).toMatch(/^"(?:[A-Za-z0-9 ]|\\[0-9a-f]+ )*"$/);
  });
});
