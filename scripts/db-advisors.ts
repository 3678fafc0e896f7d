import { applyMigrations } from './stack/migrations.ts';
import { Problem, runCommand } from './stack/problem.ts';
import { withThrowawayPostgres } from './stack/throwaway.ts';
import { runTool } from './stack/tools.ts';

/** npm run db:advisors: Supabase's security and performance lints on the schema that the migrations make; a warning or error fails. */
await runCommand(async () => {
  await withThrowawayPostgres(async (server) => {
    const url = await server.createDatabase('postgres');
    await applyMigrations(url);
    const result = await runTool('supabase', [
      'db',
      'advisors',
      `--remote=${url}`,
      '--level',
      'warn',
      '--fail-on',
      'warn',
    ]);
    if (result.exitCode !== 0) throw new Problem(`Supabase's advisors object:\n\n${result.stdout}${result.stderr}`);
    console.log("Supabase's security and performance advisors report nothing at warn or above.");
  });
});
