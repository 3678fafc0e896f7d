import { SeriesRunningOut, useSeriesRunningOut } from '@/modules/pm/sessions';
import { HomeSection } from './home-section';

/** Series that run out. Nothing while there are none: then nothing is to be done. */
export function SeriesToExtend() {
  const { data } = useSeriesRunningOut();
  if (!data || data.length === 0) return null;
  return (
    <HomeSection title="Series running out" aside={data.length === 1 ? '1 series' : `${data.length} series`}>
      <SeriesRunningOut series={data} />
    </HomeSection>
  );
}
