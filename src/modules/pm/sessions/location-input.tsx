import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { useRooms } from './use-rooms';

/** Where it takes place: one of the known rooms, or any other place. */
export function LocationInput(props: Omit<AutocompleteProps, 'data'>) {
  return (
    <Autocomplete
      label="Location"
      placeholder="Room or place"
      styles={{ option: { overflowWrap: 'anywhere' } }}
      {...props}
      data={[...useRooms()]}
    />
  );
}
