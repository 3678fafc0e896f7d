import type { Locator, Page } from '@playwright/test';

interface Newcomer {
  fullName: string;
  email: string;
  password: string;
}

/** The pages before an organization is open: sign-in, sign-up, a new password. */
export class SignInPages {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get email(): Locator {
    return this.page.getByRole('textbox', { name: 'E-mail' });
  }

  get password(): Locator {
    return this.page.getByLabel('Password', { exact: true });
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  async signUp({ fullName, email, password }: Newcomer): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Full name' }).fill(fullName);
    await this.email.fill(email);
    await this.password.fill(password);
    await this.page.getByRole('button', { name: 'Create account' }).click();
  }

  async choosePassword(password: string, repeated = password): Promise<void> {
    await this.page.getByLabel('New password', { exact: true }).fill(password);
    await this.page.getByLabel('New password again', { exact: true }).fill(repeated);
    await this.page.getByRole('button', { name: 'Set the password' }).click();
  }

  async createOrganization(name: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await this.page.getByRole('button', { name: 'Create organization' }).click();
  }
}
