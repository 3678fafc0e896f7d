import { createHmac } from 'node:crypto';
import { inject } from 'vitest';
import { z } from 'zod';
import type { Client } from './api.ts';

export interface RawRequest {
  method?: string;
  /** JWT of a session; the publishable key when left out. */
  token?: string;
  /** The publishable key when left out; null sends none. */
  apiKey?: string | null;
  headers?: Record<string, string>;
  /** Sent as it is when a text, else as JSON. */
  body?: unknown;
}

const refusal = z.object({
  code: z.string().optional(),
  message: z.string().optional(),
  details: z.string().nullish(),
  hint: z.string().nullish(),
});

export interface RawResponse {
  status: number;
  /** Parsed JSON; the text when it is none. */
  body: unknown;
  text: string;
  headers: Headers;
  /** The body as PostgREST words a refusal; empty fields where it is none. */
  refusal: z.infer<typeof refusal>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A request that no library has made well-formed, to a path under the API's address. */
export async function rawRequest(path: string, request: RawRequest = {}): Promise<RawResponse> {
  const { url, publishableKey } = inject('api');
  const headers = new Headers({ 'content-type': 'application/json' });
  if (request.apiKey !== null) headers.set('apikey', request.apiKey ?? publishableKey);
  if (request.token !== undefined) headers.set('authorization', `Bearer ${request.token}`);
  for (const [name, header] of Object.entries(request.headers ?? {})) headers.set(name, header);
  const response = await fetch(`${url}${path}`, {
    method: request.method ?? (request.body === undefined ? 'GET' : 'POST'),
    headers,
    body: request.body === undefined || typeof request.body === 'string' ? request.body : JSON.stringify(request.body),
  });
  const text = await response.text();
  const body = parse(text);
  return {
    status: response.status,
    body,
    text,
    headers: response.headers,
    refusal: refusal.safeParse(body).data ?? {},
  };
}

/** The access token of the person who is signed in with this client. */
export async function tokenOf(client: Client): Promise<string> {
  const { data } = await client.auth.getSession();
  if (data.session === null) throw new Error('Nobody is signed in');
  return data.session.access_token;
}

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A JWT with these claims, signed with this secret. */
export function forgeToken(claims: Record<string, unknown>, secret: string, algorithm = 'HS256'): string {
  const content = `${encode({ alg: algorithm, typ: 'JWT' })}.${encode(claims)}`;
  const signature = algorithm === 'none' ? '' : createHmac('sha256', secret).update(content).digest('base64url');
  return `${content}.${signature}`;
}
