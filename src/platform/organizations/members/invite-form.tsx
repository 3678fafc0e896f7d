import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import { roleOptions, useRoles } from '@/platform/permissions';
import { ErrorState, FormProblem, ListSkeleton, setServerError } from '@/platform/ui';
import { useCreateInvitation } from '../api/create-invitation';
import { useOrganization } from '../organization-context';
import { invitationSchema } from './invitation.schema';
import type { IssuedInvitation } from './invitation-link';

interface InviteFormProps {
  onInvited: (invitation: IssuedInvitation) => void;
  onCancel: () => void;
}

/** Whom to invite, and as what. */
export function InviteForm({ onInvited, onCancel }: InviteFormProps) {
  const { data: roles, error, refetch } = useRoles();
  const { role: ownRole } = useOrganization();
  const creation = useCreateInvitation();
  const form = useForm({ resolver: zodResolver(invitationSchema), defaultValues: { email: '', role_id: '' } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (invitation) => {
    try {
      const { token, expires_at } = await creation.mutateAsync(invitation);
      onInvited({ email: invitation.email, token, expiresAt: expires_at });
    } catch (problem) {
      setServerError(form, problem);
    }
  });

  if (error && !roles) return <ErrorState error={error} onRetry={refetch} />;
  if (!roles) return <ListSkeleton rows={2} />;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label="E-mail"
          description="The invitation is for this address alone."
          type="email"
          autoComplete="off"
          spellCheck={false}
          error={errors.email?.message}
          {...form.register('email')}
          data-autofocus
        />
        <Controller
          control={form.control}
          name="role_id"
          render={({ field }) => (
            <Select
              {...field}
              value={field.value || null}
              onChange={(roleId) => field.onChange(roleId ?? '')}
              label="Role"
              description="What each role may do is listed under Settings, Permissions."
              placeholder="Choose a role"
              data={roleOptions(roles, ownRole.id)}
              error={errors.role_id?.message}
            />
          )}
        />
        <FormProblem message={errors.root?.message} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={isSubmitting}>
            Create the invitation
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
