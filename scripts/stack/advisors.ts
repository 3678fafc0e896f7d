import { z } from 'zod';
import { Problem } from './problem.ts';
import { runTool } from './tools.ts';

const report = z.object({
  results: z.array(z.object({ name: z.string(), level: z.string(), detail: z.string(), remediation: z.string() })),
});

export type Finding = z.infer<typeof report>['results'][number];

/** What Supabase's security and performance lints object to at warn or above in this database. */
export async function runAdvisors(url: string): Promise<Finding[]> {
  const result = await runTool('supabase', [
    'db',
    'advisors',
    `--remote=${url}`,
    '--level',
    'warn',
    '--output-format',
    'json',
  ]);
  if (result.exitCode !== 0) throw new Problem(`supabase db advisors failed: ${result.stderr.trim()}`);
  return report.parse(JSON.parse(result.stdout)).results;
}
