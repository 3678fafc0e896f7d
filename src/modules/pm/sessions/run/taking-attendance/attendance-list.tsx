import { Box, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { RunningSession } from '../api/get-running-session';
import classes from './attendance-list.module.css';
import { attendanceWord } from './attendance-looks';
import type { ListedPerson } from './attendance-model';
import { AttendanceRow, type RowActions } from './attendance-row';
import { type ListKey, neighbour, readListKey, statusButton } from './list-keys';

interface AttendanceListProps extends RowActions {
  session: RunningSession;
  people: readonly ListedPerson[];
  mayEdit: boolean;
  onlyExcused: boolean;
  showsKept: boolean;
  onHelp: () => void;
}

/** Everybody of the session. Arrow keys go through it; P, L, E, X and A record and move on. */
export function AttendanceList({ people, onHelp, ...row }: AttendanceListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [said, setSaid] = useState('');
  const { mayEdit, onlyExcused, setStatus } = row;

  function choose(person: ListedPerson, status: ListedPerson['status']) {
    if (status === null || !mayEdit || (onlyExcused && status !== 'excused')) return;
    setStatus(person, status);
    setSaid(`${person.name}: ${attendanceWord(status)}`);
  }

  function act(key: ListKey, line: Element, person: ListedPerson, status: string) {
    if (key.kind === 'help') onHelp();
    else if (key.kind === 'record') {
      choose(person, key.status);
      (statusButton(line, 1, key.status) ?? statusButton(line, 0, key.status))?.focus();
    } else if (key.kind === 'end') {
      const lines = list.current?.children ?? [];
      statusButton(lines[key.last ? lines.length - 1 : 0] ?? null, 0, status)?.focus();
    } else statusButton(line, key.rows, neighbour(status, key.columns))?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    const button = event.target instanceof HTMLElement ? event.target : null;
    const status = button?.dataset.status;
    const line = button?.closest('li[data-person]');
    const person = people.find(({ key }) => key === line?.getAttribute('data-person'));
    const key = readListKey(event);
    // Keys count on the buttons only: whoever types minutes types letters and arrows of their own.
    if (!status || !line || !person || !key) return;
    event.preventDefault();
    act(key, line, person, status);
  }

  return (
    <>
      <Box component="ul" ref={list} className={classes.list} onKeyDown={onKeyDown}>
        {people.map((person) => (
          <AttendanceRow key={person.key} {...row} person={person} setStatus={(_, status) => choose(person, status)} />
        ))}
      </Box>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}
