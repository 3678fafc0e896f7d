/** The claims of a signed-in person as PostgREST hands them to Postgres in request.jwt.claims, as long as those of Supabase Auth are. */
export function claimsOf(userId: string, email: string): string {
  return JSON.stringify({
    iss: 'https://abcdefghijklmnopqrst.supabase.co/auth/v1',
    sub: userId,
    aud: 'authenticated',
    exp: 4102444800,
    iat: 1767225600,
    email,
    phone: '',
    app_metadata: { provider: 'email', providers: ['email'] },
    user_metadata: { email, email_verified: true, full_name: 'Dunmore Hollis' },
    role: 'authenticated',
    aal: 'aal1',
    amr: [{ method: 'password', timestamp: 1767225600 }],
    session_id: userId,
    is_anonymous: false,
  });
}
