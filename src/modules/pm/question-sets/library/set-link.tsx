import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import classes from './library.module.css';

/** The link is stretched over its row or card, so that all of it can be pressed. */
export function SetLink({ set }: { set: { id: string; title: string } }) {
  const { slug } = useOrganization();
  return (
    <Anchor component={Link} to={`/o/${slug}/pm/question-sets/${set.id}`} className={classes.link} fw={500} inherit>
      <bdi>{set.title}</bdi>
    </Anchor>
  );
}
