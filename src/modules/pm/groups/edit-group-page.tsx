import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS, RequirePermission } from '@/platform/permissions';
import { ErrorState, ListSkeleton, notifyDone, PageHeader } from '@/platform/ui';
import { type Group, useGroup } from './api/get-group';
import { useUpdateGroup } from './api/update-group';
import { capacityOutlook } from './capacity-outlook';
import { type GroupFormInput, type GroupFormValues, groupSchema } from './group.schema';
import { GroupForm } from './group-form';
import { changedColumns, formValues, toPayload } from './group-model';
import { GroupNotFound } from './group-not-found';
import { savedSentence } from './sentences';

/** /o/:slug/pm/groups/:groupId/edit */
export function EditGroupPage() {
  const { groupId = '' } = useParams();
  return (
    <RequirePermission permission={PM_PERMISSIONS.GROUP_DEFINITIONS_EDIT}>
      <LoadedGroup key={groupId} groupId={groupId} />
    </RequirePermission>
  );
}

function LoadedGroup({ groupId }: { groupId: string }) {
  const { data: group, error, refetch } = useGroup(groupId);
  if (group) return <EditGroup group={group} />;
  if (group === null) return <GroupNotFound groupId={groupId} />;
  return (
    <>
      <PageHeader title="Edit group" />
      {error ? <ErrorState error={error} onRetry={refetch} /> : <ListSkeleton rows={8} />}
    </>
  );
}

/** `group` follows the server while the form is open; what the form began with does not. */
function EditGroup({ group }: { group: Group }) {
  const list = `/o/${useOrganization().slug}/pm/groups`;
  const detail = `${list}/${group.id}`;
  const navigate = useNavigate();
  const update = useUpdateGroup();
  const [initial] = useState(() => formValues(group));

  async function save(values: GroupFormValues) {
    const changes = changedColumns(toPayload(groupSchema.parse(initial)), toPayload(values));
    const unchanged = Object.keys(changes).length === 0;
    const { promoted } = unchanged ? { promoted: [] } : await update.mutateAsync({ groupId: group.id, changes });
    return () => {
      navigate(detail, { replace: true });
      if (!unchanged) notifyDone({ message: savedSentence(values.name, promoted) });
    };
  }

  return (
    <>
      <PageHeader
        title={`Edit ${group.name}`}
        breadcrumbs={[
          { label: 'Groups', to: list },
          { label: group.name, to: detail },
        ]}
      />
      <GroupForm
        defaultValues={initial}
        submitLabel="Save changes"
        backTo={detail}
        onSubmit={save}
        outlook={
          <Can permission={PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW}>
            <CapacityOutlook group={group} />
          </Can>
        }
      />
    </>
  );
}

/** Says before saving what the capacity in the form will do to those who wait. */
function CapacityOutlook({ group }: { group: Group }) {
  const { control } = useFormContext<GroupFormInput>();
  const [capacity, status] = useWatch({ control, name: ['max_capacity', 'status'] });
  const outlook = capacityOutlook(
    { taken: group.patient_count, waiting: group.waitlist_count, capacity: group.max_capacity },
    { capacity, status },
  );
  return (
    <div role="status">
      {outlook && (
        <Alert color="blue" icon={<IconInfoCircle aria-hidden />}>
          {outlook}
        </Alert>
      )}
    </div>
  );
}
