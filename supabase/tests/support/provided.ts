/** How tests reach the Postgres that global-setup.ts started. */
export interface ProvidedPostgres {
  port: number;
  /** Password of the roles postgres, authenticator and supabase_admin. */
  password: string;
  /** Database with all migrations applied, to clone. Nobody may connect to it. */
  template: string;
}

/** How tests reach the API that global-setup-api.ts started. */
export interface ProvidedApi {
  url: string;
  publishableKey: string;
  secretKey: string;
  jwtSecret: string;
  /** The API's database, as role `postgres`. */
  databaseUrl: string;
  /** Absolute path; mails are JSON files in its folder `mail`. */
  dataDirectory: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: ProvidedPostgres;
    api: ProvidedApi;
  }
}
