import { describe, expect, it } from 'vitest';
import { calendarFileName } from './calendar-file';

function ofGroup(groupName: string) {
  return calendarFileName({ kind: 'group', groupId: 'x', groupName });
}

describe('the name of a calendar file', () => {
  it('has the words of the group', () => {
    expect(ofGroup('DBT Skills: Tuesday')).toBe('dbt-skills-tuesday.ics');
    expect(ofGroup('Grupo de apoyo “Ánimo”')).toBe('grupo-de-apoyo-ánimo.ics');
  });

  it.each(['../../etc/passwd', '<script>alert(1)</script>', 'a/b\\c:d*e?f"g|h'])(
    'has no special sign of %s',
    (name) => {
      expect(ofGroup(name)).toMatch(/^[a-z0-9-]+\.ics$/);
    },
  );

  it('is never empty and never very long', () => {
    expect(ofGroup('???')).toBe('sessions.ics');
    expect(ofGroup('x'.repeat(100))).toHaveLength(64);
  });

  it('is the person’s own', () => {
    expect(calendarFileName({ kind: 'mine' })).toBe('my-sessions.ics');
  });
});
