import { Badge, Group as Row, Tabs } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useNavigate, useParams } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, RequirePermission, usePermissions } from '@/platform/permissions';
import { EmptyState, ErrorState, GroupTypeBadge, ListSkeleton, PageHeader, StatusBadge } from '@/platform/ui';
import { type Group, useGroup } from './api/get-group';
import { GroupActions } from './group-actions';
import { GroupDialogs } from './group-dialogs';
import { GroupNotFound } from './group-not-found';
import { findTab, GROUP_TABS, type GroupTab, OVERVIEW } from './group-tabs';

/** /o/:slug/pm/groups/:groupId and its tabs. */
export function GroupPage() {
  const { groupId = '', tab } = useParams();
  return (
    <RequirePermission permission={PM_PERMISSIONS.GROUP_DEFINITIONS_VIEW}>
      <LoadedGroup key={groupId} groupId={groupId} tab={findTab(tab)} />
    </RequirePermission>
  );
}

function LoadedGroup({ groupId, tab }: { groupId: string; tab: GroupTab | undefined }) {
  const { data: group, error, refetch } = useGroup(groupId);
  if (group && tab) return <LoadedTabs group={group} tab={tab} />;
  if (group || group === null) return <GroupNotFound groupId={groupId} />;
  return (
    <>
      <PageHeader title="Group" />
      {error ? <ErrorState error={error} onRetry={refetch} /> : <ListSkeleton rows={6} />}
    </>
  );
}

function LoadedTabs({ group, tab }: { group: Group; tab: GroupTab }) {
  const { slug } = useOrganization();
  const { can } = usePermissions();
  const navigate = useNavigate();
  const list = `/o/${slug}/pm/groups`;
  const tabs = GROUP_TABS.filter(({ permission }) => can(permission));
  return (
    <>
      <PageHeader
        title={group.name}
        breadcrumbs={[{ label: 'Groups', to: list }]}
        subtitle={
          <Row gap="xs">
            <GroupTypeBadge groupType={group.group_type} />
            <StatusBadge kind="group" status={group.status} />
            {group.group_code && <Badge color="gray">{group.group_code}</Badge>}
          </Row>
        }
        action={<GroupActions group={group} />}
      />
      <Tabs
        value={tab.path}
        onChange={(path) => navigate(path === OVERVIEW ? `${list}/${group.id}` : `${list}/${group.id}/${path}`)}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          {tabs.map(({ path, label }) => (
            <Tabs.Tab key={path} value={path} px={{ base: 6, xs: 'md' }} fz={{ base: 13, xs: 'sm' }}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ path, Content }) => (
          <Tabs.Panel key={path} value={path}>
            <Content group={group} />
          </Tabs.Panel>
        ))}
      </Tabs>
      <GroupDialogs group={group} />
      {!tabs.includes(tab) && (
        <EmptyState
          icon={IconLock}
          title={`Your role does not include ${tab.label.toLowerCase()}`}
          description="An administrator of your organization can give your role access."
        />
      )}
    </>
  );
}
