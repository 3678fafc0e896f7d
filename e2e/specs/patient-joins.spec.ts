import { expectAccessible } from '../commands/accessibility.ts';
import { personalCode, readResponses, startSession } from '../commands/check-in.ts';
import { openClinic } from '../commands/clinic.ts';
import { dayOfCalmWeek } from '../commands/dates.ts';
import { createGroup, createPatient, createSession } from '../commands/records.ts';
import { expectNoSidewaysScroll, PHONE } from '../commands/screens.ts';
import { enroll } from '../commands/seats.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { CheckInPage } from '../pages/check-in-page.ts';
import { SessionPage } from '../pages/session-page.ts';

test.use({ ...PHONE, viewport: { width: 320, height: 640 } });

const SUBMIT = '**/rpc/pm_submit_answers';

test('patient: joins by code, answers without a connection; the answers arrive once, and nothing stays on the phone', async ({
  page,
}) => {
  const checkIn = new CheckInPage(page);
  const clinic = await openClinic();
  const groupId = await createGroup(clinic, { name: 'Morning Circle' });
  const patientId = await createPatient(clinic, 'Ana', 'Lopez');
  await enroll(clinic, groupId, patientId);
  const session = await startSession(clinic, groupId, 'PHQ-9');
  const code = await personalCode(clinic, patientId);
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('quorum.check-in')));

  await test.step('Given a phone on which somebody of the clinic is signed in', async () => {
    await signInAs(page, clinic, 'facilitator');
    page.on('request', (request) => {
      if (/pm_(join|submit|session_result)/.test(request.url()))
        expect(request.headers(), 'the token of who is signed in').not.toHaveProperty('authorization');
    });
  });

  await test.step('When the link is opened, Then it says which session it is, and who answers may join', async () => {
    await checkIn.open(session.token, `?groupId=${groupId}&sessionId=${session.id}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Morning Circle');
    await expect(page.getByText(clinic.name)).toBeVisible();
    await expect(page.getByText('Is this your group?')).toHaveCount(0);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await checkIn.joinByCode(code.replace('-', '').toLowerCase());
    await expect(checkIn.screen).toHaveText('PHQ-9');
  });

  await test.step('When some are answered and the page is loaded again, Then they are still there', async () => {
    await checkIn.answer('Several days', 1);
    await page.reload();
    await expect(page.getByText('8 of 9 answered.')).toBeVisible();
    await checkIn.button('Send my answers').click();
    await expect(page.getByText('Choose one of the answers.')).toHaveCount(1);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  await test.step('When they are sent without a connection, Then that is said, also after a new start, with where to find help', async () => {
    await checkIn.answer('Several days');
    await page.route(SUBMIT, (route) => route.abort('internetdisconnected'));
    await checkIn.button('Send my answers').click();
    await expect(checkIn.screen).toHaveText('Not sent yet');
    await page.reload();
    await expect(checkIn.screen).toHaveText('Not sent yet');
    await expect(page.getByRole('link', { name: 'Call or text 988' })).toHaveAttribute('href', 'tel:988');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(await readResponses(clinic, session.id)).toEqual([]);
  });

  await test.step('When the reply gets lost and they are sent again, Then they have arrived once', async () => {
    // Before the route above, which goes on refusing: what is tried next reaches the clinic, and its reply is lost.
    await page.route(
      SUBMIT,
      async (route) => {
        await route.fetch();
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
    await expect.poll(() => readResponses(clinic, session.id)).toHaveLength(1);
    await expect(checkIn.screen).toHaveText('Not sent yet');
    await page.unroute(SUBMIT);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect(page.getByText('Your answers have arrived')).toBeVisible();
    expect((await readResponses(clinic, session.id)).map(({ score }) => score)).toEqual([9]);
  });

  await test.step('Then the own result is there, the group’s is not, and help is', async () => {
    await expect(page.getByText('Your answers add up to 9 of 27.')).toBeVisible();
    await expect(page.getByText('once three patients have answered')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Call 911' })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  await test.step('When Ana is done, Then the phone has forgotten her, and the code shows the result again', async () => {
    expect(await kept()).toEqual([]);
    await checkIn.button('Done').click();
    await expect(checkIn.screen).toHaveText('Thank you');
    expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('check-in')))).toEqual(
      [],
    );
    await checkIn.button('Somebody else checks in on this device').click();
    await checkIn.joinByCode(code);
    await expect(page.getByText('Your answers add up to 9 of 27.')).toBeVisible();
    expect(await readResponses(clinic, session.id)).toHaveLength(1);
  });
});

test('patient: what does not work is explained, with a way out', async ({ page, context, otherWindow }) => {
  const checkIn = new CheckInPage(page);
  const clinic = await openClinic();
  const { client } = clinic.people.org_admin;
  const groupId = await createGroup(clinic, { name: 'Morning Circle' });
  const session = await startSession(clinic, groupId);

  await test.step('When a link is wrong, Then it says so', async () => {
    await checkIn.open('AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    await expect(checkIn.screen).toHaveText('This link does not work');
    await expectAccessible(page);
  });

  await test.step('When an address names another session, Then the token decides, and the patient reads which session it is', async () => {
    await checkIn.open(session.token, `?groupId=${session.id}`);
    await expect(page.getByRole('note')).toContainText('It leads to Morning Circle.');
    await expectAccessible(page);
  });

  await test.step('When codes are wrong, Then the tries left are counted, and end', async () => {
    await checkIn.joinByCode('AAAA-AAAA');
    await expect(page.getByRole('alert')).toContainText('19 more tries are left');
    await expectAccessible(page);
    for (let attempt = 0; attempt < 19; attempt += 1)
      await client.rpc('pm_join_session', { token: session.token, code: 'AAAAAAAA' }).throwOnError();
    await checkIn.button('Join').click();
    await expect(page.getByRole('alert').filter({ hasText: 'Too many wrong codes' })).toContainText('try again at');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  await test.step('When a guest joins and nothing is asked, Then that is all, until something is', async () => {
    await checkIn.button('I do not have my code with me').click();
    await page.getByRole('textbox', { name: 'Your name' }).fill('<b>Gus</b>');
    await checkIn.button('Join').click();
    await expect(checkIn.screen).toHaveText('You’re checked in, <b>Gus</b>');
    await expectAccessible(page);
  });

  await test.step('When another window is opened, Then it asks whether Gus is there, and can forget him everywhere', async () => {
    const second = new CheckInPage(await context.newPage());
    await second.open(session.token);
    await expect(second.screen).toHaveText('Welcome back. Are you <b>Gus</b>?');
    await second.button('Not you? Start again').click();
    await expect(second.button('Join as guest')).toBeVisible();
    await expect(checkIn.button('Join as guest')).toBeVisible();
    await second.page.close();
  });

  await test.step('Then the facilitator takes the guest who was a mistake off the list', async () => {
    const desk = new SessionPage(otherWindow);
    await signInAs(otherWindow, clinic, 'facilitator');
    await desk.open(clinic, session.id);
    await desk.button('More about <b>Gus</b>').click();
    await otherWindow.getByRole('menuitem', { name: 'Remove from this session' }).click();
    await expect(otherWindow.getByText('<b>Gus</b> is off the list of this session.')).toBeVisible();
    await expect(desk.person('<b>Gus</b>')).toHaveCount(0);
    await expectAccessible(otherWindow);
  });

  await test.step('When the link is renewed, the session over, cancelled or not yet open, Then it says so', async () => {
    const { data: renewed } = await client.rpc('pm_renew_session_link', { session_id: session.id }).throwOnError();
    await page.reload();
    await expect(checkIn.screen).toHaveText('This link does not work');
    await client.rpc('pm_complete_session', { session_id: session.id }).throwOnError();
    await checkIn.open(renewed.share_token);
    await expect(checkIn.screen).toHaveText('This session is over');
    const later = await createSession(clinic, {
      group_definition_id: groupId,
      session_date: dayOfCalmWeek(clinic.timezone, 3),
      start_time: '09:00',
      end_time: '10:00',
    });
    const { data } = await client
      .from('pm_group_schedule')
      .select('share_token')
      .eq('id', later)
      .single()
      .throwOnError();
    await checkIn.open(data.share_token);
    await expect(checkIn.screen).toHaveText('It is not time yet');
    await expect(page.getByText('at 8:30 AM')).toBeVisible();
    await expectAccessible(page);
    await client.rpc('pm_cancel_session', { session_id: later, reason: 'Snow' }).throwOnError();
    await page.reload();
    await expect(checkIn.screen).toHaveText('This session is cancelled');
  });
});
