import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Paper, Stack, Switch, Text, Title } from '@mantine/core';
import { FormProvider, useController, useForm, useFormContext, useWatch } from 'react-hook-form';
import { type GroupPolicy, policySentence, type SessionPolicy } from '@/modules/pm/sessions';
import { FormProblem, notifyDone, setServerError, useUnsavedChanges } from '@/platform/ui';
import { useUpdatePolicy } from './api/update-policy';
import { CreationField } from './creation-field';
import { NoticeField } from './notice-field';
import { type PolicyFormValues, policyFormSchema } from './policy-form.schema';
import { policyFormValues, toPolicy } from './policy-form-model';
import { SlotFields } from './slot-fields';

/** Changes the session policy of a group. */
export function PolicyForm({ group }: { group: GroupPolicy }) {
  const update = useUpdatePolicy(group.id);
  const form = useForm({ resolver: zodResolver(policyFormSchema), defaultValues: policyFormValues(group) });
  const { errors, isSubmitting, isDirty } = form.formState;
  const { dialog } = useUnsavedChanges(isDirty);

  async function save(policy: SessionPolicy) {
    await update.mutateAsync(policy);
    form.reset(policyFormValues(policy));
  }

  const submit = form.handleSubmit(async (values) => {
    try {
      await save(toPolicy(values));
    } catch (error) {
      setServerError(form, error);
      return;
    }
    notifyDone({
      message: `The session policy of ${group.name} is saved.`,
      undo: { onUndo: () => save(policyOf(group)) },
    });
  });

  return (
    <FormProvider {...form}>
      <form onSubmit={submit} noValidate>
        <Stack gap="lg">
          <CreationField group={group} />
          <ApprovalField />
          <NoticeField />
          <SlotFields />
          <ReadBack />
          <FormProblem message={errors.root?.message} />
          <Group>
            <Button type="submit" loading={isSubmitting} disabled={!isDirty}>
              Save policy
            </Button>
            {isDirty && (
              <Button variant="default" disabled={isSubmitting} onClick={() => form.reset()}>
                Discard changes
              </Button>
            )}
          </Group>
        </Stack>
      </form>
      {dialog}
    </FormProvider>
  );
}

function policyOf(group: GroupPolicy): SessionPolicy {
  const { session_creation_permission, session_approval_required, advance_notice_hours, allowed_time_slots } = group;
  return { session_creation_permission, session_approval_required, advance_notice_hours, allowed_time_slots };
}

function ApprovalField() {
  const { control } = useFormContext<PolicyFormValues>();
  const { field } = useController({ control, name: 'session_approval_required' });
  const { value, onChange, ...input } = field;
  return (
    <Switch
      {...input}
      checked={value}
      onChange={(event) => onChange(event.currentTarget.checked)}
      label="New and moved sessions need approval"
      description="By somebody who may edit the group and does not lead the session. Until then it keeps its time and its room, but cannot start."
    />
  );
}

/** The policy as it would be, in sentences. */
function ReadBack() {
  const { control } = useFormContext<PolicyFormValues>();
  const values = useWatch({ control, compute: (all: PolicyFormValues) => all });
  const checked = policyFormSchema.safeParse(values);
  return (
    <Paper p="md" bg="var(--mantine-color-default-hover)" aria-live="polite">
      <Title order={3} size="h5" mb={4}>
        In words
      </Title>
      <Text size="sm">
        {checked.success ? policySentence(toPolicy(checked.data)) : 'Complete the form to read what it says.'}
      </Text>
    </Paper>
  );
}
