import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useOrganization } from '@/platform/organizations/organization-context';
import { FormProblem, notifyDone, setServerError } from '@/platform/ui';
import { useCreateRole } from '../api/create-role';
import type { Role } from '../api/get-roles';
import { roleOptions } from '../role-options';
import { newRoleSchema } from './role.schema';

interface NewRoleFormProps {
  roles: readonly Role[];
  /** The role to begin with; null begins without permissions. */
  copied: Role | null;
  onClose: () => void;
}

/** Makes a role of the organization's own. */
export function NewRoleForm({ roles, copied, onClose }: NewRoleFormProps) {
  const { role: ownRole } = useOrganization();
  const creation = useCreateRole();
  const form = useForm({
    resolver: zodResolver(newRoleSchema),
    defaultValues: { name: '', copied_role_id: copied?.id ?? '' },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (fields) => {
    try {
      const { name } = await creation.mutateAsync(fields);
      notifyDone({ message: `The role ${name} was created.` });
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
          description="As it will stand above its column, such as Intern or Supervisor."
          autoComplete="off"
          error={errors.name?.message}
          {...form.register('name')}
          data-autofocus
        />
        {/* The browser's own list: it is cut off by no edge of the dialog. */}
        <NativeSelect
          label="Permissions to begin with"
          description="Copied once: what happens to the other role later does not matter to this one."
          data={[{ value: '', label: 'None' }, ...roleOptions(roles, ownRole.id)]}
          error={errors.copied_role_id?.message}
          {...form.register('copied_role_id')}
        />
        <FormProblem message={errors.root?.message} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isSubmitting}>
            Create role
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
