import { beforeAll, expect, it } from 'vitest';
import { staffPerson } from '../../../test/support/console.ts';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { createRecordingCarrier } from '../../../test/support/scripted-carriers.ts';
import { sendingTests } from '../../../test/support/sending.ts';
import { staffRequest } from '../../../test/support/staff-request.ts';
import { recording } from '../../audit/changes/recording.ts';
import { openPostgres } from '../../database/open-postgres.ts';
import type { StaffRole } from '../../kernel/vocabulary/principal.ts';
import { sendNoticesToMany } from '../../notices/many/send-many.ts';
import type { StaffOperation } from '../operation.ts';
import { perform } from '../perform.ts';
import type { StaffContext } from '../request-context.ts';
import { approve } from '../staff-operations.ts';
import { discardNotice, draftNotice } from './draft-notice.ts';
import { listNotices, readNotice } from './read-notices.ts';
import { resumeNotice, sendNotice, stopNotice } from './send-notice.ts';

const people = 12;
const texts = {
  en: 'The Main Street office is closed on December 24. Call 800-522-6009.',
  es: 'La oficina de Main Street cierra el 24 de diciembre.',
  fr: 'L’agence de Main Street est fermée le 24 décembre.',
};

onSampledEngines('notices to many', (db) => {
  const { service, dispatcherOn, codeOf } = sendingTests(db, { people });
  let count = 0;
  const paused: string[] = [];
  const as = (role: StaffRole): StaffContext => ({
    ...staffRequest({ db: db(), fixture: service.fixture, world: service.world }),
    principal: staffPerson(role, service),
    why: `the ${role}’s reason`,
  });
  const institutionId = () => service.fixture.institution.id;
  const newId = () => {
    count += 1;
    return `0b1a86bd-0000-4000-8000-${String(count).padStart(12, '0')}`;
  };
  const draft = async (more: object = {}) => {
    const noticeId = newId();
    const choice = { channels: ['x'], languages: [], kinds: [], numbers: [] };
    const given = { noticeId, name: 'Closing', texts, choice, perMinute: 4, ...more };
    const { done, refused } = await perform(as('supervisor'), draftNotice, given);
    return { noticeId, notice: done?.notice, refused };
  };
  const ask = async (operation: StaffOperation, input: object) => {
    const { refused } = await perform(as('supervisor'), operation, input);
    expect(refused?.code).toBe('waits_for_approval');
    return /A-[\d-]+\d/.exec(refused?.text ?? '')?.[0] ?? '';
  };
  const begin = async (noticeId: string) => {
    const reference = await ask(sendNotice, { noticeId });
    return perform(as('compliance'), approve, { reference });
  };
  const on = (other = db()) => recording(other, { ...service, keyringOf: () => keyring() });
  const keyring = () => service.fixture.keyring;
  const run = async (other = db()) =>
    sendNoticesToMany(on(other), {
      world: service.world,
      institution: service.fixture.institution,
      keyring: keyring(),
      paused: async (_, { name }) => void paused.push(name),
    });
  const fates = async (noticeId: string) => {
    const { done } = await perform(as('auditor'), readNotice, { noticeId });
    return {
      state: done?.notice.state,
      ...Object.fromEntries((done?.progress ?? []).map((one) => [one.fate, one.count])),
    };
  };
  beforeAll(async () => {
    await db().query(
      `update members set language = 'es' where institution_id = $1 and number = '900002'`,
      [institutionId()],
    );
  });

  it('counts whom a choice reaches, and what it costs', async () => {
    const { notice } = await draft();
    expect(notice?.estimate).toMatchObject({ recipients: people, unreached: 0, minutes: 3 });
    expect(notice?.estimate.parts).toEqual([
      { channel: 'x', language: 'en', recipients: people - 1, units: 1, microdollars: 165_000 },
      { channel: 'x', language: 'es', recipients: 1, units: 1, microdollars: 15_000 },
    ]);
    const some = async (choice: object) => {
      const all = { channels: ['x'], languages: [], kinds: [], numbers: [] };
      const one = await draft({ choice: { ...all, ...choice } });
      return one.notice?.estimate;
    };
    expect(await some({ languages: ['es'] })).toMatchObject({ recipients: 1 });
    expect(await some({ kinds: ['loan'] })).toMatchObject({ recipients: 0, unreached: 0 });
    expect(await some({ channels: ['sms'] })).toMatchObject({ recipients: 0, unreached: people });
    expect(await some({ numbers: ['900001', '900003', '77', '900001'] })).toMatchObject({
      recipients: 2,
      unknown: ['77'],
      unknownCount: 1,
    });
  });

  it('waits for a decision once the database was restored, and goes on after two persons said so', async () => {
    const { noticeId } = await draft({
      choice: { channels: ['x'], languages: ['es'], kinds: [], numbers: [] },
    });
    await begin(noticeId);
    // As a backup has it: the name of the database that it was made from.
    const key = [institutionId(), noticeId];
    await db().query(
      `update notices set sent_from = sent_from || ' before' where institution_id = $1 and id = $2`,
      key,
    );
    expect([await run(), await run()]).toEqual([0, 0]);
    expect(await fates(noticeId)).toEqual({ state: 'paused', waiting: 1 });
    expect(paused).toEqual(['Closing']);
    const reference = await ask(resumeNotice, { noticeId });
    expect(await run()).toBe(0);
    await perform(as('compliance'), approve, { reference });
    expect(await run()).toBe(1);
    await perform(as('service'), stopNotice, { noticeId });
    const again = await perform(as('supervisor'), resumeNotice, { noticeId });
    expect(again.refused?.code).toBe('notice_state');
    expect(await fates(noticeId)).toMatchObject({ state: 'halted' });
  });

  it('the same form saved twice is one draft; a draft can be discarded', async () => {
    const { noticeId } = await draft();
    const choice = { channels: ['x'], languages: [], kinds: [], numbers: ['900001'] };
    const input = { noticeId, name: 'Other', texts, choice };
    await perform(as('supervisor'), draftNotice, input);
    const { done } = await perform(as('service'), listNotices, {});
    const same = done?.notices.filter(({ id }) => id === noticeId);
    expect(same).toMatchObject([{ name: 'Other', estimate: { recipients: 1 } }]);
    await perform(as('supervisor'), discardNotice, { noticeId });
    const again = await perform(as('supervisor'), draftNotice, input);
    expect(again.refused?.code).toBe('notice_state');
  });

  it.each([
    ['notice_has_figure', 'Your balance is $120'],
    ['notice_has_figure', 'Deposit 1,000 today'],
    ['notice_has_figure', 'Certificates at 4.5%'],
    ['notice_has_figure', 'Send 25 dollars'],
    ['notice_has_figure', 'About account 00012345'],
    ['notice_has_figure', 'Call 800-555-0100'],
    ['notice_has_figure', 'The card ending in **1234'],
    ['notice_has_secret', 'Your code is K7M2QX'],
    ['notice_has_link', 'See https://elsewhere.example/x'],
    ['notice_has_place', 'Hello {member}'],
    ['notice_text_missing', ' '],
    ['notice_text_long', 'word '.repeat(250)],
  ])('refuses a text: %s, %s', async (code, en) => {
    const { refused } = await draft({ texts: { ...texts, en } });
    expect(refused?.code).toBe(code);
  });

  it('allows dates, hours, our own number and our own site', async () => {
    const en =
      'Closed 12/24/2026 and 2026-12-25, open 9 am to 1 pm on the 26th. 800-522-6009, https://myvantage.example/hours';
    expect((await draft({ texts: { ...texts, en } })).refused).toBeUndefined();
  });

  it('takes two persons, who see texts, choice, count and cost', async () => {
    const { noticeId } = await draft();
    expect((await perform(as('service'), sendNotice, { noticeId })).refused?.code).toBe(
      'role_missing',
    );
    const reference = await ask(sendNotice, { noticeId });
    const own = await perform(as('supervisor'), approve, { reference });
    expect(own.refused?.code).toBe('approval_own');
    const [row] = await db().query<{ shown: unknown }>(
      'select shown from staff_approvals where institution_id = $1 and reference = $2',
      [institutionId(), reference],
    );
    expect(JSON.stringify(row?.shown)).toContain('The Main Street office is closed');
    expect(JSON.stringify(row?.shown)).toContain('$0.18');
    // A changed draft is another notice: the yes no longer fits it.
    const choice = { channels: ['x'], languages: ['es'], kinds: [], numbers: [] };
    await perform(as('supervisor'), draftNotice, { noticeId, name: 'Closing', texts, choice });
    const stale = await perform(as('compliance'), approve, { reference });
    expect(stale.refused?.code).toBe('approval_stale');
    expect((await fates(noticeId)).state).toBe('draft');
  });

  it('refuses at approval if clearly more or fewer would get it', async () => {
    const { noticeId } = await draft({
      choice: {
        channels: ['x'],
        languages: ['en'],
        kinds: [],
        numbers: ['900003', '900004', '900005'],
      },
    });
    const reference = await ask(sendNotice, { noticeId });
    const locked = `update members set locked_at = $2 where institution_id = $1 and number in ('900004', '900005')`;
    await db().query(locked, [institutionId(), service.clock.now()]);
    const { done } = await perform(as('compliance'), approve, { reference });
    expect(done).toMatchObject({ approved: false, refusal: 'notice_count_changed' });
    await db().query('update members set locked_at = null where institution_id = $1', [
      institutionId(),
    ]);
    const left = await db().query('select 1 from notice_recipients where notice_id = $1', [
      noticeId,
    ]);
    expect(left).toEqual([]);
  });

  it('reaches each once at its pace with two processes, in their language and with their code', async () => {
    const { channel, sent } = createRecordingCarrier();
    const { url } = db();
    const second = url === undefined ? undefined : await openPostgres({ url });
    const other = second ?? db();
    const { noticeId } = await draft();
    await begin(noticeId);
    const queued = await Promise.all([run(), run(other), run()]);
    expect(queued.reduce((sum, one) => sum + one, 0)).toBe(4);
    const one = dispatcherOn(channel);
    const two = dispatcherOn(channel, { on: other });
    await Promise.all([one.drain(), two.drain()]);
    expect(sent).toHaveLength(4);
    // Within the same minute nothing more is queued.
    expect(await run(other)).toBe(0);
    expect(await fates(noticeId)).toEqual({ state: 'sending', waiting: people - 4, accepted: 4 });
    for (let minute = 0; minute < 3; minute += 1) {
      service.clock.advance({ minutes: 1 });
      await Promise.all([run(), run(other)]);
      await Promise.all([one.drain(), two.drain()]);
    }
    expect(sent).toHaveLength(people);
    expect(new Set(sent.map(({ address }) => address)).size).toBe(people);
    const spanish = sent.find(({ address }) => address === service.fixture.members[1]?.address);
    expect(spanish?.text).toBe(`${texts.es} ${await codeOf(1)}`);
    expect(await fates(noticeId)).toEqual({ state: 'sent', accepted: people });
    await second?.[Symbol.asyncDispose]();
  });

  it('is stopped halfway: what has not left is withdrawn, also what a process puts back', async () => {
    const { channel, sent } = createRecordingCarrier();
    const { noticeId } = await draft();
    await begin(noticeId);
    await run();
    await dispatcherOn(channel).drain();
    service.clock.advance({ minutes: 1 });
    await run();
    // A process has claimed one of them, and the carrier turns it away.
    const [claimed] = await db().query<{ id: string }>(
      `update outbound set status = 'sending', sending_at = now(), attempts = 1 where id = (
        select o.id from outbound o join notice_recipients r on r.outbound_id = o.id
          where r.notice_id = $1 and o.status = 'queued' limit 1) returning id`,
      [noticeId],
    );
    const stopped = await perform(as('service'), stopNotice, { noticeId });
    expect(stopped.done).toMatchObject({ sent: 5, withdrawn: people - 5 });
    await db().query(`update outbound set status = 'errored' where id = $1`, [claimed?.id]);
    await run();
    await dispatcherOn(channel).drain();
    service.clock.advance({ minutes: 5 });
    await run();
    await dispatcherOn(channel).drain();
    expect(sent).toHaveLength(4);
    expect(await fates(noticeId)).toEqual({ state: 'halted', accepted: 4, withdrawn: people - 4 });
    const again = await perform(as('service'), stopNotice, { noticeId });
    expect(again.refused?.code).toBe('notice_state');
  });

  it('waits through the night and quiet hours, and sends the rest in the morning, once', async () => {
    const { channel, sent } = createRecordingCarrier();
    const { noticeId } = await draft({ perMinute: 600 });
    await db().query(
      'insert into alert_quiet (institution_id, member_id, from_minute, to_minute) values ($1, $2, 540, 720)',
      [institutionId(), service.fixture.members[4]?.id],
    );
    await begin(noticeId);
    // 11 in the morning in Chicago: the hours of one member hold until noon.
    expect(await run()).toBe(people - 1);
    // No process sent them before the night.
    const until = Temporal.Instant.from('2026-11-24T02:00:00Z');
    service.clock.advance({
      minutes: Math.ceil(service.clock.now().until(until).total('minutes')),
    });
    await dispatcherOn(channel).drain();
    expect(await run()).toBe(0);
    expect(sent).toEqual([]);
    expect(await fates(noticeId)).toEqual({ state: 'sending', waiting: people });
    // Half past seven, then half past eight.
    service.clock.advance({ hours: 11, minutes: 30 });
    expect(await run()).toBe(0);
    service.clock.advance({ hours: 1 });
    await run();
    await dispatcherOn(channel).drain();
    service.clock.advance({ hours: 4 });
    await run();
    await dispatcherOn(channel).drain();
    await run();
    expect(sent).toHaveLength(people);
    expect(new Set(sent.map(({ address }) => address)).size).toBe(people);
    expect((await fates(noticeId)).state).toBe('sent');
  });

  it('leaves out who said STOP, paused or locked since, even after it was queued', async () => {
    const { channel, sent } = createRecordingCarrier();
    const { noticeId } = await draft({ perMinute: 600 });
    await begin(noticeId);
    const address = (person: number, state: string) =>
      db().query('update addresses set state = $3 where institution_id = $1 and id = $2', [
        institutionId(),
        service.fixture.members[person]?.addressId,
        state,
      ]);
    await address(5, 'paused');
    await service.say(6, 'STOP');
    await run();
    await service.say(7, 'STOP');
    await dispatcherOn(channel).drain();
    service.clock.advance({ minutes: 2 });
    await run();
    expect(await fates(noticeId)).toEqual({
      state: 'sent',
      accepted: people - 3,
      opted_out: 2,
      unreachable: 1,
    });
    const bulletins = sent.filter(({ priority }) => priority === 'bulk');
    expect(bulletins).toHaveLength(people - 3);
  });
});
