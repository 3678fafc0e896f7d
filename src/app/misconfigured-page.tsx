/** Stands in for the app when the build does not know where Supabase is; plain, because nothing else could be loaded. */
export function MisconfiguredPage({ problems }: { problems: readonly string[] }) {
  return (
    <main
      style={{ maxWidth: 560, margin: '15vh auto', padding: 24, fontFamily: 'system-ui, sans-serif', lineHeight: 1.5 }}
    >
      <title>Not configured · Quorum</title>
      <h1>Quorum is not connected to a database yet</h1>
      <p>These settings are missing or malformed:</p>
      <ul>
        {problems.map((name) => (
          <li key={name}>
            <code>{name}</code>
          </li>
        ))}
      </ul>
      <p>
        On your own machine, start the app with <code>npm start</code>, which sets them. For a hosted Supabase project,
        set both before <code>npm run build</code>: the project’s URL and its publishable key.
      </p>
    </main>
  );
}
