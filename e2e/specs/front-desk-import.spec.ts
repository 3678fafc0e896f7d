import { expectAccessible } from '../commands/accessibility.ts';
import { type Clinic, openClinic } from '../commands/clinic.ts';
import { saveFile } from '../commands/files.ts';
import { createPatient } from '../commands/records.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { ImportPage } from '../pages/import-page.ts';

async function countPatients(clinic: Clinic): Promise<number> {
  const { count } = await clinic.people.org_admin.client
    .from('pm_patients')
    .select('id', { count: 'exact', head: true })
    .eq('organization_id', clinic.id)
    .throwOnError();
  return count ?? 0;
}

const LIST = [
  'Chart No,Surname,Given name,DOB,E-Mail,Favorite color',
  'K-1,Quintero,Marisol,1991-02-28,m.quintero@example.test,red',
  'K-2,,Nameless,1984-05-06,,blue',
  'K-3,Impossible,Ivan,1985-02-30,,',
  'K-4,Haddad,Nour,1979-03-02,,',
  'K-5,Oyelaran,Temi,,not-an-address,',
  'K-6,Berg,Anna,,,',
  'K-1,Twice,Tom,,,',
  'K-7,Nguyen,Linh,1966-12-01,,green',
].join('\n');

test('a list with broken lines: the good ones go in, the rest comes back with the reasons and goes in once mended', async ({
  page,
}) => {
  const importing = new ImportPage(page);
  const clinic = await openClinic();
  await createPatient(clinic, 'Noor', 'Haddad', { mrn: 'A-100', date_of_birth: '1979-03-02' });
  await createPatient(clinic, 'Anna', 'Berg', { mrn: 'K-6' });
  await signInAs(page, clinic, 'front_desk');
  await importing.open(clinic);

  await test.step('When the file is chosen, Then its columns are matched, and what is left out is said', async () => {
    await expectAccessible(page);
    await importing.choose('clients.csv', LIST);
    await expect(importing.step('Match the columns')).toBeVisible();
    await expect(importing.column('Chart No')).toHaveValue('mrn');
    await expect(importing.column('Surname')).toHaveValue('last_name');
    await expect(importing.column('Given name')).toHaveValue('first_name');
    await expect(importing.column('DOB')).toHaveValue('date_of_birth');
    await expect(page.getByText('Left out: Favorite color')).toBeVisible();
    await expectAccessible(page);
    await importing.checkRows.click();
  });

  await test.step('Then the preview tells of each line what will happen, and what is wrong in which column', async () => {
    await expect(importing.start).toHaveText('Import 2 patients');
    await expect(importing.row(3)).toContainText('Last name');
    await expect(importing.row(4)).toContainText('Date of birth “1985-02-30”');
    await expect(importing.row(5)).toContainText('Noor Haddad, MRN A-100');
    await expect(importing.row(6)).toContainText('E-mail “not-an-address”');
    await expect(importing.row(7)).toContainText('Here already');
    await expect(importing.row(8)).toContainText('MRN “K-1”: Line 2 has the same MRN');
    await importing.show('Cannot go in 4');
    await expect(importing.row(2)).toBeHidden();
    await expectAccessible(page);
    expect(await countPatients(clinic)).toBe(2);
  });

  const rest = await test.step('When it is imported, Then the good lines are in and the rest is a file', async () => {
    await importing.start.click();
    await expect(importing.step('The import is done')).toBeVisible();
    await expect(importing.results).toContainText('New patients2');
    await expectAccessible(page);
    expect(await countPatients(clinic)).toBe(4);
    const file = await saveFile(page, () => importing.rest.click());
    expect(file.name).toBe('clients-not-imported.csv');
    const [header, ...lines] = file.text.trimEnd().split('\r\n');
    expect(header).toBe('\uFEFFLine,Problem,Chart No,Surname,Given name,DOB,E-Mail,Favorite color');
    expect(lines.map((line) => line.split(',')[0])).toEqual(['3', '4', '5', '6', '8']);
    expect(lines[2]).toContain('Maybe the same person as Noor Haddad, MRN A-100');
    expect(lines[2]?.endsWith('K-4,Haddad,Nour,1979-03-02,,')).toBe(true);
    return file;
  });

  await test.step('When the same list is imported again, Then nobody is there twice', async () => {
    await importing.open(clinic);
    await importing.choose('clients.csv', LIST);
    await importing.checkRows.click();
    await expect(importing.row(2)).toContainText('Here already');
    await expect(page.getByText('There is nothing that could go in as it is.')).toBeVisible();
    expect(await countPatients(clinic)).toBe(4);
  });

  await test.step('When the rest is mended, Then it goes in as it came back', async () => {
    const mended = rest.text
      .replace(',,Nameless', ',Vogel,Nameless')
      .replaceAll('1985-02-30', '1985-02-28')
      .replaceAll('not-an-address', 'temi@example.test')
      .replace('K-1,Twice', 'K-8,Twice');
    await importing.open(clinic);
    await importing.choose(rest.name, mended);
    await importing.checkRows.click();
    await expect(importing.start).toHaveText('Import 4 patients');
    await importing.anotherPerson(4).check();
    await expect(importing.start).toHaveText('Import 5 patients');
    await importing.start.click();
    await expect(importing.step('The import is done')).toBeVisible();
    await expect(importing.rest).toBeHidden();
    expect(await countPatients(clinic)).toBe(9);
  });
});

test('a long list is stopped in the middle and continued: each row goes in once', async ({ page }) => {
  const importing = new ImportPage(page);
  const clinic = await openClinic();
  const rows = Array.from({ length: 450 }, (_, index) => `L-${index},Long${index},List`);
  let letGo = () => {};
  const stopPressed = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let batches = 0;
  await page.route('**/rpc/pm_import_patients', async (route) => {
    const { preview, patients } = route.request().postDataJSON();
    if (!preview) {
      batches += 1;
      // The first batch is on its way until somebody has pressed Stop.
      if (batches === 1) await stopPressed;
      expect(patients.length).toBeLessThanOrEqual(500);
    }
    await route.continue();
  });
  await signInAs(page, clinic, 'front_desk');
  await importing.open(clinic);
  await importing.choose('long.csv', ['MRN,First name,Last name', ...rows].join('\r\n'));
  await importing.checkRows.click();

  await test.step('When it is stopped, Then the batch under way goes in and nothing after it', async () => {
    await expect(importing.start).toHaveText('Import 450 patients');
    await importing.start.click();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Stopping after this batch…' })).toBeVisible();
    letGo();
    await expect(importing.step('The import was stopped')).toBeVisible();
    await expectAccessible(page);
    expect(batches).toBe(1);
    const reached = await countPatients(clinic);
    expect(reached).toBeGreaterThan(0);
    expect(reached).toBeLessThan(450);
    await expect(importing.results).toContainText(`Not reached before the stop${450 - reached}`);
  });

  await test.step('When it goes on, Then all are in, once', async () => {
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(importing.step('The import is done')).toBeVisible();
    expect(await countPatients(clinic)).toBe(450);
    await expect(importing.rest).toBeHidden();
  });
});
