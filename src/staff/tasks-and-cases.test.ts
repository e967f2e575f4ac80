import { expect, it } from 'vitest';
import { staffActor } from '../../test/support/actor.ts';
import { onSampledEngines } from '../../test/support/sampled-engines.ts';
import { manualClock } from '../kernel/clock.ts';
import { seededRandom } from '../kernel/random.ts';
import { createWorld } from '../kernel/world.ts';
import { createInstitution } from '../members/institution.ts';
import { openCaseByStaff } from './case-work.ts';
import { openCases } from './cases.ts';
import { disputeEntry, questionEntry } from './dispute-entry.ts';
import { openTasks } from './tasks.ts';

const clock = manualClock('2026-11-24T03:00:00Z');
const world = createWorld({ clock, random: seededRandom('staff') });

onSampledEngines('tasks and cases', (db) => {
  const create = async (slug: string, settings: object = {}) =>
    db().transaction(async (tx) =>
      createInstitution(tx, world, {
        slug,
        name: 'Riverside',
        zone: 'America/Chicago',
        currency: 'USD',
        settings,
      }),
    );

  it('date disputes by their own calendar, with references that don’t look like codes', async () => {
    const institution = await create('cases');
    const memberId = world.ids.next();
    // Three in the morning in UTC is the evening before in Chicago.
    const opened = await db().transaction(async (tx) =>
      openCases(tx, world, institution, [
        { memberId, receivedAt: clock.now(), inboundKey: 'm1' },
        { memberId, receivedAt: clock.now() },
      ]),
    );
    expect(new Set(opened.map(({ reference }) => reference)).size).toBe(2);
    for (const { reference, due, provisionalDue } of opened) {
      expect(reference).toMatch(/^D-1123-\d{4}$/);
      expect(reference).not.toMatch(/[A-Z0-9]{6}/);
      expect(due.toString()).toBe('2026-12-08');
      expect(provisionalDue.toString()).toBe('2027-01-07');
    }
  });

  it('find references for more than nine thousand disputes of a day', async () => {
    const institution = await create('crowded');
    await db().query(
      `insert into cases (institution_id, reference, member_id, kind, state, received_at, due_on, provisional_due_on, business_days)
        select $1, 'D-1123-' || n, $2, 'dispute', 'open', $3, '2026-12-08', '2027-01-07', '12345' from generate_series(1000, 9999) n`,
      [institution.id, world.ids.next(), clock.now()],
    );
    const [one] = await openCases(db(), world, institution, [
      { memberId: world.ids.next(), receivedAt: clock.now() },
    ]);
    expect(one?.reference).toMatch(/^D-1123-\d{5}$/);
  });

  it('count a dispute from the first text that may have reported it, and close its task', async () => {
    const institution = await create('notices');
    const memberId = world.ids.next();
    const notice = (daysAgo: number, inboundKey: string) => ({
      kind: 'possible_error' as const,
      subject: 'Possible notice of error',
      memberId,
      inboundKey,
      detail: inboundKey,
      at: clock.now(),
      receivedAt: clock.now().subtract({ hours: 24 * daysAgo }),
    });
    await openTasks(db(), world, institution, [notice(3, 'first'), notice(1, 'again')]);
    const [opened] = await openCases(db(), world, institution, [
      { memberId, receivedAt: clock.now(), inboundKey: 'ok' },
    ]);
    expect(opened?.receivedAt).toEqual(clock.now().subtract({ hours: 72 }));
    const rows = await db().query<{ state: string; case: string; key: string }>(
      `select t.state, t.case_reference as case, c.inbound_key as key from tasks t
        join cases c on c.institution_id = t.institution_id and c.reference = t.case_reference
        where t.institution_id = $1`,
      [institution.id],
    );
    expect(rows).toEqual([{ state: 'done', case: opened?.reference, key: 'first' }]);
  });

  it('join the open dispute about the same entry, and keep the words of both', async () => {
    const institution = await create('joined');
    const memberId = world.ids.next();
    const about = { accountId: world.ids.next(), sequence: 7n };
    const asked = { institution, memberId, about };
    const first = await disputeEntry(db(), world, { ...asked, words: 'Not me' });
    const again = await disputeEntry(db(), world, { ...asked, words: 'I found more' });
    expect(again).toEqual({ reference: first.reference, already: true });
    const question = { ...asked, words: 'What is this?', subject: 'A member asks' };
    const { reference: task } = await questionEntry(db(), world, question);
    const made = await openCaseByStaff(db(), world, {
      institution,
      actor: staffActor('ann', 'a question'),
      from: { task },
      transfer: { newAccount: false, pointOfSale: false, outsideUs: false },
    });
    expect(made.reference).toBe(first.reference);
    const [row] = await db().query<{ words: string; state: string; case: string }>(
      `select c.words, t.state, t.case_reference as case from cases c
        join tasks t on t.institution_id = $1 and t.reference = $2 where c.institution_id = $1`,
      [institution.id, task],
    );
    expect(row).toEqual({
      words: 'Not me\n2026-11-24T03:00:00Z I found more\n2026-11-24T03:00:00Z What is this?',
      state: 'done',
      case: first.reference,
    });
  });

  it('do not duplicate an open task', async () => {
    const institution = await create('tasks');
    const [maya, sam] = [world.ids.next(), world.ids.next()];
    const ask = (memberId: string) => ({
      kind: 'agent' as const,
      subject: 'A member asks for a person',
      memberId,
      at: clock.now(),
    });
    const [first, again, other] = await openTasks(db(), world, institution, [
      ask(maya),
      ask(maya),
      ask(sam),
    ]);
    expect(first?.reference).toMatch(/^T-1123-\d{4}$/);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    await db().query(
      `update tasks set state = 'done' where institution_id = $1 and reference = $2`,
      [institution.id, first?.reference],
    );
    expect(await openTasks(db(), world, institution, [ask(maya)])).not.toEqual([first]);
  });

  it('add new details to an open task, except to one that stands alone', async () => {
    const institution = await create('wishes');
    const wish = (detail: string) => ({
      kind: 'agent' as const,
      subject: 'A member asks for a person',
      memberId: '019abc00-0000-7000-8000-000000000001',
      detail,
      at: clock.now(),
    });
    const stop = { ...wish('stop check 1050'), onItsOwn: true as const };
    const opened = await openTasks(db(), world, institution, [
      wish('AGENT'),
      wish('it is about my loan'),
      wish('AGENT'),
      stop,
      stop,
    ]);
    expect(new Set(opened.map(({ reference }) => reference)).size).toBe(3);
    const rows = await db().query<{ detail: string }>(
      'select detail from tasks where institution_id = $1 order by detail',
      [institution.id],
    );
    expect(rows.map(({ detail }) => detail)).toEqual([
      'AGENT\nit is about my loan',
      'stop check 1050',
      'stop check 1050',
    ]);
  });
});
