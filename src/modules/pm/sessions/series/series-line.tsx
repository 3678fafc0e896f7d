import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { seriesQueryOptions } from './api/get-series';
import { seriesPositionQueryOptions } from './api/get-series-position';
import { seriesWords } from './series-words';

interface SeriesLineProps {
  seriesId: string;
  session: { starts_at: string; status: string };
}

/** The series of a session in a line: "Every week on Tuesday · 6 of 10". Nothing where it cannot be read. */
export function SeriesLine({ seriesId, session }: SeriesLineProps) {
  const { id } = useOrganization();
  const series = useQuery(seriesQueryOptions(id, seriesId));
  const isCounted = session.status !== 'cancelled';
  const position = useQuery({
    ...seriesPositionQueryOptions(id, seriesId, session.starts_at),
    enabled: isCounted,
  });
  if (series.isPending) return <Skeleton height={14} width="70%" my={4} />;
  if (!series.data) return null;
  const place = isCounted && position.data ? `${position.data} of ${series.data.session_count}` : null;
  return <Text size="sm">{[seriesWords(series.data.recurrence_rule), place].filter(Boolean).join(' · ')}</Text>;
}
