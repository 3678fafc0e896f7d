import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { createGroup } from '../commands/records.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { SessionPage } from '../pages/session-page.ts';
import { Shell } from '../pages/shell.ts';

test('a session cannot be started now by whom the group’s policy refuses, and the button says why', async ({
  page,
}) => {
  const clinic = await openClinic();
  const { org_admin: ada, facilitator: fay } = clinic.people;
  const shell = new Shell(page);
  const start = page.getByRole('button', { name: 'Start a session now' });
  const led = { facilitator_id: ada.userId, session_creation_permission: 'owner' };
  const ofAnother = await createGroup(clinic, { name: 'Night Owls', ...led });
  const approved = await createGroup(clinic, {
    name: 'Larks',
    facilitator_id: fay.userId,
    session_approval_required: true,
  });
  await signInAs(page, clinic, 'facilitator');

  await test.step('Given a group whose facilitators create its sessions, Then another one reads so at the button', async () => {
    await shell.open(clinic, `pm/groups/${ofAnother}`);
    await expect(start).toHaveAttribute('aria-disabled', 'true');
    await start.focus();
    await expect(page.getByRole('tooltip')).toHaveText('Sessions are created by the group’s facilitators.');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step('Given one that needs approval, Then not even its facilitator starts on the spot', async () => {
    await shell.open(clinic, `pm/groups/${approved}`);
    await expect(start).toHaveAttribute('aria-disabled', 'true');
    await start.hover();
    await expect(page.getByRole('tooltip')).toContainText('need approval first');
  });

  await test.step('When one is running, Then the button leads to it', async () => {
    const { data: session } = await ada.client
      .rpc('pm_start_instant_session', { group_definition_id: ofAnother })
      .throwOnError();
    await shell.open(clinic, `pm/groups/${ofAnother}`);
    await start.click();
    await page.getByRole('button', { name: 'Running: open the session of Night Owls' }).click();
    await expect(page).toHaveURL(new RegExp(`/pm/sessions/${session.id}`));
    await expect(new SessionPage(page).attendance).toBeVisible();
  });
});
