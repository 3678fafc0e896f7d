import { Alert, Button, List } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import type { CataloguePermission } from '../api/get-permission-catalogue';
import { changeWords } from '../change-words';
import { placeOfChange, type RoleChange } from '../role-changes';

interface ChangesElsewhereProps {
  changes: readonly RoleChange[];
  catalogue: readonly CataloguePermission[];
  onDismiss: () => void;
}

/** More than these nobody reads; the marks in the matrix show them all. */
const TOLD = 8;

/** Says what others have changed meanwhile; a screen reader announces it. */
export function ChangesElsewhere({ changes, catalogue, onDismiss }: ChangesElsewhereProps) {
  return (
    <div role="status">
      {changes.length > 0 && (
        <Alert
          color="yellow"
          role="presentation"
          mb="md"
          icon={<IconUsers aria-hidden />}
          title="Changed elsewhere since you opened this page"
        >
          <List size="sm" style={{ overflowWrap: 'anywhere' }}>
            {changes.slice(0, TOLD).map((change) => (
              <List.Item key={placeOfChange(change) + change.kind}>{changeWords(change, catalogue)}</List.Item>
            ))}
            {changes.length > TOLD && <List.Item>And {changes.length - TOLD} more, marked as changed.</List.Item>}
          </List>
          <Button size="xs" variant="default" mt="sm" onClick={onDismiss}>
            I have seen it
          </Button>
        </Alert>
      )}
    </div>
  );
}
