import { Problem, runCommand } from './stack/problem.ts';
import { schemaDifferences } from './stack/schema-difference.ts';
import { withThrowawayPostgres } from './stack/throwaway.ts';

/** npm run db:diff: fails where supabase/schemas and supabase/migrations make different databases. */
await runCommand(async () => {
  const differences = await withThrowawayPostgres(schemaDifferences);
  if (differences.length > 0) {
    throw new Problem(`schemas and migrations differ in ${differences.length} places:\n\n${differences.join('\n')}`);
  }
  console.log('supabase/schemas and supabase/migrations make the same database.');
});
