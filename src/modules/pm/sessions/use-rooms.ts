import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useOrganization } from '@/platform/organizations';
import { roomsQueryOptions } from './api/get-rooms';
import { offeredRooms } from './availability';

/** The rooms and places to choose from: those of the settings in their order, then those used before, by name. */
export function useRooms(): readonly string[] {
  const { id, settings } = useOrganization();
  const { data: used } = useQuery(roomsQueryOptions(id));
  return useMemo(() => offeredRooms(settings.locations, used ?? []), [settings.locations, used]);
}
