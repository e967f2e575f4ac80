import { beforeAll, expect, it } from 'vitest';
import { consoleOver } from '../../../../test/support/console.ts';
import { onSampledEngines } from '../../../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../../../test/support/service.ts';

onSampledEngines('the pages of disputes', (db) => {
  let service: Service;
  let site: ReturnType<typeof consoleOver>;
  beforeAll(async () => {
    service = await startService(db(), { people: 2 });
    const { fixture, world } = service;
    site = consoleOver({
      db: db(),
      world,
      keyring: fixture.keyring,
      institutionId: fixture.institution.id,
    });
  });
  const textOf = async (path: string, role: Parameters<typeof site.get>[0] = 'service') =>
    (await site.get(role, path)).text();

  it('open one by hand from what a member said, at the institution’s time', async () => {
    const opened = await site.post('service', '/disputes', {
      number: '900001',
      receivedAt: '2026-11-20T23:50',
      note: 'called about a charge at Acme',
      why: 'the member called',
      pointOfSale: 'on',
    });
    const path = opened.headers.get('location') ?? '';
    expect(path).toMatch(/^\/disputes\/D-1120-\d{4}$/);
    const shown = await textOf(path);
    // Ten business days, with Thanksgiving between; 90 calendar days at a point of sale.
    expect(shown).toContain('Mon, Dec 7, 2026');
    expect(shown).toContain('Thu, Feb 18, 2027');
    expect(shown).toContain('called about a charge at Acme');
    expect(shown).toContain('Mon Tue Wed Thu Fri, without Federal holidays');
    const list = await textOf('/disputes');
    expect(list).toContain(path);
  });

  it('record what happened only for a reason, and show deadlines that are met', async () => {
    const path = (
      await site.post('service', '/disputes', { number: '900002', note: 'oral', why: 'said so' })
    ).headers.get('location');
    await site.post('service', `${path}/record`, {
      note: 'statement found',
      statementOn: '2026-11-01',
    });
    const shown = await textOf(path ?? '');
    expect(shown).toContain('statement found');
    expect(shown).toContain('Within 60 days of the statement');
  });

  it('ask a second person before one closes', async () => {
    const path = (
      await site.post('service', '/disputes', { number: '900002', note: 'again', why: 'said so' })
    ).headers.get('location');
    await site.post('service', `${path}/close`, { why: 'all done' });
    expect(await textOf('/approvals', 'compliance')).toContain(path?.split('/').at(-1));
  });

  it('refuse an unknown member without losing the way back', async () => {
    const refused = await site.post('service', '/disputes', {
      number: 'nobody',
      note: 'x',
      why: 'y',
    });
    expect(refused.headers.get('location')).toBe('/disputes');
    expect(refused.headers.get('set-cookie')).toContain('console_flash=');
  });

  it('are nothing for a teller', async () => {
    expect((await site.get('teller', '/disputes')).status).toBe(403);
  });
});
