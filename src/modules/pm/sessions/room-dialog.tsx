import { Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SessionDetail } from './api/get-session';
import type { Availability } from './availability';
import { AvailabilityList, type AvailabilityOption } from './availability-list';
import { PlaceDialog } from './place-dialog';
import { roomKey } from './room';
import { sessionName } from './session';
import { sessionFormSchema } from './session-form.schema';
import { useRooms } from './use-rooms';

const locationSchema = sessionFormSchema.shape.location;

/** Moves one session to another room; shows at once which ones are free at that time. */
export function RoomDialog({ session, onClose }: { session: SessionDetail; onClose: () => void }) {
  const rooms = useRooms();
  const [chosen, setChosen] = useState('');
  const [typed, setTyped] = useState('');
  const parsed = locationSchema.safeParse(typed || chosen);
  const room = parsed.data ?? '';

  return (
    <PlaceDialog
      title="Other room"
      session={session}
      submitLabel="Move to this room"
      change={
        room === '' || room === session.location
          ? null
          : {
              changes: { location: room },
              before: { location: session.location },
              message: `${sessionName(session)} is now in ${room}.`,
            }
      }
      onClose={onClose}
    >
      {(availability) => (
        <Stack gap="sm">
          <AvailabilityList
            label="Room"
            options={options(rooms, session, availability)}
            value={typed === '' ? chosen : ''}
            onChange={(value) => {
              setChosen(value);
              setTyped('');
            }}
          />
          <TextInput
            label="Or another place"
            placeholder="Room or place"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            error={parsed.success ? takenWords(typed, availability) : parsed.error.issues[0]?.message}
          />
        </Stack>
      )}
    </PlaceDialog>
  );
}

function options(rooms: readonly string[], session: SessionDetail, availability: Availability): AvailabilityOption[] {
  const present = roomKey(session.location);
  return rooms.map((room) => ({
    value: room,
    label: room,
    takenBy: availability.rooms.get(roomKey(room)) ?? null,
    unsuitable: roomKey(room) === present ? 'Where it is now' : undefined,
  }));
}

function takenWords(typed: string, availability: Availability): string | undefined {
  const taker = typed.trim() === '' ? undefined : availability.rooms.get(roomKey(typed));
  return taker && `Taken by ${sessionName(taker)} at that time.`;
}
