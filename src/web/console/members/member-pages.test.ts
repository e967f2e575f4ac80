import { beforeAll, expect, it } from 'vitest';
import { consoleOver } from '../../../../test/support/console.ts';
import { onSampledEngines } from '../../../../test/support/sampled-engines.ts';
import { enroll } from '../../../../test/support/fixture/enroll.ts';
import { startService, type Service } from '../../../../test/support/service.ts';
import { openCodes } from '../../../members/codes.ts';
import { verify } from '../../../ledger/verify/verify.ts';
import { messagesPart } from '../../../service/messages-part.ts';
import { recording } from '../../../audit/changes/recording.ts';
import type { StaffRole } from '../../../kernel/vocabulary/principal.ts';

onSampledEngines('the pages of members', (db) => {
  let service: Service;
  let staff: ReturnType<typeof consoleOver>;
  let phoneId = '';
  const phone = '+13145550123';
  const number = '900001';
  beforeAll(async () => {
    service = await startService(db(), { people: 3 });
    const { fixture, world } = service;
    const { institution, keyring, members } = fixture;
    staff = consoleOver({ db: db(), world, keyring, institutionId: institution.id });
    const recorded = recording(db(), { world, keyringOf: () => keyring });
    await recorded.query('update members set name = $3 where institution_id = $1 and number = $2', [
      institution.id,
      number,
      'Zoë O’Brien-Muñoz',
    ]);
    [phoneId = ''] = await db().transaction(async (tx) =>
      enroll(tx, { keyring, world, institutionId: institution.id }, [
        { memberId: members[0]?.id ?? '', channel: 'sms', address: phone, handle: '+1 ••• 0123' },
      ]),
    );
  });
  const text = async (role: StaffRole, path: string) => {
    const response = await staff.get(role, path);
    return {
      status: response.status,
      location: response.headers.get('location'),
      body: await response.text(),
    };
  };
  const reads = async () => {
    const rows = await db().query<{ what: string; who: string; why: string | null }>(
      'select what, who_name as who, why from reads where institution_id = $1 order by id',
      [service.fixture.institution.id],
    );
    return rows;
  };

  it.each([
    ['900001', 'number'],
    ['(314) 555-0123', 'phone'],
    ['+1 314 555 0123', 'phone'],
    ['@person0', 'handle'],
    ['900001 1-1', 'receipt or its number'],
  ])('finds %s by its %s', async (typed) => {
    const found = await text('teller', `/members?q=${encodeURIComponent(typed)}`);
    if (typed.includes(' 1-1')) expect(found.status).toBe(200);
    else expect(found).toMatchObject({ status: 303, location: `/members/${number}` });
  });

  it.each(['munoz zoe', 'Obri', 'ZOË', 'o’brien', 'obrien muñ'])(
    'finds the name by %s',
    async (typed) => {
      const { status, body } = await text('teller', `/members?q=${encodeURIComponent(typed)}`);
      expect(status).toBe(200);
      expect(body).toContain('Zoë O’Brien-Muñoz');
    },
  );

  it('finds nobody by another’s words, and says so', async () => {
    const { body } = await text('teller', '/members?q=zoe%20smith');
    expect(body).toContain('No member was found.');
    expect((await text('admin', '/members?q=zoe')).status).toBe(403);
  });

  it('shows a member without any code, account number or full phone, and records the look', async () => {
    const before = (await reads()).length;
    const { fixture } = service;
    const { keyring, institution } = fixture;
    const codes = await openCodes(db(), keyring, institution.id, [
      phoneId,
      fixture.members[0]?.addressId ?? '',
    ]);
    const paths = ['', '/access', '/audit', '/shares/7', '/shares/7/1'].map(
      (end) => `/members/${number}${end}`,
    );
    for (const path of [...paths, `/consent?q=${number}`]) {
      const { status, body } = await text('supervisor', path);
      expect([path, status]).toEqual([path, 200]);
      expect(body).not.toContain('3145550123');
      expect(body).not.toMatch(/314.{0,3}555/);
      for (const { code } of codes.values()) expect(body).not.toContain(code);
      expect(body).not.toContain(fixture.members[0]?.checkingAccountId ?? '?');
    }
    expect(codes.size).toBe(2);
    const noted = (await reads()).slice(before).map(({ what }) => what);
    expect(noted).toEqual(['member', 'access', 'audit', 'share', 'entry', 'consent']);
  });

  it('shows a phone number in full only with a reason, which the record has', async () => {
    const to = `/members/${number}/addresses/${phoneId}/unmask`;
    const without = await staff.post('service', to, {});
    expect(without.status).toBe(303);
    expect(await (await staff.post('teller', to, { why: 'curious' })).text()).not.toContain(phone);
    const shown = await staff.post('service', to, { why: 'Calls back about a lost card' });
    expect(await shown.text()).toContain(phone);
    expect((await reads()).at(-1)).toEqual({
      what: 'phone',
      who: 'service one',
      why: 'Calls back about a lost card',
    });
    const acts = await db().query<{ detail: object }>(
      `select detail from acts where institution_id = $1 and what = 'phone_unmasked'`,
      [service.fixture.institution.id],
    );
    expect(acts).toHaveLength(1);
    expect(JSON.stringify(acts)).not.toContain('3145550123');
  });

  it('a raised limit takes two persons who see both values; a lower one takes one', async () => {
    const to = `/members/${number}/addresses/${phoneId}`;
    const limits = { perTransfer: '50.00', perDay: '60.00', why: 'asked at the counter' };
    const own = async () => {
      const [row] = await db().query<{ perTransfer: bigint | null; perDay: bigint | null }>(
        `select per_transfer as "perTransfer", per_day as "perDay" from addresses where institution_id = $1 and id = $2`,
        [service.fixture.institution.id, phoneId],
      );
      return row;
    };
    await staff.post('service', `${to}/lower-limits`, limits);
    expect(await own()).toEqual({ perTransfer: 5000n, perDay: 6000n });
    await staff.post('service', `${to}/lower-limits`, { ...limits, perDay: '70.00' });
    await staff.post('service', `${to}/raise-limits`, {
      ...limits,
      perTransfer: '40.00',
      perDay: '70.00',
    });
    await staff.post('service', `${to}/raise-limits`, { ...limits, perDay: '9000000.00' });
    expect(await own()).toEqual({ perTransfer: 5000n, perDay: 6000n });
    await staff.post('service', `${to}/raise-limits`, { ...limits, perDay: '75.00' });
    expect(await own()).toEqual({ perTransfer: 5000n, perDay: 6000n });
    const list = await text('supervisor', '/approvals');
    const [, reference = ''] = /href="\/approvals\/(A-[\d-]+)"/.exec(list.body) ?? [];
    const detail = await text('supervisor', `/approvals/${reference}`);
    expect(detail.body).toContain('$60.00');
    expect(detail.body).toContain('$75.00');
    await staff.post('supervisor', `/approvals/${reference}/approve`);
    const decided = await db().query<{ state: string; outcome: object }>(
      'select state, outcome from staff_approvals where institution_id = $1 and reference = $2',
      [service.fixture.institution.id, reference],
    );
    expect(decided).toEqual([{ state: 'approved', outcome: null }]);
    expect(await own()).toEqual({ perTransfer: 5000n, perDay: 7500n });
    const audit = await text('auditor', `/members/${number}/audit`);
    expect(audit.body).toContain('limits_raised');
    expect(audit.body).toContain('supervisor one');
  });

  it('voids codes without showing one', async () => {
    const { keyring, institution } = service.fixture;
    const before = await openCodes(db(), keyring, institution.id, [phoneId]);
    const done = await staff.post('teller', `/members/${number}/void-codes`, { why: 'phone lost' });
    expect(done.headers.get('location')).toBe(`/members/${number}`);
    const after = await openCodes(db(), keyring, institution.id, [phoneId]);
    expect(after.get(phoneId)?.version).toBe((before.get(phoneId)?.version ?? 0) + 1);
    expect(after.get(phoneId)?.code).not.toBe(before.get(phoneId)?.code);
  });

  it('locks, and asks a second person to unlock', async () => {
    await staff.post('teller', `/members/${number}/lock`, { why: 'phone lost' });
    expect((await text('teller', `/members/${number}`)).body).toContain('Locked since');
    await staff.post('service', `/members/${number}/unlock`, { why: 'showed a license' });
    expect((await text('teller', `/members/${number}`)).body).toContain('Locked since');
  });

  it('shows each consent with the member’s words and its proof, and exports it with a reason', async () => {
    await service.say(1, 'STOP');
    const { body } = await text('service', '/consent?q=900002');
    expect(body).toContain('<q>STOP</q>');
    expect(body).toContain('Proven in batch');
    expect((await text('teller', '/consent?q=900002')).body).not.toContain('<q>STOP</q>');
    const unknown = await text('service', '/consent?q=%2B13145559999');
    expect(unknown.body).toContain('Nobody wrote from there');
    const without = await staff.post('compliance', '/consent/export', {
      text: '900002',
      format: 'csv',
    });
    expect(without.status).toBe(303);
    const file = await staff.post('compliance', '/consent/export', {
      text: '900002',
      format: 'json',
      why: 'the examiner asked',
    });
    const exported: unknown = JSON.parse(await file.text());
    expect(exported).toMatchObject({
      member: { number: '900002' },
      consents: expect.arrayContaining([
        expect.objectContaining({
          kind: 'opt_out',
          message: expect.objectContaining({
            record: 'valid',
            proof: expect.objectContaining({ proof: 'tweet-my-money proof 1' }),
          }),
        }),
      ]),
    });
    expect((await reads()).at(-1)).toMatchObject({
      what: 'consent_export',
      why: 'the examiner asked',
    });
  });

  it('the record agrees with all of it', async () => {
    const { problems } = await verify(db(), {
      institutionId: service.fixture.institution.id,
      keyring: service.fixture.keyring,
      parts: [messagesPart],
    });
    expect(problems).toEqual([]);
  });
});
