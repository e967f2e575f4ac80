import { beforeAll, describe, expect, it } from 'vitest';
import { staffActor } from '../../test/support/actor.ts';
import { onSampledEngines } from '../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { present } from '../kernel/assert.ts';
import { changeSettings, loadInstitution } from '../members/institution.ts';
import { nextClock } from './case-clocks.ts';
import { findCase, listCases } from './case-rows.ts';
import { closeCase, noteCase, openCaseByStaff } from './case-work.ts';
import { ordinary } from './clocks.ts';
import { historyOf } from './history.ts';
import { closeTask, findTask, countTasks, listTasks, noteTask, takeTask } from './task-work.ts';
import { openTasks } from './tasks.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const actor = staffActor('ann', 'my work');

onSampledEngines('staff work', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 8 });
  });
  const place = async () =>
    present(await loadInstitution(db(), service.fixture.institution.id), 'the fixture has one');
  const memberId = (person: number) => present(service.fixture.members[person], 'a person').id;
  const today = () => service.clock.now().toZonedDateTimeISO('America/Chicago').toPlainDate();
  /** Opens a notice that may report an error, some days ago. */
  const notice = async (person: number, daysAgo: number) => {
    const institution = await place();
    const at = service.clock.now();
    const receivedAt = at.subtract({ hours: 24 * daysAgo });
    const [opened] = await openTasks(db(), service.world, institution, [
      {
        kind: 'possible_error',
        subject: 'Possible notice of error',
        memberId: memberId(person),
        inboundKey: `n${person}`,
        at,
        receivedAt,
        dueOn: day('2026-12-08'),
      },
    ]);
    return present(opened, 'it was opened').reference;
  };
  const openCase = async (person: number, transfer = ordinary, writtenAsked = false) =>
    openCaseByStaff(db(), service.world, {
      institution: await place(),
      actor,
      from: { memberId: memberId(person), receivedAt: service.clock.now() },
      transfer,
      writtenAsked,
    });

  it('lists tasks: urgent first, then by due date with the days of today’s calendar', async () => {
    const institution = await place();
    const at = service.clock.now();
    const late = await notice(0, 0);
    const [plain, urgent] = await openTasks(db(), service.world, institution, [
      { kind: 'agent', subject: 'A member asks for a person', at },
      { kind: 'agent', subject: 'Stop a payment', at, urgent: true, onItsOwn: true },
    ]);
    const order = async () =>
      (await listTasks(db(), institution, { view: 'open' })).map(({ reference }) => reference);
    expect(await order()).toEqual([urgent?.reference, late, plain?.reference]);
    const second = await listTasks(db(), institution, { view: 'open', skip: 1, most: 1 });
    expect(second.map(({ reference }) => reference)).toEqual([late]);
    await takeTask(db(), service.world, { institution, reference: late, actor });
    const work = { institution, reference: late, actor: staffActor('bob', 'ann is ill') };
    expect(await takeTask(db(), service.world, work)).toBe('ann');
    await noteTask(db(), service.world, { ...work, note: 'no answer' });
    await closeTask(db(), service.world, { ...work, outcome: 'not an error' });
    expect(await findTask(db(), institution, { reference: late })).toMatchObject({
      state: 'done',
      takenBy: 'bob',
      outcome: 'not an error',
    });
    expect(await order()).not.toContain(late);
    expect((await listTasks(db(), institution, { view: 'closed' }))[0]?.reference).toBe(late);
    const mine = await listTasks(db(), institution, { view: 'mine', who: 'bob' });
    expect(mine).toEqual([]);
    expect(await countTasks(db(), institution.id, 'bob')).toMatchObject({ mine: 0, urgent: 1 });
    const history = await historyOf(db(), institution.id, late);
    expect(history.map(({ who, what }) => [who, what])).toEqual([
      ['ann', 'task_taken'],
      ['bob', 'task_taken'],
      ['bob', 'task_noted'],
      ['bob', 'task_closed'],
    ]);
    for (const again of [
      async () => closeTask(db(), service.world, { ...work, outcome: 'twice' }),
      async () => takeTask(db(), service.world, work),
      async () => noteTask(db(), service.world, { ...work, reference: 'T-0000-0000', note: 'x' }),
    ])
      await expect(again()).rejects.toMatchObject({ code: 'work_invalid' });
  });

  it('turns a task into a case with the member’s earliest notice', async () => {
    const institution = await place();
    const reference = await notice(1, 3);
    const opened = await openCaseByStaff(db(), service.world, {
      institution,
      actor,
      from: { task: reference },
      transfer: { ...ordinary, outsideUs: true },
    });
    expect(opened.receivedAt).toEqual(service.clock.now().subtract({ hours: 72 }));
    // Friday 2026-11-20: ten business days without Thanksgiving; ninety days abroad.
    expect(opened.due.toString()).toBe('2026-12-07');
    expect(opened.provisionalDue.toString()).toBe('2027-02-18');
    expect(await findTask(db(), institution, { reference })).toMatchObject({
      state: 'done',
      caseReference: opened.reference,
    });
    await expect(
      openCaseByStaff(db(), service.world, {
        institution,
        actor,
        from: { task: reference },
        transfer: ordinary,
      }),
    ).rejects.toThrow(`it became case ${opened.reference}`);
  });

  it('an OK after staff made the case opens no second one and moves no deadline', async () => {
    const institution = await place();
    const cases = async (person: number) =>
      db().query<{ received: Temporal.Instant }>(
        `select received_at as received from cases where institution_id = $1 and member_id = $2`,
        [institution.id, memberId(person)],
      );
    const ask = async () => {
      const { text } = await service.say(7, 'someone stole 50 dollars from my checking');
      const row = (await listTasks(db(), institution, { view: 'open' })).find(
        (task) => task.memberId === memberId(7),
      );
      return { ok: /OK \d{4}/.exec(text ?? '')?.[0] ?? '', task: present(row, 'it is open') };
    };
    const first = await ask();
    const opened = await openCaseByStaff(db(), service.world, {
      institution,
      actor,
      from: { task: first.task.reference },
      transfer: ordinary,
    });
    service.clock.advance({ minutes: 2 });
    const joined = await service.say(7, first.ok);
    expect(joined.text).toContain(opened.reference);
    expect(await cases(7)).toHaveLength(1);
    service.clock.advance({ minutes: 30 });
    const second = await ask();
    const work = { institution, reference: second.task.reference, actor };
    await closeTask(db(), service.world, { ...work, outcome: 'a slip: it was a question' });
    service.clock.advance({ minutes: 2 });
    expect((await service.say(7, second.ok)).text).not.toContain(opened.reference);
    const times = (await cases(7)).map(({ received }) => received.toString());
    expect(times.toSorted()).toEqual([
      opened.receivedAt.toString(),
      second.task.receivedAt?.toString(),
    ]);
  });

  it('follows a case from credit to closing, each deadline in turn', async () => {
    const institution = await place();
    const { reference } = await openCase(2);
    const note = async (changes: object) =>
      noteCase(db(), service.world, { institution, reference, actor, changes });
    const next = async () => {
      const one = present(await findCase(db(), institution, { reference, today: today() }), 'it');
      const clock = nextClock(one.clocks);
      return clock && [clock.clock, clock.dueOn.toString()];
    };
    expect(await next()).toEqual(['decide_or_credit', '2026-12-08']);
    const received = today();
    await note({ creditedOn: received });
    expect(await next()).toEqual(['tell_credit', received.add({ days: 2 }).toString()]);
    await note({ creditToldOn: received });
    expect(await next()).toEqual(['decide_at_last', '2027-01-07']);
    await note({ decidedOn: received, outcome: 'error' });
    expect(await next()).toEqual(['correct', received.add({ days: 1 }).toString()]);
    const close = async (changes: object) =>
      closeCase(db(), service.world, { institution, reference, actor, changes });
    await expect(close({})).rejects.toThrow(/not told the result.*not corrected/);
    await expect(close({ correctedOn: received.subtract({ days: 1 }) })).rejects.toThrow(
      /before the notice/,
    );
    await expect(close({ correctedOn: received.add({ days: 1 }) })).rejects.toThrow(/future/);
    const closed = await close({ correctedOn: received, resultToldOn: received });
    expect(closed.state).toBe('closed');
    expect(await next()).toBeUndefined();
    await expect(note({ newAccount: true })).rejects.toThrow(/is closed/);
    const history = await historyOf(db(), institution.id, reference);
    expect(history.map(({ what }) => what)).toEqual([
      'case_opened',
      'case_noted',
      'case_noted',
      'case_noted',
      'case_closed',
    ]);
    expect(history[1]?.detail).toEqual({ creditedOn: received.toString() });
  });

  it('owes no result to a member who withdraws the notice', async () => {
    const institution = await place();
    const { reference } = await openCase(2);
    const closed = await closeCase(db(), service.world, {
      institution,
      reference,
      actor,
      changes: { decidedOn: today(), outcome: 'withdrawn' },
    });
    expect(closed.state).toBe('closed');
    expect(nextClock(closed.clocks)).toBeUndefined();
  });

  it('honors items for five business days after withdrawing a credit', async () => {
    const institution = await place();
    const { reference } = await openCase(3);
    const at = today();
    const after = await noteCase(db(), service.world, {
      institution,
      reference,
      actor,
      changes: {
        creditedOn: at,
        creditToldOn: at,
        decidedOn: at,
        outcome: 'no_error',
        resultToldOn: at,
        withdrawalToldOn: at,
      },
    });
    const honor = after.clocks.find(({ clock }) => clock === 'honor_items');
    // Monday 2026-11-23: 24, 25, 27, 30 and December 1.
    expect([honor?.dueOn.toString(), honor?.doneOn]).toEqual(['2026-12-01', null]);
  });

  it('extends deadlines for some kinds of transfers, and owes no credit without the written confirmation', async () => {
    const institution = await place();
    const { reference } = await openCase(4, ordinary, true);
    const noted = await noteCase(db(), service.world, {
      institution,
      reference,
      actor,
      changes: { newAccount: true },
    });
    // Twenty business days without Thanksgiving; Christmas is later.
    expect(noted.dueOn.toString()).toBe('2026-12-22');
    expect(noted.provisionalDueOn.toString()).toBe('2027-02-21');
    expect(noted.clocks.map(({ clock }) => clock)).toEqual([
      'written_confirmation',
      'decide_or_credit',
      'decide_at_last',
    ]);
    const later = await findCase(db(), institution, { reference, today: day('2026-12-09') });
    expect(later?.clocks.map(({ clock }) => clock)).not.toContain('decide_or_credit');
  });

  describe('when the calendar changes', () => {
    it('a date that the member knows never moves later, and an opening moves it earlier', async () => {
      const { reference } = await openCase(5);
      const change = async (changes: object) =>
        changeSettings(db(), service.world, {
          institutionId: service.fixture.institution.id,
          changes,
          actor,
        });
      const due = async () => {
        const found = await findCase(db(), await place(), { reference, today: today() });
        return found && [nextClock(found.clocks)?.dueOn.toString(), found.businessDays];
      };
      const known = ['2026-12-08', '12345-less-federal-holidays'];
      expect(await due()).toEqual(known);
      await change({ closures: { '2026-12-04': 'moving' } });
      expect(await due()).toEqual(known);
      await change({ closures: { '2026-12-04': null } });
      await change({ businessDays: { openings: { '2026-11-28': 'open day' } } });
      expect(await due()).toEqual(['2026-12-07', '12345-less-federal-holidays']);
      const { reference: next } = await openCase(6);
      const found = await findCase(db(), await place(), { reference: next, today: today() });
      expect(found?.businessDays).toBe('12345-less-federal-holidays, open 2026-11-28');
      const listed = await listCases(db(), await place(), { today: today(), view: 'open' });
      const dues = listed.map((one) => nextClock(one.clocks)?.dueOn.toString() ?? '');
      expect(dues).toEqual(dues.toSorted());
      expect(dues.length).toBeGreaterThan(3);
    });
  });
});
