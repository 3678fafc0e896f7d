import { describe, expect, it } from 'vitest';
import { guid, tap } from './tap.fixture';
import { latestTaps, nextBatch, nextRecordedAt, refusedTaps, settledBy, waitingTaps } from './tap-order';

const early = tap({ person: 1, status: 'present', at: '2026-11-21T10:00:00.000Z' });
const late = tap({ person: 1, status: 'late', at: '2026-11-21T10:00:01.000Z' });
const other = tap({ person: 2, status: 'absent', at: '2026-11-21T10:00:00.500Z' });
const elsewhere = tap({ person: 1, session: 2, at: '2026-11-21T09:00:00.000Z' });

describe('which taps count', () => {
  it('is the last one about each person at each session', () => {
    expect(latestTaps([late, early, other, elsewhere])).toEqual([elsewhere, other, late]);
  });

  it('tells a guest from a patient', () => {
    const guest = { ...tap(), patientId: null, participantId: guid(7) };
    expect(latestTaps([early, guest])).toHaveLength(2);
  });

  it('a newer tap takes the place of a refused one', () => {
    const refused = { ...early, refusal: 'ATTENDANCE_TOO_EARLY' };
    expect(refusedTaps([refused, other])).toEqual([refused]);
    expect(refusedTaps([refused, late])).toEqual([]);
    expect(waitingTaps([refused, late])).toEqual([late]);
  });

  it('goes out by session, the earliest first, at most 200 at once', () => {
    expect(nextBatch([late, other, elsewhere])).toEqual([elsewhere]);
    const many = Array.from({ length: 250 }, (_, index) => tap({ person: index }));
    expect(nextBatch(many)).toHaveLength(200);
    expect(nextBatch([])).toEqual([]);
  });

  it('is settled together with what it replaced, never with what came after', () => {
    expect(settledBy([early], [early, late, other])).toEqual([early]);
    expect(settledBy([late], [early, late, other])).toEqual([early, late]);
  });
});

describe('when a tap counts as made', () => {
  const now = new Date('2026-11-21T10:00:00.000Z');

  it('is now', () => {
    expect(nextRecordedAt(now, [])).toBe('2026-11-21T10:00:00.000Z');
    expect(nextRecordedAt(now, ['2026-11-21 09:59:59.9+00', null])).toBe('2026-11-21T10:00:00.000Z');
  });

  it('is after what was seen, by whichever clock', () => {
    expect(nextRecordedAt(now, ['2026-11-21 10:00:03.123456+00', '2026-11-21T10:00:01.000Z'])).toBe(
      '2026-11-21T10:00:03.124Z',
    );
  });
});
