import { beforeAll, describe, expect, it } from 'vitest';
import { consoleOver } from '../../../../test/support/console.ts';
import { openTestDatabase } from '../../../../test/support/engines.ts';
import { startService, type Service } from '../../../../test/support/service.ts';
import type { StaffRole } from '../../../kernel/vocabulary/principal.ts';
import { sendNoticesToMany } from '../../../notices/many/send-many.ts';

const id = '0b1a86bd-0000-4000-8000-000000000001';
const form = {
  name: 'Closing',
  text_en: 'The Main Street office is closed on December 24.\nHappy holidays.',
  text_es: 'La oficina cierra el 24 de diciembre.',
  text_fr: 'L’agence est fermée le 24 décembre.',
  channel_x: 'yes',
  channel_sms: 'yes',
  numbers: '900001, 900002\n900003;77',
  pace: '2',
};

describe('the pages of notices to many', () => {
  let service: Service;
  let bank: ReturnType<typeof consoleOver>;
  let db: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeAll(async () => {
    db = await openTestDatabase('pglite');
    service = await startService(db, { people: 4 });
    const { world, fixture } = service;
    const { keyring, institution } = fixture;
    bank = consoleOver({ db, world, keyring, institutionId: institution.id });
    return async () => db[Symbol.asyncDispose]();
  });
  const read = async (role: StaffRole, path: string) => {
    const answer = await bank.get(role, path);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.text();
  };

  it('is empty at first, and says what a notice is for', async () => {
    expect(await read('auditor', '/notices')).toContain('No notice yet');
    expect(await read('auditor', '/notices')).not.toContain('/notices/new');
    expect((await bank.get('teller', '/notices')).status).toBe(403);
  });

  it('loses nothing of a form that is refused', async () => {
    const wrong = await bank.post('supervisor', `/notices/${id}`, {
      ...form,
      text_en: 'You have $20 in your account',
    });
    expect(wrong.status).toBe(422);
    const again = await wrong.text();
    expect(again).toContain('You have $20 in your account');
    expect(again).toContain('“$20”');
    expect(again).toContain('900003;77');
    expect((await bank.get('supervisor', `/notices/${id}`)).status).toBe(404);
  });

  it('saves, counts, prices and previews', async () => {
    const saved = await bank.post('supervisor', `/notices/${id}`, form);
    expect(saved.headers.get('location')).toBe(`/notices/${id}`);
    const page = await read('supervisor', `/notices/${id}`);
    expect(page).toContain('SMS: 1 segment');
    expect(page).toContain('$0.05');
    expect(page).toContain('Numbers that name no member: 77 (1 in all)');
    expect(page).toContain('Ask for approval');
    expect(await read('supervisor', `/notices/${id}/edit`)).toContain('Happy holidays.');
    expect(await read('service', `/notices/${id}`)).not.toContain('/send');
  });

  it('is sent after a second person’s yes, shows how far it is, and is stopped', async () => {
    await bank.post('supervisor', `/notices/${id}/send`, { why: 'holiday' });
    const [row] = await db.query<{ reference: string }>('select reference from staff_approvals');
    const approval = await read('compliance', `/approvals/${row?.reference}`);
    expect(approval).toContain('Happy holidays.');
    expect(approval).toContain('$0.05');
    await bank.post('compliance', `/approvals/${row?.reference}/approve`);
    const { world, fixture } = service;
    const { keyring, institution } = fixture;
    expect(
      await sendNoticesToMany(db, { world, institution, keyring, paused: async () => {} }),
    ).toBe(2);
    const page = await read('auditor', `/notices/${id}`);
    expect(page).toContain('data-refresh');
    const script = /src="([^"]*notices\.js[^"]*)"/.exec(page)?.[1] ?? '';
    expect((await bank.get('auditor', script)).status).toBe(200);
    expect(page).toContain('0 of 3 done');
    await bank.post('service', `/notices/${id}/stop`, { why: 'wrong day' });
    const stopped = await read('auditor', `/notices/${id}`);
    expect(stopped).toContain('by service one');
    expect(stopped).not.toContain('data-refresh');
    expect(await read('auditor', '/notices')).toContain('Stopped');
    expect((await bank.get('supervisor', `/notices/${id}/edit`)).status).toBe(303);
  });

  it('practices with a demonstration member, under a watermark', async () => {
    expect(await read('teller', '/training')).toContain('training-mark');
    const tried = await bank.post('teller', '/training', {
      text: 'how much do I have in checking',
      language: 'en',
      channel: 'x',
    });
    const page = await tried.text();
    expect(page).toContain('$1,159.33');
    expect(page).toContain('As expected');
    expect((await bank.post('teller', '/training', { text: ' ', language: 'en' })).status).toBe(
      422,
    );
  });
});
