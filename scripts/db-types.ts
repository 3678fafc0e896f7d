import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { applyMigrations } from './stack/migrations.ts';
import { Problem, runCommand } from './stack/problem.ts';
import { projectRoot } from './stack/settings.ts';
import { withThrowawayPostgres } from './stack/throwaway.ts';
import { runTool } from './stack/tools.ts';

const target = 'src/platform/supabase/database.types.ts';

/** npm run db:types: the TypeScript types of the schema that the migrations make, from a database of its own. */
await runCommand(async () => {
  const types = await withThrowawayPostgres(async (server) => {
    const url = await server.createDatabase('postgres');
    await applyMigrations(url);
    const result = await runTool('supabase', ['gen', 'types', `--remote=${url}`, '--schema', 'public']);
    if (result.exitCode !== 0) throw new Problem(`supabase gen types failed: ${result.stderr.trim()}`);
    return result.stdout;
  });
  await writeFile(path.join(projectRoot, target), types);
  const formatted = await runTool('biome', ['format', '--write', target]);
  if (formatted.exitCode !== 0) throw new Problem(`biome could not format ${target}: ${formatted.stderr.trim()}`);
  console.log(`Wrote ${target}.`);
});
