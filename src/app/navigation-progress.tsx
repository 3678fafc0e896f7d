import { useNavigation } from 'react-router';
import classes from './navigation-progress.module.css';

/** A line along the top edge while a page is being fetched; it waits a moment, so that quick pages do not flicker. */
export function NavigationProgress() {
  const loading = useNavigation().state !== 'idle';
  return loading ? <div className={classes.bar} role="progressbar" aria-label="Loading the page" /> : null;
}
