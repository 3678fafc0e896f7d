import { PageHeader } from '@/platform/ui';
export function HomePage() {
  return <PageHeader title="Home" />;
}
