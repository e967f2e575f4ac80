import { beforeAll, describe, expect, it } from 'vitest';
import { consoleOver } from '../../../../test/support/console.ts';
import { openTestDatabase } from '../../../../test/support/engines.ts';
import { startService, type Service } from '../../../../test/support/service.ts';
import { rehearseDrafts } from '../../../conversation/rehearse-drafts.ts';
import { ledgerCore } from '../../../core/local/ledger-core.ts';
import { present } from '../../../kernel/assert.ts';
import type { StaffRole } from '../../../kernel/vocabulary/principal.ts';
import { loadInstitution } from '../../../members/institution.ts';
import { indexMessages } from '../../../messages/search/index-messages.ts';

describe('settings and texts', () => {
  let service: Service;
  let bank: ReturnType<typeof consoleOver>;
  let db: Awaited<ReturnType<typeof openTestDatabase>>;
  let institutionId: number;
  beforeAll(async () => {
    db = await openTestDatabase('pglite');
    service = await startService(db, { people: 2 });
    const { world, fixture } = service;
    institutionId = fixture.institution.id;
    bank = consoleOver({ db, world, keyring: fixture.keyring, institutionId });
    for (const text of ['zasta 7', 'zasta 7', '#bal 7']) await service.say(0, text);
    await indexMessages(db, { institutionId, rounds: 10 });
    return async () => db[Symbol.asyncDispose]();
  });
  const read = async (path: string, role: StaffRole = 'supervisor') => {
    const response = await bank.get(role, path);
    expect([path, response.status]).toEqual([path, 200]);
    return response.text();
  };
  /** Posts a form, and gives the path to which it leads. */
  const post = async (path: string, form: Readonly<Record<string, string>> = {}) => {
    const response = await bank.post('supervisor', path, form);
    expect([path, response.status]).toEqual([path, 303]);
    return response.headers.get('location') ?? '';
  };
  const now = async () => present(await loadInstitution(db, institutionId), 'it exists');
  const rehearse = async (draft: string) => {
    await post(`${draft}/rehearse`);
    const running = await bank.get('supervisor', draft);
    expect(running.headers.get('refresh')).toBe('3');
    expect(await running.text()).toContain('<progress');
    await rehearseDrafts(db, { core: ledgerCore, world: service.world, institutionId });
    return read(draft);
  };

  it('takes a word that was not understood by one click, tries it, and makes it live by two', async () => {
    const unknown = await read('/settings/unknown');
    expect(unknown).toContain('zasta #');
    expect(unknown).toContain('value="zasta"');
    const draft = await post('/settings/put/word', {
      from: 'unknown',
      word: 'zasta',
      command: 'balance',
      draft: '',
    });
    expect(draft).toMatch(/^\/settings\/drafts\/[0-9a-f-]{36}$/);
    expect(await read(draft)).toContain('words.add.balance');
    const tried = await rehearse(draft);
    expect(tried).toContain('#,###.## available');
    expect(tried).toContain('balance: #bal #');
    expect(tried).not.toContain('1,000.00');
    // Who sees no messages sees the figures alone.
    expect(await read(draft, 'admin')).not.toContain('balance: #bal #');
    await post(`${draft}/live`, { why: 'members say so' });
    const list = await read('/approvals', 'compliance');
    const path = /\/approvals\/[A-Z]-\d{4}-\d{4}/.exec(list)?.[0] ?? '';
    expect(await read(path, 'compliance')).toContain('words.add.balance');
    await bank.post('compliance', `${path}/approve`);
    expect((await now()).settings.words.add?.balance).toEqual(['zasta']);
    expect(await read(draft)).toContain('It became version');
  });

  it('shows the history, and drafts the way back', async () => {
    const history = await read('/settings/history');
    expect(history).toContain('words.add.balance');
    const draft = await post('/settings/undo', { version: '1' });
    const page = await read(draft);
    expect(page).toContain('<del>zasta</del>');
    expect(await post(`${draft}/drop`)).toBe('/settings/drafts');
  });

  it.each([
    ['limits', { of: 'limits', perTransfer: '1500.00', perDay: '4000' }, '$1,500.00'],
    ['hours', { en: 'Mon-Fri 8-5', es: 'lun-vie 8-5', fr: 'lun-ven 8-17' }, 'lun-vie 8-5'],
    ['closure', { day: '2026-12-24', reason: 'Christmas Eve' }, 'Christmas Eve'],
    ['opening', { day: '2026-12-26', reason: 'loan fair' }, 'loan fair'],
    ['rule', { day: '2027-01-04', weekday_1: 'yes', weekday_6: 'yes' }, 'weekdays'],
    ['languages', { offer_en: 'yes', offer_fr: 'yes', first: 'fr' }, 'fr, en'],
    ['colors', { main: '#123456', onMain: '#ffffff' }, '12.7 to 1'],
    ['other', { name: 'historyCount', value: '7' }, 'historyCount'],
    ['answer', { topic: 'fees', language: 'en', text: 'Ask at the counter.' }, 'at the counter'],
  ])('puts %s into a draft', async (kind, form, expected) => {
    const draft = await post(`/settings/put/${kind}`, form);
    expect(await read(draft)).toContain(expected);
    await post(`${draft}/drop`);
  });

  it('says what is wrong, and makes no draft', async () => {
    const refused = async (kind: string, form: Readonly<Record<string, string>>) =>
      post(`/settings/put/${kind}`, form);
    expect(await refused('colors', { main: '#ffe600', onMain: '#000000' })).toBe('/settings');
    expect(await refused('limits', { of: 'limits', perDay: 'much' })).toBe('/settings');
    expect(await refused('other', { name: 'phone', value: '{' })).toBe('/settings');
    expect(await refused('other', { name: 'nothing', value: '1' })).toBe('/settings');
    expect(await refused('closure', { day: '2020-01-01', reason: 'late' })).toBe('/settings');
    const page = await read('/settings');
    expect(page).not.toContain('Drafts that wait');
  });

  it('shows all settings, and no form to who only reads', async () => {
    expect(await read('/settings')).toContain('action="/settings/put/word"');
    expect(await read('/settings', 'auditor')).not.toContain('/settings/put/');
    expect((await bank.get('service', '/settings')).status).toBe(403);
    const draft = await bank.post('auditor', '/settings/put/word', {
      word: 'zuzzo',
      command: 'balance',
    });
    expect(draft.headers.get('location')).toBe('/settings');
    expect(await read('/settings/drafts', 'auditor')).not.toContain('by auditor one');
  });
});
