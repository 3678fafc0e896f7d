import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { FormProblem, notifyDone, setServerError } from '@/platform/ui';
import type { Role } from '../api/get-roles';
import { useRenameRole } from '../api/rename-role';
import { roleNameSchema } from './role.schema';

interface RenameRoleFormProps {
  role: Role;
  onClose: () => void;
}

/** Gives a role another name; who holds it and what it may do stay. */
export function RenameRoleForm({ role, onClose }: RenameRoleFormProps) {
  const renaming = useRenameRole();
  const form = useForm({ resolver: zodResolver(roleNameSchema), defaultValues: { name: role.name } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ name }) => {
    try {
      if (name !== role.name) {
        await renaming.mutateAsync({ roleId: role.id, name });
        notifyDone({ message: `${role.name} is called ${name} now.` });
      }
      onClose();
    } catch (problem) {
      setServerError(form, problem);
    }
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label="Name"
          autoComplete="off"
          error={errors.name?.message}
          {...form.register('name')}
          data-autofocus
        />
        <FormProblem message={errors.root?.message} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isSubmitting}>
            Rename role
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
