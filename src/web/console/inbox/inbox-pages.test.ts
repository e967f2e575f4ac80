import { beforeAll, describe, expect, it } from 'vitest';
import { consoleOver } from '../../../../test/support/console.ts';
import { openTestDatabase } from '../../../../test/support/engines.ts';
import { startService, type Service } from '../../../../test/support/service.ts';
import type { StaffRole } from '../../../kernel/vocabulary/principal.ts';

describe('the inbox', () => {
  let service: Service;
  let bank: ReturnType<typeof consoleOver>;
  let db: Awaited<ReturnType<typeof openTestDatabase>>;
  let id: string;
  beforeAll(async () => {
    db = await openTestDatabase('pglite');
    service = await startService(db, { people: 2 });
    const { world, fixture } = service;
    bank = consoleOver({
      db,
      world,
      keyring: fixture.keyring,
      institutionId: fixture.institution.id,
    });
    await service.say(0, '#bal 7');
    await service.say(0, 'I need a person, please');
    const list = await read('service', '/inbox');
    id = /\/inbox\/([0-9a-f-]{36})/.exec(list)?.[1] ?? '';
    return async () => db[Symbol.asyncDispose]();
  });
  const read = async (role: StaffRole, path: string) => {
    const answer = await bank.get(role, path);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.text();
  };
  const post = async (path: string, form: Readonly<Record<string, string>> = {}) =>
    bank.post('service', path, form);

  it('shows who waits, with what they said and how long', async () => {
    service.clock.advance({ minutes: 7 });
    const list = await read('service', '/inbox');
    expect(list).toContain('I need a person, please');
    expect(list).toContain('7 minutes');
  });

  it('shows the thread, and records the look', async () => {
    const thread = await read('auditor', `/inbox/${id}`);
    expect(thread).toContain('Checking 7: $1,000.00 available');
    expect(thread).toContain('Why this answer?');
    expect(thread).toContain('The member asked for a person');
    // Who only reads gets no field to write in.
    expect(thread).not.toContain('name="replyId"');
    const looks = await db.query("select who_name from reads where what = 'conversation'");
    expect(looks).toEqual([{ who_name: 'auditor one' }]);
  });

  it('takes over, writes, notes, and says that a refused reply was not sent', async () => {
    expect((await post(`/inbox/${id}/claim`)).headers.get('location')).toBe(
      `/inbox/${id}?view=mine`,
    );
    const replyId = crypto.randomUUID();
    const sent = await post(`/inbox/${id}/reply`, { replyId, text: 'How can I help?' });
    expect(sent.status).toBe(303);
    const refused = await post(`/inbox/${id}/reply`, {
      replyId: crypto.randomUUID(),
      text: 'See https://elsewhere.example/x',
    });
    expect(refused.status).toBe(422);
    const again = await refused.text();
    expect(again).toContain('See https://elsewhere.example/x');
    expect(again).toContain('Links may lead only to our own site');
    await post(`/inbox/${id}/note`, { note: 'Her account is 000123456789 at the garage' });
    const thread = await read('supervisor', `/inbox/${id}`);
    expect(thread).toContain('Service one here, a person at');
    expect(thread).toContain('at the garage');
    expect(thread).not.toContain('000123456789');
  });

  it('tells by a stamp that something changed, without reading it', async () => {
    const stamp = async () => (await bank.get('service', `/inbox/${id}/news`)).text();
    const before = await stamp();
    expect(await stamp()).toEqual(before);
    await service.say(0, 'the garage says it was not them');
    expect(await stamp()).not.toEqual(before);
  });

  it('explains an answer, and tries a text without doing it', async () => {
    const thread = await read('service', `/inbox/${id}`);
    const why = /\/inbox\/why\/[^"]+/.exec(thread)?.[0] ?? '';
    const page = await read('service', why);
    expect(page).toContain('&quot;intent&quot;:&quot;balance&quot;');
    expect(page).toMatch(/Row \d+, written/);
    const tried = await post(`/inbox/${id}/try`, { text: 'transfer 20 from 7 to 0' });
    expect(await tried.text()).toContain('transfer');
    const moved = await db.query("select 1 from transactions where key like 'rehearsal%'");
    expect(moved).toEqual([]);
  });

  it('keeps saved replies, shared and own, and fills their places', async () => {
    await post('/inbox/replies', {
      name: 'Hello',
      shared: 'yes',
      en: 'Hello {member}, this is {name}.',
    });
    await post('/inbox/replies', { name: 'Mine', en: 'Only mine.' });
    expect(await read('supervisor', '/inbox/replies')).not.toContain('Only mine.');
    const saved = await read('service', `/inbox/${id}`);
    expect(saved).toContain('Hello Person, this is service one.');
    const wrong = await post('/inbox/replies', { name: 'Bad', en: 'Go to https://a.example' });
    expect(wrong.status).toBe(303);
    expect(await read('service', '/inbox/replies')).not.toContain('https://a.example');
  });

  it('finds the conversation of a member from their number', async () => {
    const answer = await post('/inbox/write', { number: '900002' });
    expect(answer.headers.get('location')).toMatch(/^\/inbox\/[0-9a-f-]{36}\?view=mine$/);
    expect((await post('/inbox/write', { number: '1' })).status).toBe(404);
  });

  it('is not for a teller', async () => {
    expect((await bank.get('teller', `/inbox/${id}`)).status).toBe(403);
  });
});
