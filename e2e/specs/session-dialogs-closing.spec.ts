import type { Page } from '@playwright/test';
import { startSession } from '../commands/check-in.ts';
import { type Clinic, openClinic } from '../commands/clinic.ts';
import { connect } from '../commands/connect.ts';
import { dayOfCalmWeek, todayOf } from '../commands/dates.ts';
import { createGroup, createPatient, createSession } from '../commands/records.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { SessionPage } from '../pages/session-page.ts';
import { Shell } from '../pages/shell.ts';

/** The page of a session that runs, come to from the list of groups. */
async function openRunning(page: Page, clinic: Clinic): Promise<string> {
  const groupId = await createGroup(clinic, { name: 'Night Owls' });
  const { id } = await startSession(clinic, groupId);
  await signInAs(page, clinic, 'facilitator');
  await new Shell(page).open(clinic, 'pm/groups');
  await expect(page.getByRole('link', { name: 'Night Owls' })).toBeVisible();
  await new SessionPage(page).open(clinic, id);
  await expect(new SessionPage(page).attendance).toBeVisible();
  return id;
}

/** Holds back the answers to requests like this until the function that is answered is called. */
async function holdBack(page: Page, requests: RegExp, then: 'answer' | 'abort'): Promise<() => void> {
  let goOn = () => {};
  const released = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route(requests, async (route) => {
    await released;
    await (then === 'answer' ? route.continue() : route.abort());
  });
  return goOn;
}

test('notes closed while they are saved: the answer closes nothing else', async ({ page }) => {
  const clinic = await openClinic();
  const shell = new Shell(page);
  const session = new SessionPage(page);
  const id = await openRunning(page, clinic);
  const goOn = await holdBack(page, /rest\/v1\/pm_group_schedule\?.*select=approval_status/, 'answer');
  await session.button('Add').click();
  const dialog = page.getByRole('dialog', { name: 'Notes' });
  await dialog.getByRole('textbox', { name: 'Notes' }).fill('A quiet evening');
  const sent = page.waitForRequest((request) => request.method() === 'PATCH');
  await dialog.getByRole('button', { name: 'Save notes' }).click();
  await sent;
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  goOn();
  await expect(shell.toast('The notes are saved.')).toBeVisible();
  await expect(page.getByText('A quiet evening')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/pm/sessions/${id}$`));
});

test('a drop-in dialog closed while it books: the refusal is told all the same', async ({ page }) => {
  const clinic = await openClinic();
  const shell = new Shell(page);
  const session = new SessionPage(page);
  await createPatient(clinic, 'Dora', 'Dropin');
  await openRunning(page, clinic);
  const goOn = await holdBack(page, /rpc\/pm_book_drop_in/, 'abort');
  const sent = page.waitForRequest(/rpc\/pm_book_drop_in/);
  await session.addDropIn('drop', 'Dora Dropin');
  await sent;
  await page.goBack();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  goOn();
  await expect(shell.toast('The server cannot be reached.')).toBeVisible();
  await expect(session.attendance).toBeVisible();
});

test('a page left while its session starts: the refusal is told all the same', async ({ page }) => {
  const clinic = await openClinic();
  const shell = new Shell(page);
  const id = await createSession(clinic, {
    group_definition_id: await createGroup(clinic, { name: 'Night Owls' }),
    session_date: todayOf(clinic.timezone),
    start_time: '00:00',
    end_time: '23:59',
  });
  await signInAs(page, clinic, 'facilitator');
  await new SessionPage(page).open(clinic, id);
  const goOn = await holdBack(page, /rpc\/pm_start_session/, 'abort');
  const sent = page.waitForRequest(/rpc\/pm_start_session/);
  await new SessionPage(page).button('Start').click();
  await sent;
  await page.getByRole('link', { name: 'Groups', exact: true }).first().click();
  await expect(page).toHaveURL(/\/pm\/groups$/);
  goOn();
  await expect(shell.toast('The server cannot be reached.')).toBeVisible();
});

test('a rejection whose session was approved meanwhile: what is typed stays, and it is said', async ({ page }) => {
  const clinic = await openClinic();
  const { org_admin: ada, facilitator: fay } = clinic.people;
  const groupId = await createGroup(clinic, {
    name: 'Night Owls',
    facilitator_id: fay.userId,
    session_approval_required: true,
  });
  const client = await connect();
  await client.auth.signInWithPassword({ email: fay.email, password: fay.password });
  const { data: session } = await client
    .from('pm_group_schedule')
    .insert({
      organization_id: clinic.id,
      group_definition_id: groupId,
      session_date: dayOfCalmWeek(clinic.timezone, 3),
      start_time: '10:00',
      end_time: '11:00',
    })
    .select('id')
    .single()
    .throwOnError();
  await signInAs(page, clinic, 'org_admin');
  await new Shell(page).open(clinic, 'pm/approvals');
  await page.getByRole('button', { name: /^Reject/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Reject session' });
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The room is painted');
  await ada.client.rpc('pm_approve_session', { session_id: session.id }).throwOnError();
  await expect(page.getByText('Nothing waits for approval')).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toHaveValue('The room is painted');
  await dialog.getByRole('button', { name: 'Reject session' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByRole('button', { name: 'Decide later' }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/\/pm\/approvals$/);
});
