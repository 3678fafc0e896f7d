import { openClinic } from '../commands/clinic.ts';
import { dayOfCalmWeek } from '../commands/dates.ts';
import { createGroup, createSession } from '../commands/records.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { SchedulePage } from '../pages/schedule-page.ts';
import { Shell } from '../pages/shell.ts';

test('facilitator: the calendar is there in a browser that has no Temporal of its own', async ({ page }) => {
  const shell = new Shell(page);
  const schedule = new SchedulePage(page);
  await page.addInitScript(() => Reflect.deleteProperty(window, 'Temporal'));
  const clinic = await openClinic();
  const group = await createGroup(clinic, { name: 'Morning Circle' });
  const date = dayOfCalmWeek(clinic.timezone, 3);
  await createSession(clinic, {
    group_definition_id: group,
    session_date: date,
    start_time: '10:00',
    end_time: '11:00',
  });
  await signInAs(page, clinic, 'facilitator');

  await shell.open(clinic, `pm/schedule?view=week&date=${date}`);
  await schedule.session('Morning Circle').click();
  await expect(schedule.panel).toContainText('Morning Circle');
});
