// zod's small build, as in all that the pages without a session load: its messages are only those that are given here.
import * as z from 'zod/mini';

const email = z.pipe(z.string().check(z.trim()), z.email('Enter an e-mail address, such as name@clinic.org'));
const newPassword = z.string().check(
  z.minLength(8, 'Use at least 8 characters'),
  // bcrypt, which Supabase Auth uses, ignores what comes after.
  z.maxLength(72, 'Use at most 72 characters'),
);

export const signInSchema = z.object({ email, password: z.string().check(z.minLength(1, 'Enter your password')) });

export const signUpSchema = z.object({
  full_name: z
    .string()
    .check(z.trim(), z.minLength(1, 'Enter your name'), z.maxLength(200, 'Use at most 200 characters')),
  email,
  password: newPassword,
});

export const forgotPasswordSchema = z.object({ email });

export const resetPasswordSchema = z.object({ password: newPassword, repeated: z.string() }).check(
  z.refine(({ password, repeated }) => password === repeated, {
    path: ['repeated'],
    message: 'The two passwords differ',
  }),
);
