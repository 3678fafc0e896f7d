import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { connect } from '../commands/connect.ts';
import { dayOfCalmWeek } from '../commands/dates.ts';
import { createGroup } from '../commands/records.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { SchedulePage } from '../pages/schedule-page.ts';
import { SessionDialog } from '../pages/session-dialog.ts';
import { Shell } from '../pages/shell.ts';

test('org admin: asks for approval and notice, and a facilitator’s session waits until it is approved', async ({
  page,
  otherWindow,
}) => {
  const admin = new Shell(page);
  const facilitator = new Shell(otherWindow);
  const schedule = new SchedulePage(otherWindow);
  const clinic = await openClinic();
  const { facilitator: fay } = clinic.people;
  const date = dayOfCalmWeek(clinic.timezone, 3);
  const groupId = await createGroup(clinic, { name: 'Morning Circle', facilitator_id: fay.userId });

  await test.step('Given a group whose sessions need approval and two hours of notice', async () => {
    await signInAs(page, clinic, 'org_admin');
    await admin.open(clinic, `pm/groups/${groupId}/settings`);
    await page.getByRole('switch', { name: 'New and moved sessions need approval' }).click();
    await page.getByRole('textbox', { name: 'Advance notice' }).fill('2');
    await expect(page.getByText('at least 2 hours before they start')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save policy' }).click();
    await expect(admin.toast('The session policy of Morning Circle is saved.')).toBeVisible();
  });

  await test.step('When its facilitator schedules one, Then it waits for approval and cannot be started', async () => {
    await signInAs(otherWindow, clinic, 'facilitator');
    await facilitator.open(
      clinic,
      `pm/schedule?view=week&date=${date}&dialog=new&group=${groupId}&on=${date}&from=10:00&until=11:00`,
    );
    const dialog = new SessionDialog(otherWindow);
    await expect(dialog.root).toContainText('It waits for approval by Ada Admin.');
    await dialog.schedule.click();
    await expect(facilitator.toast('It waits for approval.')).toBeVisible();
    await schedule.session('Morning Circle', 'Waits for approval').click();
    await expect(schedule.panel.getByRole('note', { name: 'Waits for approval' })).toBeVisible();
    await expect(schedule.panel.getByRole('button', { name: /^(Start|Complete|Approve)/ })).toHaveCount(0);
    await expectAccessible(otherWindow);
  });

  await test.step('When it is asked past the app, Then it waits all the same: the rule is the database’s', async () => {
    const client = await connect();
    const { error } = await client.auth.signInWithPassword({ email: fay.email, password: fay.password });
    expect(error).toBeNull();
    const { data } = await client
      .from('pm_group_schedule')
      .insert({
        organization_id: clinic.id,
        group_definition_id: groupId,
        session_date: date,
        start_time: '14:00',
        end_time: '15:00',
      })
      .select('id, approval_status')
      .single()
      .throwOnError();
    expect(data.approval_status).toBe('pending');
    const started = await client.rpc('pm_start_session', { session_id: data.id });
    expect(started.error?.message).toBe('SESSION_NOT_APPROVED');
    const decided = await client.rpc('pm_approve_session', { session_id: data.id });
    expect(decided.error?.message).toBe('PERMISSION_DENIED');
  });

  await test.step('When the admin, who is told, approves it on Home, Then the facilitator sees it', async () => {
    await expect(page.getByRole('button', { name: '2 unread notifications' })).toBeVisible();
    await admin.open(clinic, '');
    const waiting = page.getByRole('list', { name: 'Sessions that wait for approval' }).getByRole('listitem');
    await expect(waiting).toHaveCount(2);
    await expectAccessible(page);
    await waiting
      .first()
      .getByRole('button', { name: /^Approve/ })
      .click();
    await expect(waiting).toHaveCount(1);
    await expect(schedule.panel.getByRole('note', { name: 'Waits for approval' })).toHaveCount(0);
    await otherWindow.getByRole('button', { name: '1 unread notification' }).click();
    await expect(otherWindow.getByRole('dialog', { name: 'Notifications' })).toContainText(
      /Morning Circle on .*10:00.* was approved\./,
    );
  });
});
