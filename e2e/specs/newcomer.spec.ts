import { randomUUID } from 'node:crypto';
import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { linkMailedTo } from '../commands/mail.ts';
import { expectNoSidewaysScroll, SCREENS } from '../commands/screens.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { Shell } from '../pages/shell.ts';
import { SignInPages } from '../pages/sign-in-pages.ts';

for (const { screen, options } of SCREENS) {
  test.describe(screen, () => {
    test.use(options);

    test('somebody new: signs up, creates an organization, is told what to do first, signs out', async ({ page }) => {
      const shell = new Shell(page);
      const signIn = new SignInPages(page);
      const name = `Río Claro ${randomUUID().slice(0, 8)}`;

      await test.step('Given somebody without an account at the start page', async () => {
        await page.goto('/');
        await expect(page).toHaveURL(/\/sign-in$/);
        await expectAccessible(page);
        await page.getByRole('link', { name: 'Create an account' }).click();
        await expect(shell.heading).toHaveText('Create an account');
        await expectAccessible(page);
      });

      await test.step('When the form is sent empty, Then it says what is missing', async () => {
        await page.getByRole('button', { name: 'Create account' }).click();
        await expect(page.getByText('Enter your name')).toBeVisible();
        await expect(page.getByText('Use at least 8 characters')).toBeVisible();
        await expectAccessible(page);
      });

      await test.step('When the account is made, Then an organization is asked for', async () => {
        await signIn.signUp({ fullName: 'Nina New', email: `${randomUUID()}@example.test`, password: randomUUID() });
        await expect(shell.heading).toHaveText('Create your organization');
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      });

      await test.step('When it is created, Then every page says what comes first', async () => {
        await signIn.createOrganization(name);
        await expect(page.getByRole('heading', { name: `Welcome to ${name}` })).toBeVisible();
        await expect(page).toHaveURL(/\/o\/rio-claro-[0-9a-f]{8}$/);
        await expect(page.getByRole('link', { name: 'Create the first group' })).toBeVisible();
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
        const home = page.url();
        for (const [path, words] of [
          ['groups', 'No groups yet'],
          ['patients', 'No patients yet'],
          ['schedule?view=week', 'No sessions in this week.'],
        ] as const) {
          await page.goto(`${home}/pm/${path}`);
          await expect(page.getByText(words).first()).toBeVisible();
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
        }
      });

      await test.step('When Nina signs out, Then the pages are closed to whoever comes next', async () => {
        const inside = page.url();
        await shell.signOut();
        await expect(page).toHaveURL(/\/sign-in$/);
        await page.goto(inside);
        await expect(page).toHaveURL(/\/sign-in\?next=/);
        await expect(page.getByText(name)).toHaveCount(0);
      });
    });
  });
}

test('a wrong password is refused in words; a new one is set by the link of the mail, which works once', async ({
  page,
}) => {
  const shell = new Shell(page);
  const signIn = new SignInPages(page);
  const clinic = await openClinic();
  const { email } = clinic.people.staff;
  const password = randomUUID();

  await test.step('When the password is wrong, Then the words say so and the address stays typed', async () => {
    await page.goto('/sign-in');
    await signIn.signIn(email, 'not the password');
    await expect(page.getByRole('alert')).toContainText('E-mail address or password is wrong.');
    await expect(signIn.email).toHaveValue(email);
    await expectAccessible(page);
  });

  await test.step('When a new password is asked for, Then a mail brings the link', async () => {
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await expect(shell.heading).toHaveText('Forgot your password?');
    await signIn.email.fill(email);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await expect(shell.heading).toHaveText('Check your e-mail');
    await expectAccessible(page);
  });

  const link = await linkMailedTo(email);
  await test.step('When the link is opened, Then a new password can be chosen', async () => {
    await page.goto(link);
    await expect(shell.heading).toHaveText('Choose a new password');
    await expectAccessible(page);
    await signIn.choosePassword(password, 'something else');
    await expect(page.getByText('The two passwords differ')).toBeVisible();
    await signIn.choosePassword(password);
    await expect(page).toHaveURL(new RegExp(`/o/${clinic.slug}`));
  });

  await test.step('Then the new password signs in, and the link is used up', async () => {
    await shell.signOut();
    await expect(page).toHaveURL(/\/sign-in/);
    await signIn.signIn(email, password);
    await expect(page).toHaveURL(new RegExp(`/o/${clinic.slug}`));
    await page.goto(link);
    await expect(shell.heading).toHaveText('This link no longer works');
    await expectAccessible(page);
  });
});

test('who leaves the screen alone is warned, can stay, and is signed out at last', async ({ page }) => {
  const clinic = await openClinic();
  const warning = page.getByRole('dialog', { name: 'Are you still there?' });

  await test.step('Given somebody signed in', async () => {
    await page.clock.install();
    await signInAs(page, clinic, 'front_desk');
    await page.goto('/');
    await expect(page).toHaveURL(new RegExp(`/o/${clinic.slug}$`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Home');
  });

  await test.step('When the screen is left alone for fourteen minutes, Then a warning counts the seconds', async () => {
    await page.clock.fastForward('14:10');
    await expect(warning).toContainText(/signed out in \d+ seconds/);
    await expectAccessible(page);
    await warning.getByRole('button', { name: 'Stay signed in' }).click();
    await expect(warning).toBeHidden();
  });

  await test.step('When nobody comes back, Then the session ends and says why', async () => {
    await page.clock.fastForward('16:00');
    await expect(page).toHaveURL(/\/sign-in/);
    await expect(page.getByText('You were signed out because the screen was left alone.')).toBeVisible();
    await expect(page.getByText(clinic.name)).toHaveCount(0);
    await expectAccessible(page);
  });
});

test('sign-in goes on to the page that was wanted, and never to another site', async ({ page }) => {
  const signIn = new SignInPages(page);
  const shell = new Shell(page);
  const clinic = await openClinic();
  const { email, password } = clinic.people.staff;

  await test.step('When a page inside is opened by somebody unknown, Then sign-in leads back to it', async () => {
    await shell.open(clinic, 'pm/patients?search=lop');
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    await signIn.signIn(email, password);
    await expect(page).toHaveURL(new RegExp(`/o/${clinic.slug}/pm/patients\\?search=lop$`));
    await shell.signOut();
    await expect(page).toHaveURL(/\/sign-in$/);
  });

  for (const elsewhere of ['https://evil.test/', '//evil.test/', '/\\evil.test', 'javascript:alert(1)']) {
    await test.step(`When the address asks for ${elsewhere}, Then sign-in opens the clinic instead`, async () => {
      await page.goto(`/sign-in?${new URLSearchParams({ next: elsewhere })}`);
      await signIn.signIn(email, password);
      await expect(page).toHaveURL(new RegExp(`^http://localhost:\\d+/o/${clinic.slug}$`));
      await shell.signOut();
      await expect(page).toHaveURL(/\/sign-in$/);
    });
  }
});
