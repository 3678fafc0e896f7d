import { useNavigate } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, RequirePermission } from '@/platform/permissions';
import { notifyDone, PageHeader } from '@/platform/ui';
import { useCreateGroup } from './api/create-group';
import type { GroupFormValues } from './group.schema';
import { GroupForm } from './group-form';
import { NEW_GROUP, toPayload } from './group-model';

/** /o/:slug/pm/groups/new */
export function CreateGroupPage() {
  return (
    <RequirePermission permission={PM_PERMISSIONS.GROUP_DEFINITIONS_CREATE}>
      <NewGroup />
    </RequirePermission>
  );
}

function NewGroup() {
  const list = `/o/${useOrganization().slug}/pm/groups`;
  const navigate = useNavigate();
  const creation = useCreateGroup();

  async function create(values: GroupFormValues) {
    const group = await creation.mutateAsync(toPayload(values));
    return () => {
      // Back leads to the list, not into a form that is done.
      navigate(`${list}/${group.id}`, { replace: true });
      notifyDone({ message: `${group.name} was created.` });
    };
  }

  return (
    <>
      <PageHeader title="New group" breadcrumbs={[{ label: 'Groups', to: list }]} />
      <GroupForm defaultValues={NEW_GROUP} submitLabel="Create group" backTo={list} onSubmit={create} />
    </>
  );
}
