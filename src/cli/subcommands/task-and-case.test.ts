import { expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../../test/support/engines.ts';
import { buildFixture } from '../../../test/support/fixture.ts';
import { present } from '../../kernel/assert.ts';
import { createWorld } from '../../kernel/world.ts';
import { openTasks } from '../../staff/tasks.ts';
import { caseSubcommand } from './case.ts';
import { taskSubcommand } from './task.ts';

it('staff find open work, turn a notice into a case and close it, with who and why', async () => {
  let said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  await using db = await openTestDatabase();
  const world = createWorld();
  const { institution, members } = await buildFixture(db, world, { people: 1 });
  const memberId = present(members[0], 'the person lives in the fixture').id;
  const now = world.clock.now();
  const today = now.toZonedDateTimeISO(institution.zone).toPlainDate();
  const [notice, urgent] = await openTasks(db, world, institution, [
    {
      kind: 'possible_error',
      subject: 'Possible notice of error',
      detail: 'someone stole 50 dollars',
      memberId,
      at: now,
      receivedAt: now,
      dueOn: today.add({ days: 9 }),
    },
    { kind: 'agent', subject: 'Stop a check', memberId, at: now, urgent: true },
  ]);
  const task = present(notice, 'it was opened').reference;
  const run = async (subcommand: typeof taskSubcommand, ...words: string[]) => {
    said = '';
    expect(await subcommand.run([...words, '--database', db.url ?? ''])).toBe(0);
    return said;
  };
  const who = ['--who', 'ann', '--why', 'asked at the branch'];

  const list = await run(taskSubcommand, 'list');
  expect(list.indexOf(urgent?.reference ?? '-')).toBeLessThan(list.indexOf(task));
  expect(list).toMatch(/URGENT/);
  expect(list).toContain(`${today.add({ days: 9 }).toString()} (9 days)`);
  await expect(taskSubcommand.run(['take', task, '--database', db.url ?? ''])).rejects.toThrow(
    /--who/,
  );
  expect(await run(taskSubcommand, 'take', task, ...who)).toContain('is taken by ann');
  expect(await run(taskSubcommand, 'show', task)).toMatch(
    /someone stole 50 dollars[^]*ann +task taken +asked at the branch/,
  );
  const opened = await run(caseSubcommand, 'open', task, '--new-account', ...who);
  const reference = /D-\d{4}-\d{4,5}/.exec(opened)?.[0] ?? '';
  expect(await run(taskSubcommand, 'show', task)).toContain(`became case ${reference}`);
  await expect(
    caseSubcommand.run(['open', task, '--database', db.url ?? '', ...who]),
  ).rejects.toThrow(`it became case ${reference}`);
  const day = today.toString();
  await run(caseSubcommand, 'note', reference, '--credited', day, '--no-new-account', ...who);
  expect(await run(caseSubcommand, 'list')).toMatch(/notify of the credit/);
  const account = ['--transfer-on', day, '--first-deposit', day];
  expect(await run(caseSubcommand, 'note', reference, ...account, ...who)).toContain('Recorded');
  const sent = today.subtract({ days: 61 }).toString();
  await run(caseSubcommand, 'note', reference, '--statement', sent, ...who);
  expect(await run(caseSubcommand, 'show', reference)).toMatch(
    /new account[^]*the notice came more than 60 days later/,
  );
  for (const words of [
    ['list', '--credited', day],
    ['show', reference, '--note', 'x'],
    ['note', reference, '--member', '900001', ...who],
    ['note', reference, '--transfer-on', day, ...who],
    ['close', reference, '--outcome', 'maybe', ...who],
    ['list', reference],
    ['show'],
  ])
    await expect(caseSubcommand.run([...words, '--database', db.url ?? ''])).rejects.toThrow();
  expect(await run(caseSubcommand, 'show', reference)).toMatch(
    /decide, or give provisional credit +\S+ +20\d\d[^]*creditedOn: 20/,
  );
  await expect(
    caseSubcommand.run(['note', reference, '--decided', 'soon', ...who]),
  ).rejects.toThrow(/--decided must be a day such as/);
  await expect(
    caseSubcommand.run(['close', reference, '--database', db.url ?? '', ...who]),
  ).rejects.toThrow(/not decided/);
  const end = [
    '--credit-told',
    day,
    '--decided',
    day,
    '--outcome',
    'no-error',
    '--told',
    day,
  ].concat(['--withdrawal-told', day]);
  expect(await run(caseSubcommand, 'close', reference, ...end, ...who)).toContain('is closed');
  expect(await run(caseSubcommand, 'list')).not.toContain(reference);
  expect(await run(caseSubcommand, 'list', '--all')).toContain(reference);
});
