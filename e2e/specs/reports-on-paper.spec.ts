import { openClinic } from '../commands/clinic.ts';
import { dayOfCalmWeek } from '../commands/dates.ts';
import { createGroup, createSession } from '../commands/records.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { Shell } from '../pages/shell.ts';

test.use({ colorScheme: 'dark' });

test('org admin: prints a report from the dark scheme: black on white, whole, with what it is narrowed to', async ({
  page,
}) => {
  const shell = new Shell(page);
  const clinic = await openClinic();
  const group = await createGroup(clinic, { name: 'Morning Circle', group_type: 'iop' });
  const day = dayOfCalmWeek(clinic.timezone, 3);
  await createSession(clinic, {
    group_definition_id: group,
    session_date: day,
    start_time: '09:00',
    end_time: '10:00',
  });

  await test.step('Given the sessions of a group as a chart and as a table', async () => {
    await signInAs(page, clinic, 'org_admin');
    const { client } = clinic.people.org_admin;
    const { data: sessions } = await client.from('pm_group_schedule').select('id').throwOnError();
    for (const { id } of sessions) {
      await client.rpc('pm_cancel_session', { session_id: id, reason: 'Water damage' }).throwOnError();
    }
    await shell.open(clinic, `pm/reports?view=sessions&range=dates&from=${day}&to=${day}&group=${group}`);
    await page.getByRole('button', { name: 'Who came as a table' }).click();
    await expect(
      page
        .getByRole('img', { name: /^Two lines by week/ })
        .locator('svg')
        .first(),
    ).toBeVisible();
  });

  await test.step('When it is printed, Then nothing is cut off, and buttons are not on the paper', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    // The paper is narrower than the window for which the page was drawn.
    await page.getByRole('main').evaluate((main) => main.style.setProperty('width', '700px'));
    await expect(page.getByText('Only: Morning Circle')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
    await expect(page.getByRole('tab', { name: 'Sessions' })).toBeHidden();
    const cutOff = () =>
      page.getByRole('main').evaluate((main) => {
        const edge = main.getBoundingClientRect().right;
        const parts = [...main.querySelectorAll('table, [role="img"] > * svg')];
        return parts.map((part) => part.getBoundingClientRect().right - edge).filter((beyond) => beyond > 0);
      });
    await expect.poll(cutOff).toEqual([]);
  });

  await test.step('Then it is black on white', async () => {
    const colors = await page.evaluate(() => ({
      paper: getComputedStyle(document.body).backgroundColor,
      ink: getComputedStyle(document.querySelector('h1') ?? document.body).color,
    }));
    expect(colors).toEqual({ paper: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)' });
  });
});
