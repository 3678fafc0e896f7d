import { expectAccessible } from '../commands/accessibility.ts';
import { openClinic } from '../commands/clinic.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { Shell } from '../pages/shell.ts';

const QUESTIONS = [
  { id: 'sleep', type: 'text', text: 'How did you sleep?' },
  { id: 'urge', type: 'scale', text: 'How strong was the urge?', min: 0, max: 10 },
];

test('org admin: orders questions by keyboard, and is told before overwriting what somebody else has saved', async ({
  page,
}) => {
  const shell = new Shell(page);
  const clinic = await openClinic();
  const { client } = clinic.people.org_admin;
  const { data: set } = await client
    .from('pm_question_sets')
    .insert({
      organization_id: clinic.id,
      title: 'Evening',
      scoring: 'none',
      questions: QUESTIONS,
      bands: [],
      materials: [],
    })
    .select('id')
    .single()
    .throwOnError();
  const saveElsewhere = (changes: { title?: string; description?: string }) =>
    client.rpc('pm_save_question_set', { question_set_id: set.id, changes }).throwOnError();
  const changed = page.getByRole('alert').filter({ hasText: 'Changed by somebody else' });

  await test.step('Given the editor, When the second question is moved up by keyboard, Then it is the first', async () => {
    await signInAs(page, clinic, 'org_admin');
    await shell.open(clinic, `pm/question-sets/${set.id}/edit`);
    await page.getByRole('button', { name: 'More for question 2' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Move up' }).press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Question 2 is now question 1 of 2.' })).toBeAttached();
    await expect(page.getByText('Nobody has answered version 1 yet, so it is changed as it is.')).toBeVisible();
    await expect(changed).toHaveCount(0);
  });

  await test.step('When somebody else saves the set, Then the editor says so, and keeps what was typed', async () => {
    await saveElsewhere({ description: 'Asked at eight.' });
    await expect(changed).toContainText('Saving replaces them with yours.');
    await expectAccessible(page);
  });

  await test.step('When it is saved again and this window has not heard of it, Then saving is refused, and told what it would replace', async () => {
    const reading = '**/rest/v1/pm_question_sets?**';
    await page.route(reading, () => new Promise<void>(() => {}));
    await saveElsewhere({ description: 'Asked at nine.' });
    const refusal = page.waitForResponse(/pm_save_question_set/);
    await page.getByRole('button', { name: 'Save changes' }).click();
    expect((await refusal).status()).toBe(409);
    // What has waited goes on now.
    await page.unroute(reading);
    await expect(page.getByText('Somebody else has saved this question set since you')).toBeVisible();
    await expect(changed).toContainText('Saving replaces them with yours.');
  });

  await test.step('When it is archived meanwhile, Then the form stays, and saving is refused in words', async () => {
    await client.rpc('pm_delete_question_set', { question_set_id: set.id }).throwOnError();
    await expect(changed).toContainText('This set was archived while you edited it.');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByText('There is no such question set in your organizations.')).toBeVisible();
  });

  await test.step('When it is restored, Then what was typed can be saved', async () => {
    await client.rpc('pm_restore_question_set', { question_set_id: set.id }).throwOnError();
    await expect(changed).toContainText('Saving replaces them with yours.');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(shell.toast('Evening was saved.')).toBeVisible();
    await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('How strong was the urge?');
  });
});
