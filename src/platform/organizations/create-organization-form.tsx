import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Stack, TextInput } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import { viewerTimezone } from '@/platform/time';
import { FormProblem } from '@/platform/ui/form-problem';
import { setServerError } from '@/platform/ui/set-server-error';
import { useCreateOrganization } from './api/create-organization';
import { organizationSchema } from './organization.schema';
import { slugFrom } from './slug';
import { TimezoneSelect } from './timezone-select';

interface CreateOrganizationFormProps {
  onCreated: (slug: string) => unknown;
}

export function CreateOrganizationForm({ onCreated }: CreateOrganizationFormProps) {
  const creation = useCreateOrganization();
  const form = useForm({
    resolver: zodResolver(organizationSchema),
    defaultValues: { name: '', slug: '', timezone: viewerTimezone() },
  });
  const { errors, isSubmitting, dirtyFields } = form.formState;

  function proposeSlug(name: string) {
    if (!dirtyFields.slug) form.resetField('slug', { defaultValue: slugFrom(name) });
  }

  const submit = form.handleSubmit(async (organization) => {
    try {
      const created = await creation.mutateAsync(organization);
      await onCreated(created.slug);
    } catch (error) {
      setServerError(form, error);
    }
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label="Name"
          placeholder="Riverbend Behavioral Health"
          autoComplete="organization"
          error={errors.name?.message}
          {...form.register('name', { onChange: (event) => proposeSlug(event.target.value) })}
        />
        <TextInput
          label="Address"
          description="Where your pages are. It cannot be changed later."
          leftSection="/o/"
          autoCapitalize="none"
          spellCheck={false}
          error={errors.slug?.message}
          {...form.register('slug')}
        />
        <Controller
          control={form.control}
          name="timezone"
          render={({ field }) => (
            <TimezoneSelect
              {...field}
              description="Sessions are planned on this clock."
              error={errors.timezone?.message}
            />
          )}
        />
        <FormProblem message={errors.root?.message} />
        <Button type="submit" fullWidth loading={isSubmitting}>
          Create organization
        </Button>
      </Stack>
    </form>
  );
}
