import { describe, expect, it } from 'vitest';
import { notesSchema } from './session-form.schema';

describe('notesSchema', () => {
  it('takes the notes alone, without the blanks around them', () => {
    expect(notesSchema.parse({ notes: ' Bring the workbook. ' })).toEqual({ notes: 'Bring the workbook.' });
    expect(notesSchema.parse({ notes: '  ' })).toEqual({ notes: '' });
  });

  it('takes at most 4,000 characters', () => {
    expect(notesSchema.safeParse({ notes: 'x'.repeat(4000) }).success).toBe(true);
    expect(notesSchema.safeParse({ notes: 'x'.repeat(4001) }).error?.issues[0]?.message).toBe(
      'Use at most 4,000 characters.',
    );
  });
});
