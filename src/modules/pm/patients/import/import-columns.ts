/** A column of a patient's record, or `full_name`, which holds first and last name in one. */
export type ImportColumn = RecordColumn | 'full_name';

export type RecordColumn =
  | 'mrn'
  | 'first_name'
  | 'last_name'
  | 'preferred_name'
  | 'date_of_birth'
  | 'phone'
  | 'email'
  | 'status'
  | 'notes';

interface ColumnLook {
  key: ImportColumn;
  label: string;
  /** Headers that mean this column, in lower case without spaces and punctuation; the likeliest first. */
  headers: readonly string[];
}

/** What can be imported, in the order in which the form shows it. */
export const IMPORT_COLUMNS: readonly ColumnLook[] = [
  {
    key: 'mrn',
    label: 'MRN',
    headers: [
      ...['mrn', 'medicalrecordnumber', 'medicalrecordno', 'medicalrecord', 'recordnumber', 'chartnumber', 'chartno'],
      ...['chart', 'patientid', 'patientnumber', 'patientno', 'clientid', 'clientnumber'],
    ],
  },
  {
    key: 'first_name',
    label: 'First name',
    headers: ['firstname', 'first', 'givenname', 'given', 'forename', 'legalfirstname', 'fname'],
  },
  {
    key: 'last_name',
    label: 'Last name',
    headers: ['lastname', 'last', 'familyname', 'family', 'surname', 'legallastname', 'lname'],
  },
  {
    key: 'full_name',
    label: 'Name (“Last, First”)',
    headers: ['name', 'fullname', 'patientname', 'clientname', 'patient', 'client', 'lastfirst', 'lastnamefirstname'],
  },
  {
    key: 'preferred_name',
    label: 'Preferred name',
    headers: ['preferredname', 'preferred', 'preferredfirstname', 'chosenname', 'nickname', 'goesby', 'knownas'],
  },
  {
    key: 'date_of_birth',
    label: 'Date of birth',
    headers: ['dateofbirth', 'dob', 'birthdate', 'birthday', 'birth', 'born', 'birthdt'],
  },
  {
    key: 'phone',
    label: 'Phone',
    headers: [
      ...['phone', 'phonenumber', 'phoneno', 'mobile', 'mobilephone', 'mobilenumber', 'cell', 'cellphone'],
      ...['telephone', 'tel', 'primaryphone', 'homephone', 'contactnumber'],
    ],
  },
  { key: 'email', label: 'E-mail', headers: ['email', 'emailaddress', 'primaryemail', 'mail'] },
  { key: 'status', label: 'Status', headers: ['status', 'patientstatus', 'clientstatus', 'active'] },
  { key: 'notes', label: 'Notes', headers: ['notes', 'note', 'comments', 'comment', 'remarks'] },
];

/** The name that people read for a column; one that this version does not know keeps its own. */
export function columnLabel(key: string): string {
  return IMPORT_COLUMNS.find((column) => column.key === key)?.label ?? key.replaceAll('_', ' ');
}
