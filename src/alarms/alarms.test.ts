import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openMailbox, type Mailbox } from '../../test/support/mailbox.ts';
import { runJobs } from '../../test/support/run-jobs.ts';
import { onSampledEngines } from '../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { present } from '../kernel/assert.ts';
import { silentMetrics } from '../kernel/metrics.ts';
import { loadInstitution } from '../members/institution.ts';
import { findApproval, insertApproval } from '../staff/approvals/store.ts';
import { openTasks } from '../staff/tasks.ts';
import { countUndelivered, escalationOf } from './sends.ts';
import { smtpMailer } from './smtp-mailer.ts';
import { tellStaff, type AlarmDelivery } from './tell-staff.ts';

const duty = 'duty@bank.example';
const lead = 'lead@bank.example';
const deputy = 'deputy@bank.example';
const hook = 'https://hooks.bank.example/tmm';
const secret = 'a secret of more than thirty-two characters';

onSampledEngines('alarms to staff', (db) => {
  let service: Service;
  let box: Mailbox;
  const posted: { readonly headers: Headers; readonly body: string }[] = [];
  let hookAnswers = 200;

  beforeAll(async () => {
    box = await openMailbox();
    service = await startService(db(), {
      people: 2,
      settings: {
        languages: ['en', 'es', 'fr'],
        consoleUrl: 'https://staff.bank.example',
        alarms: {
          levels: [
            { minutes: 15, mail: [lead] },
            { minutes: 0, mail: [duty], webhooks: [hook] },
          ],
          deputies: [deputy],
          deputyHours: 4,
        },
      },
    });
  });
  afterAll(async () => box[Symbol.asyncDispose]());
  beforeEach(() => {
    box.mails.length = 0;
    posted.length = 0;
    box.refuses = false;
    hookAnswers = 200;
  });

  const ways = (): AlarmDelivery => ({
    mail: smtpMailer({ url: box.url, from: 'tmm@bank.example' }),
    secrets: new Map([[service.fixture.institution.slug, secret]]),
    fetch: async (url, init) => {
      expect(url).toBe(hook);
      const request = new Request(url, init);
      posted.push({ headers: request.headers, body: await request.text() });
      return new Response(null, { status: hookAnswers });
    },
    consoleUrlOf: ({ settings }) => settings.consoleUrl,
  });
  const look = async () => {
    const { world, fixture } = service;
    const institution = present(
      await loadInstitution(db(), fixture.institution.id),
      'the institution exists',
    );
    await tellStaff(db(), { world, institution, metrics: silentMetrics, ...ways() });
  };
  const open = async (subject: string, more: object = {}) => {
    const { world, fixture } = service;
    const [task] = await openTasks(db(), world, fixture.institution, [
      {
        kind: 'agent',
        subject,
        detail: 'stop check 1042 of Maya',
        urgent: true,
        onItsOwn: true,
        at: world.clock.now(),
        ...more,
      },
    ]);
    return task?.reference ?? '';
  };
  const take = async (reference: string) =>
    db().query(
      'update tasks set taken_by = $3, taken_at = $4 where institution_id = $1 and reference = $2',
      [service.fixture.institution.id, reference, 'Ann', service.clock.now()],
    );
  const told = (reference: string) =>
    box.mails.filter(({ text }) => text.includes(reference)).map(({ to }) => to);

  it('reach the first level at once, once, with a reference and no word of the member', async () => {
    const reference = await open('Stop a payment');
    await look();
    expect(told(reference)).toEqual([duty]);
    const [mail] = box.mails;
    expect(mail?.text).toContain(`https://staff.bank.example/tasks/${reference}`);
    expect(mail?.text).toContain('tmm@bank.example');
    expect(mail?.text).not.toMatch(/1042|Maya/u);
    expect(posted.map(({ body }) => JSON.parse(body).reference)).toEqual([reference]);
    await look();
    expect(told(reference)).toEqual([duty]);
    await take(reference);
  });

  it('leave by the installation’s jobs, which also end approvals that nobody decided', async () => {
    const { world, fixture, clock } = service;
    const by = { identity: '00000000-0000-7000-8000-0000000000a1', name: 'Ann' };
    const approval = await insertApproval(db(), world, act(fixture.institution, { by }));
    clock.advance({ hours: 24 });
    const reference = await open('Stop a payment');
    await runJobs({ db: db(), world, keyring: fixture.keyring, alarms: ways() });
    expect(told(reference)).toEqual([duty]);
    const found = await findApproval(db(), fixture.institution.id, approval);
    expect(found?.state).toBe('lapsed');
    await take(reference);
  });

  it('sign webhooks over the time and the body', async () => {
    const reference = await open('Block a card');
    await look();
    const { headers, body } = present(posted[0], 'it was posted');
    const [, timestamp = '', mac = ''] =
      /^t=(\d+),v1=([0-9a-f]{64})$/u.exec(headers.get('tmm-signature') ?? '') ?? [];
    expect(mac).toBe(createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex'));
    expect(Number(timestamp)).toBe(Math.floor(service.clock.now().epochMilliseconds / 1000));
    expect(JSON.parse(body)).toMatchObject({ kind: 'stop', reference, step: 0 });
    await take(reference);
  });

  it('go on to the next level while nobody takes it, and end when somebody does', async () => {
    const [left, taken] = [await open('Stop a payment'), await open('Stop another payment')];
    await look();
    await take(taken);
    service.clock.advance({ minutes: 14 });
    await look();
    expect(told(left)).toEqual([duty]);
    service.clock.advance({ minutes: 1 });
    await look();
    expect(told(left)).toEqual([duty, lead]);
    expect(told(taken)).toEqual([duty]);
    await take(left);
  });

  it('are sent once by two processes', async () => {
    const references = await Promise.all([1, 2, 3].map(async (n) => open(`Stop payment ${n}`)));
    await Promise.all([look(), look(), look()]);
    for (const reference of references) expect(told(reference)).toEqual([duty]);
    expect(posted).toHaveLength(3);
    for (const reference of references) await take(reference);
  });

  it('are tried again after a failure, which is counted until then', async () => {
    const { fixture, clock } = service;
    const undelivered = async () => countUndelivered(db(), fixture.institution.id, clock.now());
    box.refuses = true;
    hookAnswers = 503;
    const reference = await open('Stop a payment');
    await look();
    expect(told(reference)).toEqual([]);
    expect(await undelivered()).toBe(2);
    box.refuses = false;
    hookAnswers = 200;
    await look();
    expect(told(reference)).toEqual([]);
    clock.advance({ seconds: 15 });
    await look();
    expect(told(reference)).toEqual([duty]);
    expect(await undelivered()).toBe(0);
    const [first, second] = posted.map(({ headers }) => headers.get('tmm-delivery'));
    expect(second).toBe(first);
    await take(reference);
  });

  it('tell of possible notices, foreign messages, channels and acts done alone, not of other work', async () => {
    const { world, fixture } = service;
    const urgent = { urgent: false };
    const calm = await open('A member asks for a person', urgent);
    const kinds = [
      await open('May be a notice', { ...urgent, kind: 'possible_error' }),
      await open('A message left our account', { ...urgent, kind: 'alarm' }),
      await open('X refuses our access', { ...urgent, kind: 'channel' }),
    ];
    kinds.push(await insertApproval(db(), world, act(fixture.institution, {}), 'alone'));
    await look();
    for (const reference of kinds) expect(told(reference)).toEqual([duty]);
    expect(told(calm)).toEqual([]);
  });

  it('reach the deputies before the legal date of an approval that nobody decides', async () => {
    const { world, fixture, clock } = service;
    const dueAt = clock.now().add({ hours: 6 });
    const by = { identity: '00000000-0000-7000-8000-0000000000a1', name: 'Ann' };
    const reference = await insertApproval(db(), world, act(fixture.institution, { dueAt, by }));
    const calm = await insertApproval(db(), world, act(fixture.institution, { by }));
    await look();
    expect(told(reference)).toEqual([]);
    clock.advance({ hours: 2 });
    await look();
    await look();
    expect(told(reference)).toEqual([deputy]);
    expect(told(calm)).toEqual([]);
    const { id } = service.fixture.institution;
    expect(await escalationOf(db(), id, reference)).toMatchObject({ to: [deputy] });
    expect(await escalationOf(db(), id, calm)).toBeUndefined();
  });
});

function act(institution: { readonly id: number; readonly zone: string }, more: object) {
  return {
    institutionId: institution.id,
    zone: institution.zone,
    operation: 'decideDispute',
    permission: 'decide_case',
    input: {},
    shown: { subject: 'D-1123-4821', lines: [] },
    by: { name: 'the server' },
    why: 'the clock runs',
    ...more,
  };
}
