type Client = typeof import('./client').supabase;

const waiting = new Set<(client: Client) => void>();
let loading: Promise<Client> | null = null;
let loaded: Client | null = null;

/** Fetches supabase-js the first time it is needed: it is a quarter of the sign-in page's weight. May be tried again. */
export function loadClient(): Promise<Client> {
  loading ??= import('./client').then(
    ({ supabase }) => {
      loaded = supabase;
      for (const tell of waiting) tell(supabase);
      return supabase;
    },
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** Tells of the client, now or as soon as it is there; answers the function that ends the waiting. */
export function whenClientLoaded(tell: (client: Client) => void): () => void {
  waiting.add(tell);
  if (loaded) tell(loaded);
  return () => waiting.delete(tell);
}
