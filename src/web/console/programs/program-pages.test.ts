import { beforeAll, describe, expect, it } from 'vitest';
import { consoleOver } from '../../../../test/support/console.ts';
import { openTestDatabase } from '../../../../test/support/engines.ts';
import { startService, type Service } from '../../../../test/support/service.ts';
import type { StaffRole } from '../../../kernel/vocabulary/principal.ts';

describe('programs and webhooks', () => {
  let service: Service;
  let bank: ReturnType<typeof consoleOver>;
  let db: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeAll(async () => {
    db = await openTestDatabase('pglite');
    service = await startService(db, { people: 1 });
    const { world, fixture } = service;
    bank = consoleOver({
      db,
      world,
      keyring: fixture.keyring,
      institutionId: fixture.institution.id,
    });
    return async () => db[Symbol.asyncDispose]();
  });
  const read = async (path: string, role: StaffRole = 'admin') => {
    const response = await bank.get(role, path);
    expect([path, response.status]).toEqual([path, 200]);
    return response.text();
  };
  const post = async (
    path: string,
    form: Readonly<Record<string, string>>,
    role: StaffRole = 'admin',
  ) => {
    const response = await bank.post(role, path, { why: 'the partner asked', ...form });
    return { status: response.status, to: response.headers.get('location'), response };
  };
  /** Compliance approves what waits. */
  const approve = async () => {
    const list = await read('/approvals', 'compliance');
    const path = /\/approvals\/[A-Z]-\d{4}-\d{4}/.exec(list)?.[0] ?? '';
    await bank.post('compliance', `${path}/approve`);
    return read(path, 'compliance');
  };
  const pathIn = (text: string, start: string) =>
    new RegExp(`href="(${start}/[0-9a-f-]{36})"`).exec(text)?.[1] ?? '';

  it('adds a program with two persons, shows its token once, and ends it', async () => {
    expect(await read('/programs')).toContain('No programs yet');
    const asked = await post('/programs', {
      name: 'warehouse',
      'scope-read_reports': 'on',
      operations: 'listTasks',
      days: '30',
    });
    expect([asked.status, asked.to]).toEqual([303, '/programs']);
    expect(await read('/programs')).toContain('No programs yet');
    expect(await approve()).toContain('read_reports, listTasks');
    const list = await read('/programs');
    expect(list).toContain('read_reports, listTasks');
    const path = pathIn(list, '/programs');
    expect(await read(path)).toContain('No token yet');
    const made = await post(`${path}/token`, {});
    expect(made.status).toBe(200);
    const token = /value="(tmm_program_[\w-]+)"/.exec(await made.response.text())?.[1] ?? '';
    expect(token).not.toBe('');
    const called = await bank.app.request('https://staff.bank.example/api/v1/listTasks', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(called.status).toBe(200);
    const detail = await read(path);
    expect(detail).not.toContain(token);
    expect(detail).toContain('Active');
    expect((await post(`${path}/end`, {}, 'compliance')).to).toBe(path);
    const ended = await read(path);
    expect(ended).toContain('Ended');
    expect(ended).not.toContain('Make a token');
  });

  it('adds a webhook with two persons, and lists what it was sent', async () => {
    await post('/programs/webhooks', {
      name: 'hooks',
      url: 'https://hooks.partner.example/tmm',
      'kind-posted': 'on',
      'kind-changed': 'on',
    });
    expect(await approve()).toContain('https://hooks.partner.example/tmm');
    const path = pathIn(await read('/programs/webhooks'), '/programs/webhooks');
    expect(await read(path)).toContain('No secret yet');
    const made = await post(`${path}/secret`, {});
    const secret = /value="([\w-]{20,})"/.exec(await made.response.text())?.[1] ?? '';
    expect([made.status, secret.length > 20]).toEqual([200, true]);
    expect(await read(path)).not.toContain(secret);
    const [hook] = await db.query<{ id: string }>('select id from webhooks where name = $1', [
      'hooks',
    ]);
    const now = service.world.clock.now();
    for (const [number, state] of [
      [1, 'dead'],
      [2, 'waiting'],
      [3, 'delivered'],
    ] as const)
      await db.query(
        `insert into webhook_deliveries (institution_id, webhook_id, event_number, kind, body, state, attempts, outcome, next_at, created_at, ended_at)
          values ($1, $2, $3, 'posted', '{}', $4, 8, '503', $5, $5, $6)`,
        [
          service.fixture.institution.id,
          hook?.id,
          number,
          state,
          now,
          state === 'waiting' ? null : now,
        ],
      );
    const all = await read(path);
    for (const word of ['Failed', 'Waiting', 'Delivered', '503']) expect(all).toContain(word);
    const dead = await read(`${path}?state=dead`);
    expect(dead.match(/chip-bad">Failed/g)).toHaveLength(1);
    expect(dead).not.toContain('chip-good">Delivered');
    expect((await post(`${path}/replay`, {})).to).toBe(path);
    expect(await read(`${path}?state=dead`)).toContain('Nothing here');
    expect((await post(`${path}/end`, {})).to).toBe(path);
    expect(await read(path)).not.toContain('Make a secret');
  });

  it('says what is wrong with a form, and does nothing', async () => {
    const before = await db.query('select id from staff_approvals');
    for (const [path, form] of [
      ['/programs', { name: 'x', operations: 'makeMoney', days: '30' }],
      ['/programs', { name: 'x', days: '30' }],
      ['/programs', { name: '', 'scope-read_reports': 'on' }],
      [
        '/programs/webhooks',
        { name: 'x', url: 'ftp://hooks.partner.example/', 'kind-posted': 'on' },
      ],
      ['/programs/webhooks', { name: 'x', url: 'https://hooks.partner.example/' }],
    ] as const) {
      const { to, response } = await post(path, form);
      expect(to).toBe(path);
      const flash = /^console_flash=([\w-]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1];
      const said: unknown = JSON.parse(Buffer.from(flash ?? '', 'base64url').toString());
      expect(said).toMatchObject({ kind: 'wrong' });
    }
    expect(await db.query('select id from staff_approvals')).toHaveLength(before.length);
  });

  it('shows the section to compliance, auditors and administrators, and acts to whom they belong', async () => {
    for (const role of ['teller', 'service', 'supervisor'] as const) {
      expect((await bank.get(role, '/programs')).status).toBe(403);
      expect(await (await bank.get(role, '/')).text()).not.toContain('href="/programs"');
    }
    expect(await read('/programs', 'auditor')).not.toContain('Add a program');
    expect(await read('/programs', 'admin')).toContain('Ask for approval');
    expect((await bank.get('admin', '/programs/nobody')).status).toBe(404);
    expect((await bank.get('admin', '/programs/webhooks/nobody')).status).toBe(404);
  });
});
