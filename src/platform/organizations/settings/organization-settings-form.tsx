import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, NumberInput, Radio, Stack, TextInput } from '@mantine/core';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { FormProblem, notifyDone, setServerError, useUnsavedChanges } from '@/platform/ui';
import type { StoredOrganization } from '../api/get-organization-settings';
import { useUpdateOrganization } from '../api/update-organization';
import { organizationSettingsSchema, ROSTER_NAMES } from '../settings.schema';
import { TimezoneSelect } from '../timezone-select';
import { organizationChange } from './organization-change';
import { organizationFieldsSchema } from './organization-settings.schema';
import { ROSTER_NAMES_WORDS } from './roster-names';
import { ZoneChangeNotice } from './zone-change-notice';

/** Name, time zone and idle time of the organization, and how its paper names patients. */
export function OrganizationSettingsForm({ organization }: { organization: StoredOrganization }) {
  const update = useUpdateOrganization();
  const { name, timezone, settings } = organization;
  const { idle_minutes, roster_names } = organizationSettingsSchema.parse(settings);
  const values = { name, timezone, idle_minutes, roster_names };
  const form = useForm({
    resolver: zodResolver(organizationFieldsSchema),
    defaultValues: values,
    // What was saved, here or by somebody else, is what the form starts from; what is being typed is kept.
    values,
    resetOptions: { keepDirtyValues: true },
  });
  const { errors, isSubmitting, isDirty, dirtyFields } = form.formState;
  const chosenZone = useWatch({ control: form.control, name: 'timezone' });
  const unsaved = useUnsavedChanges(isDirty);

  const submit = form.handleSubmit(async (fields) => {
    try {
      await update.mutateAsync(organizationChange(fields, dirtyFields));
      form.reset(fields);
      notifyDone({ message: 'The settings were saved.' });
    } catch (error) {
      setServerError(form, error);
    }
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={520}>
        <TextInput label="Name" autoComplete="off" error={errors.name?.message} {...form.register('name')} />
        <Controller
          control={form.control}
          name="timezone"
          render={({ field }) => (
            <TimezoneSelect
              {...field}
              description="The clock on the clinic's wall: sessions are planned by it."
              error={errors.timezone?.message}
              first={timezone}
            />
          )}
        />
        <ZoneChangeNotice from={timezone} to={chosenZone} />
        <Controller
          control={form.control}
          name="idle_minutes"
          render={({ field }) => (
            <NumberInput
              {...field}
              label="Minutes without activity before sign-out"
              description="1 to 480. People are warned a minute before, and patient data is wiped from the browser."
              min={1}
              max={480}
              clampBehavior="none"
              allowDecimal={false}
              error={errors.idle_minutes?.message}
            />
          )}
        />
        <Controller
          control={form.control}
          name="roster_names"
          render={({ field }) => (
            <Radio.Group
              {...field}
              label="Names on printed rosters and sign-in sheets"
              description="Sheets lie where other patients see them."
              error={errors.roster_names?.message}
            >
              <Stack gap="xs" mt="xs">
                {ROSTER_NAMES.map((value) => (
                  <Radio key={value} value={value} {...ROSTER_NAMES_WORDS[value]} />
                ))}
              </Stack>
            </Radio.Group>
          )}
        />
        <FormProblem message={errors.root?.message} />
        <Group>
          <Button type="submit" loading={isSubmitting} disabled={!isDirty}>
            Save changes
          </Button>
        </Group>
      </Stack>
      {unsaved.dialog}
    </form>
  );
}
