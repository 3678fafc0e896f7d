import { runAdvisors } from './stack/advisors.ts';
import { applyMigrations } from './stack/migrations.ts';
import { Problem, runCommand } from './stack/problem.ts';
import { withThrowawayPostgres } from './stack/throwaway.ts';

/** npm run db:advisors: Supabase's security and performance lints on the schema that the migrations make; a warning or error fails. */
await runCommand(async () => {
  const findings = await withThrowawayPostgres(async (server) => {
    const url = await server.createDatabase('postgres');
    await applyMigrations(url);
    return runAdvisors(url);
  });
  if (findings.length > 0) {
    const lines = findings.map(
      (finding) => `  ${finding.level} ${finding.name}: ${finding.detail}\n    ${finding.remediation}`,
    );
    throw new Problem(`Supabase's advisors object to ${findings.length} things:\n\n${lines.join('\n')}`);
  }
  console.log("Supabase's security and performance advisors report nothing at warn or above.");
});
