import { IconUser, IconUsersGroup } from '@tabler/icons-react';
import { patientName } from '@/modules/pm/enrollments';
import { type FoundGroup, groupAvailability, useReadPatientAhead } from '@/modules/pm/patients';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import type { PaletteItem, PaletteSection } from './palette-item';
import { contains, fits, readPaletteQuery } from './palette-query';
import { type PaletteSubject, patientFacts, useSubjects } from './palette-subject';
import { useOwnSections } from './use-own-items';
import { useActions, useFurtherItems } from './use-palette-actions';
import { usePaletteSearch } from './use-palette-search';

interface PaletteUse {
  typed: string;
  onType: (words: string) => void;
  onSubject: (subject: PaletteSubject) => void;
}

/**
 * What the palette offers for what was typed, likeliest first: patients and groups that have the words, actions and pages
 * that begin with them, then patients of a similar name.
 */
export function usePaletteSections({ typed, onType, onSubject }: PaletteUse) {
  const { enrolls, words } = readPaletteQuery(typed);
  const search = usePaletteSearch(words);
  const { patientSubject, groupSubject, mayEnroll } = useSubjects();
  const actions = useActions(onType, mayEnroll);
  const own = useOwnSections();
  const readAhead = useReadPatientAhead();
  // Who may not see enrollments counts none.
  const seesSeats = usePermissions().can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW);

  /** With "enroll" in front or with nothing to choose from, straight on; otherwise what about it is asked next. */
  function subjectItem(
    subject: PaletteSubject,
    rest: Pick<PaletteItem, 'id' | 'icon' | 'description'>,
    onAsk = () => {},
  ): PaletteItem[] {
    const [first, second] = subject.items;
    if (!first || (enrolls && first.id !== 'enroll')) return [];
    if (enrolls) return [{ ...rest, label: subject.enrollLabel, run: first.run }];
    return [
      second
        ? {
            ...rest,
            label: subject.name,
            stays: true,
            run: () => {
              onAsk();
              onSubject(subject);
            },
          }
        : { ...rest, label: subject.name, run: first.run },
    ];
  }

  const patients = search.patients.map((patient) => ({
    fits: contains(`${patientName(patient)} ${patient.mrn}`, words) || /\d/.test(words),
    items: subjectItem(
      patientSubject(patient),
      { id: patient.id, icon: IconUser, description: patientFacts(patient) },
      () => readAhead(patient.id),
    ),
  }));
  const groups = search.groups.flatMap((group) =>
    subjectItem(groupSubject(group), {
      id: group.id,
      icon: IconUsersGroup,
      description: [group.code, seesSeats || group.status !== 'active' ? groupState(group) : null]
        .filter(Boolean)
        .join(' · '),
    }),
  );
  const fixed = enrolls
    ? []
    : [{ label: 'Actions', items: actions.filter(({ label }) => fits(label, words)) }, ...own.map(thoseThatFit)];

  function thoseThatFit({ label, items }: PaletteSection): PaletteSection {
    return { label, items: items.filter((item) => fits(item.label, words)) };
  }

  const sections: PaletteSection[] = [
    { label: 'Patients', items: patients.filter((found) => found.fits).flatMap(({ items }) => items) },
    { label: 'Groups', items: groups },
    ...fixed,
    { label: 'Similar names', items: patients.filter((found) => !found.fits).flatMap(({ items }) => items) },
  ].filter(({ items }) => items.length > 0);
  const further = useFurtherItems({ ...search, words, nothingFound: sections.length === 0 && !search.offline });
  return {
    sections: further.length > 0 ? [...sections, { label: 'More', items: further }] : sections,
    words,
    nothingFound: sections.length === 0,
    offline: search.offline,
    searching: search.searching,
    error: search.error,
  };
}

function groupState(group: FoundGroup): string {
  return group.status === 'active' ? groupAvailability(group) : group.status;
}
