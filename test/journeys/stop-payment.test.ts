import { beforeAll, expect, it } from 'vitest';
import { rehearse } from '../../src/conversation/rehearse.ts';
import { present } from '../../src/kernel/assert.ts';
import { addressKey } from '../../src/members/bind-address.ts';
import { loadInstitution } from '../../src/members/institution.ts';
import { findSenders } from '../../src/members/senders.ts';
import { ledgerCore } from '../../src/core/local/ledger-core.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { startService, type Service } from '../support/service.ts';
import type { Fixture, FixtureMember } from '../support/fixture.ts';

const settings = {
  phone: '314-555-0142',
  cardLine: '314-555-0143',
  officeHours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
  closures: { '2026-12-25': 'Christmas Day' },
};

const blindIndexesOf = ({ keyring, institution }: Fixture, { address }: FixtureMember) =>
  keyring.blindIndexes('address', addressKey(institution.id, 'x', address));

/**
 * We stop no payment by message. The reply first says so, then gives a phone number that someone
 * answers now.
 */
onGuardedEngines('stopping a payment or a card', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 4, settings });
  });
  const answer = async (person: number, text: string) => (await service.say(person, text)).text;
  const tasks = async () =>
    db().query<{ subject: string; urgent: boolean; created_at: Temporal.Instant }>(
      "select subject, urgent, created_at from tasks where kind = 'agent' order by created_at, reference",
    );

  it('gives the office while it is open, and opens an urgent task with the time of receipt', async () => {
    const received = service.clock.now();
    expect(await answer(0, 'stop payment on check 1050')).toMatch(
      /^Not stopped yet\. Call 314-555-0142 now\./,
    );
    expect(await answer(0, 'freeze my card')).toMatch(
      /^This can't block your card yet\. Call 314-555-0143 now/,
    );
    expect(await answer(0, 'agent')).toMatch(/^A person will get back to you/);
    const rows = await tasks();
    expect(rows.filter(({ urgent }) => urgent)).toHaveLength(2);
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row.created_at.equals(received)).toBe(true);
    expect((await service.say(0, '#bal')).outcome).toBe('balances');
  });

  it('gives the card line on a Sunday and at night, in the member’s language', async () => {
    service.clock.advance({ days: 6 });
    expect(await answer(1, 'stop payment on check 1050')).toMatch(
      /^Not stopped yet\. Call 314-555-0143 now\./,
    );
    expect(await answer(1, 'bloquea mi tarjeta')).toMatch(/314-555-0143/);
    expect(await answer(1, 'bloque ma carte')).toMatch(/314-555-0143/);
    for (const text of ['stop payment on check 1050', 'freeze my card', 'bloque ma carte'])
      expect(await answer(1, text)).not.toMatch(/LOCK/);
  });

  it('gives the card line for a stolen card too, and does not mention LOCK', async () => {
    for (const text of ['my card was stolen', 'me robaron la tarjeta', 'carte volée'])
      expect(await answer(2, text), text).toMatch(/314-555-0143/);
  });

  it('answers a tried text as it would answer a sent one', async () => {
    const { fixture } = service;
    const person = present(fixture.members[3], 'there are four');
    const { member, address } = present(
      (
        await findSenders(db(), fixture.institution.id, [
          { channel: 'x', blindIndexes: blindIndexesOf(fixture, person) },
        ])
      )[0],
      'they are enrolled',
    );
    const institution = present(await loadInstitution(db(), fixture.institution.id), 'it exists');
    for (const text of [
      'stop payment on check 1050',
      'freeze my card',
      'bloque ma carte',
      '#bal 7',
    ]) {
      const tried = await db().transaction(async (tx) =>
        rehearse(
          tx,
          { core: ledgerCore, world: service.world },
          { institution, member, address, text, language: 'en' },
        ),
      );
      // The reply contains a reference only if we really send it.
      const sent = (await answer(3, text))?.replace(/T-\d{4}-\d{4}/, 'T-0000-0000');
      expect(tried.reply, text).toBe(sent);
    }
  });

  it('says when it opens if nobody answers now, also on a day off', async () => {
    const [institution] = await db().query<{ id: number; settings: object }>(
      'select id, settings from institutions',
    );
    const alone = { ...institution?.settings, cardLine: '' };
    await db().query('update institutions set settings = $2::jsonb where id = $1', [
      institution?.id,
      alone,
    ]);
    expect(await answer(2, 'stop payment on check 1050')).toMatch(
      /^Not stopped yet\. Call 314-555-0142 as soon as we open/,
    );
    service.clock.advance({ days: 26 });
    expect(await answer(2, 'freeze my card')).toMatch(/as soon as we open/);
    service.clock.advance({ days: 3 });
    expect(await answer(2, 'freeze my card')).toMatch(/Call 314-555-0142 now/);
  });

  it('gets an answer while the member is locked too', async () => {
    await service.say(3, 'LOCK');
    expect(await answer(3, 'freeze my card')).toMatch(/^This can't block your card yet/);
  });
});
