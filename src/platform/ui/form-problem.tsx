import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';

/** The refusal that belongs to no single field (`errors.root?.message` of the form), above its buttons. */
export function FormProblem({ message }: { message: string | undefined }) {
  if (!message) return null;
  return (
    <Alert color="red" role="alert" icon={<IconAlertCircle aria-hidden />}>
      {message}
    </Alert>
  );
}
