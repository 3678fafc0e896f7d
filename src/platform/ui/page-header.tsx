import { Anchor, Breadcrumbs, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, use } from 'react';
import { Link } from 'react-router';
import { OrganizationContext } from '@/platform/organizations/organization-context';
import { usePageFocus } from './use-page-focus';

export interface Breadcrumb {
  label: string;
  to: string;
}

interface PageHeaderProps {
  title: string;
  subtitle?: ReactNode;
  /** The page's one primary action. */
  action?: ReactNode;
  /** The pages above this one, outermost first. */
  breadcrumbs?: readonly Breadcrumb[];
}

/** A page's title: names the browser's tab, and receives the focus when the page is navigated to. */
export function PageHeader({ title, subtitle, action, breadcrumbs = [] }: PageHeaderProps) {
  const heading = usePageFocus<HTMLHeadingElement>();
  const organization = use(OrganizationContext);
  const documentTitle = [title, organization?.name, 'Quorum'].filter(Boolean).join(' · ');
  return (
    <Stack gap={4} mb="lg">
      <title>{documentTitle}</title>
      {breadcrumbs.length > 0 && (
        <Breadcrumbs
          component="nav"
          aria-label="Breadcrumbs"
          separatorMargin={6}
          styles={{
            root: { flexWrap: 'wrap' },
            breadcrumb: { maxWidth: '100%', whiteSpace: 'normal', overflowWrap: 'anywhere' },
          }}
        >
          {breadcrumbs.map(({ label, to }) => (
            <Anchor key={to} component={Link} to={to} size="sm">
              {label}
            </Anchor>
          ))}
        </Breadcrumbs>
      )}
      <Group justify="space-between" align="flex-start" gap="sm">
        <Title ref={heading} order={1} tabIndex={-1} style={{ outline: 'none', overflowWrap: 'anywhere' }}>
          {title}
        </Title>
        {action}
      </Group>
      {subtitle && (
        <Text c="dimmed" size="sm" component="div">
          {subtitle}
        </Text>
      )}
    </Stack>
  );
}
