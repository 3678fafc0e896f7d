import { useOrganization } from '@/platform/organizations';
import { usePermissions } from '@/platform/permissions';
import { NAVIGATION, type NavigationItem } from './navigation';

export interface NavigationLink extends NavigationItem {
  to: string;
}

/** The navigation of the present organization, without what the person may not view and without empty sections. */
export function useNavigationSections(): { label: string | null; links: NavigationLink[] }[] {
  const { slug } = useOrganization();
  const { can } = usePermissions();
  return NAVIGATION.map(({ label, items }) => ({
    label,
    links: items
      .filter(({ permission }) => !permission || [permission].flat().some(can))
      .map((item) => ({ ...item, to: item.path === '' ? `/o/${slug}` : `/o/${slug}/${item.path}` })),
  })).filter(({ links }) => links.length > 0);
}
