import { NativeSelect } from '@mantine/core';

interface QuestionSetSelectProps {
  label: string;
  recent: readonly { question_set_id: string; title: string }[];
  /** What every session of the group asks, if anything. */
  checkIn: { id: string; title: string } | null;
  /** null: the check-in, if there is one. */
  value: string | null;
  onChange: (questionSetId: string | null) => void;
}

/** The browser's own list: it may reach beyond the popup. */
export function QuestionSetSelect({ label, recent, checkIn, value, onChange }: QuestionSetSelectProps) {
  const others = recent.filter(({ question_set_id }) => question_set_id !== checkIn?.id);
  return (
    <NativeSelect
      label={label}
      data={[
        { value: '', label: checkIn ? `${checkIn.title} (at every session)` : 'Nothing' },
        ...others.map(({ question_set_id, title }) => ({ value: question_set_id, label: title })),
      ]}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}
