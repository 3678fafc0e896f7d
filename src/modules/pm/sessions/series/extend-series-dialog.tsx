import { IconRepeatOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useOrganization } from '@/platform/organizations';
import { todayIn } from '@/platform/time';
import { EmptyState } from '@/platform/ui';
import { type GroupOption, groupOptionsQueryOptions } from '../api/get-group-options';
import { type Series, seriesQueryOptions } from './api/get-series';
import { PlannerDialog } from './planner-dialog';
import { SeriesLoading } from './series-loading';
import { extensionStart } from './series-start';

/** Goes on with a series after its last session, every date checked before. */
export function ExtendSeriesDialog({ seriesId, onClose }: { seriesId: string; onClose: () => void }) {
  const { id } = useOrganization();
  const series = useQuery(seriesQueryOptions(id, seriesId));
  const groups = useQuery(groupOptionsQueryOptions(id));
  const isLoaded = series.data !== undefined && groups.data !== undefined;
  const group = groups.data?.find((option) => option.id === series.data?.group_definition_id);
  if (series.data && group) return <Planner series={series.data} group={group} onClose={onClose} />;
  return (
    <SeriesLoading
      title="Extend the series"
      error={series.error ?? groups.error}
      onRetry={() => Promise.all([series.refetch(), groups.refetch()])}
      onClose={onClose}
    >
      {isLoaded && (
        <EmptyState
          icon={IconRepeatOff}
          title={series.data ? 'The group takes no more sessions' : 'There is no such series'}
          description={
            series.data
              ? 'Only series of active groups can be extended.'
              : 'The link may be old, or it belongs to another organization.'
          }
        />
      )}
    </SeriesLoading>
  );
}

function Planner({ series, group, onClose }: { series: Series; group: GroupOption; onClose: () => void }) {
  const { timezone } = useOrganization();
  const [start] = useState(() => extensionStart(series, group, todayIn(timezone), timezone));
  const [groups] = useState([group]);
  return (
    <PlannerDialog
      title={`Extend the series: ${group.name}`}
      start={start}
      groups={groups}
      seriesId={series.id}
      onClose={onClose}
    />
  );
}
