import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Keys } from '../keys.ts';

/** Who listens, as Postgres is told. */
export interface Identity {
  role: 'anon' | 'authenticated' | 'service_role';
  claims: Record<string, unknown>;
  /** Milliseconds since 1970; null: never, for the two keys. */
  expiresAt: number | null;
}

/** The identity, or why there is none, in the words of hosted Realtime. */
export type Identified = { identity: Identity; refusal?: never } | { identity?: never; refusal: string };

const headerSchema = z.object({ alg: z.literal('HS256') });
const claimsSchema = z.looseObject({
  role: z.enum(['anon', 'authenticated', 'service_role']),
  exp: z.number(),
  nbf: z.number().optional(),
});
const malformed = { refusal: 'MalformedJWT: The token provided is not a valid JWT' };

function parsePart(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined;
  }
}

function isSigned(content: string, signature: string, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(content).digest();
  const given = Buffer.from(signature, 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Who holds this token: a JWT of the stack's own sign-in, or one of its keys. A missing token is the publishable key. */
export function identify(token: unknown, keys: Keys): Identified {
  if (token === undefined || token === null || token === keys.publishableKey)
    return { identity: { role: 'anon', claims: { role: 'anon' }, expiresAt: null } };
  if (token === keys.secretKey)
    return { identity: { role: 'service_role', claims: { role: 'service_role' }, expiresAt: null } };
  const [header, content, signature, ...rest] = typeof token === 'string' ? token.split('.') : [];
  if (header === undefined || content === undefined || signature === undefined || rest.length > 0) return malformed;
  if (!headerSchema.safeParse(parsePart(header)).success) return malformed;
  if (!isSigned(`${header}.${content}`, signature, keys.jwtSecret))
    return { refusal: 'JwtSignatureError: Failed to validate JWT signature' };
  const { data: claims } = claimsSchema.safeParse(parsePart(content));
  if (claims === undefined) return { refusal: 'InvalidJWTToken: Fields `role` and `exp` are required in JWT' };
  const now = Date.now() / 1000;
  if (claims.exp <= now)
    return { refusal: `InvalidJWTToken: Token has expired ${Math.ceil(now - claims.exp)} seconds ago` };
  if (claims.nbf !== undefined && claims.nbf > now) return { refusal: 'InvalidJWTToken: Token is not valid yet' };
  return { identity: { role: claims.role, claims, expiresAt: claims.exp * 1000 } };
}
