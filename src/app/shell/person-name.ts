import * as z from 'zod/mini';

const metadataSchema = z.object({ full_name: z.string().check(z.trim(), z.minLength(1)) });

interface Person {
  user_metadata: unknown;
  email?: string | undefined;
}

/** How to call the signed-in person: the name given at sign-up, else the e-mail address. */
export function personName({ user_metadata, email }: Person): string {
  const metadata = metadataSchema.safeParse(user_metadata);
  return metadata.success ? metadata.data.full_name : (email ?? 'Unknown');
}
