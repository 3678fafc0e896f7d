import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS } from '@/platform/permissions';
import { notifyDone, PageHeader } from '@/platform/ui';
import type { Group } from './api/get-group';
import { useUpdateGroup } from './api/update-group';
import { CapacityAlert } from './capacity-alert';
import { type GroupFormValues, groupSchema } from './group.schema';
import { GroupForm } from './group-form';
import { changedColumns, formValues, toPayload } from './group-model';
import { PresetCapacity } from './preset-capacity';
import { savedSentence } from './sentences';
import { StatusAlert } from './status-alert';
import { statusChangeSentences } from './status-meaning';
import { useAffected } from './use-affected';
import { useStatusConfirmation } from './use-status-confirmation';

/** `group` follows the server while the form is open; what the form began with does not. */
export function EditGroup({ group }: { group: Group }) {
  const list = `/o/${useOrganization().slug}/pm/groups`;
  const detail = `${list}/${group.id}`;
  const navigate = useNavigate();
  const update = useUpdateGroup();
  const affected = useAffected(group);
  const confirmation = useStatusConfirmation();
  const [initial] = useState(() => formValues(group));

  async function save(values: GroupFormValues) {
    const changes = changedColumns(toPayload(groupSchema.parse(initial)), toPayload(values));
    const consequences = changes.status ? statusChangeSentences(changes.status, affected) : [];
    const question = { groupName: group.name, to: values.status, consequences };
    if (consequences.length > 0 && !(await confirmation.ask(question))) return null;
    const unchanged = Object.keys(changes).length === 0;
    const seats = unchanged ? null : await update.mutateAsync({ group, changes });
    return () => {
      navigate(detail, { replace: true });
      if (!unchanged) notifyDone({ message: savedSentence(values.name, seats) });
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
        code={group.group_code}
        submitLabel="Save changes"
        backTo={detail}
        onSubmit={save}
        statusOutlook={<StatusAlert saved={initial.status} affected={affected} />}
        outlook={
          <>
            <PresetCapacity />
            <Can permission={PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW}>
              <CapacityAlert group={group} />
            </Can>
          </>
        }
      />
      {confirmation.dialog}
    </>
  );
}
