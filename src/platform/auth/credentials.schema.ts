import * as z from 'zod';

const email = z.string().trim().pipe(z.email('Enter an e-mail address, such as name@clinic.org'));
const newPassword = z
  .string()
  .min(8, 'Use at least 8 characters')
  // bcrypt, which Supabase Auth uses, ignores what comes after.
  .max(72, 'Use at most 72 characters');

export const signInSchema = z.object({ email, password: z.string().min(1, 'Enter your password') });

export const signUpSchema = z.object({
  full_name: z.string().trim().min(1, 'Enter your name').max(200, 'Use at most 200 characters'),
  email,
  password: newPassword,
});

export const forgotPasswordSchema = z.object({ email });

export const resetPasswordSchema = z
  .object({ password: newPassword, repeated: z.string() })
  .refine(({ password, repeated }) => password === repeated, {
    path: ['repeated'],
    message: 'The two passwords differ',
  });
