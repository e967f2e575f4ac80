import { sampled } from '../support/sampled.ts';
import { beforeEach, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { onSampledEngines } from '../support/sampled-engines.ts';
import { startService, type Service } from '../support/service.ts';
import { codes } from './hard/codes.ts';
import { numbers } from './hard/numbers.ts';
import { passwords } from './hard/passwords.ts';
import { pins } from './hard/pins.ts';
import { holdsSecret, marked, tellsSecret } from './texts.ts';

/** Every fourth of the hard ones. The tests of the rules read all of them. */
const hard = [...passwords, ...pins, ...codes, ...numbers].filter((_, index) => index % 4 === 0);

onSampledEngines('what we store of people’s messages', (db) => {
  let service: Service;
  beforeEach(async () => {
    service = await startService(db(), { people: 3 });
  });
  const institutionId = () => service.fixture.institution.id;
  const personOf = (index: number) =>
    present(service.fixture.members[index], 'the person is there');
  const stranger = { channel: 'sms', address: '+13145559999' } as const;

  /** Every row of every table, as text. */
  const everything = async () => {
    const tables = await db().query<{ name: string }>(
      `select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const rows: string[] = [];
    for (const { name } of tables)
      for (const { row } of await db().query<{ row: string }>(
        `select t::text as row from ${name} t`,
      ))
        rows.push(row);
    return rows.join('\n');
  };

  it('no table contains a secret: from a member, a stranger, or in public, with a request next to it', async () => {
    const every = sampled({ all: 1, sample: 3 });
    const written = [...tellsSecret, ...holdsSecret, ...hard]
      .filter((_, index) => index % every === 0)
      .map((text) => marked(text));
    for (const { text } of written) {
      await service.say(0, text);
      await service.say(1, `there is a charge I did not make: ${text}`);
      await service.say(2, text, stranger);
      await service.say(2, text, { public: true });
    }
    const all = await everything();
    expect(all).toContain('there is a charge I did not make: ');
    // Shorter ones occur in ids and times by chance.
    const secrets = written
      .flatMap((one) => one.secrets)
      .filter((secret) => secret.length >= 7 && /[\d!]/.test(secret));
    expect(secrets.length).toBeGreaterThan(70 / every);
    expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
  }, 120_000);

  it('STOP counts from suspended and locked addresses and from strangers: nothing is queued after it', async () => {
    await db().query(
      `update addresses set state = 'suspended' where institution_id = $1 and id = $2`,
      [institutionId(), personOf(0).addressId],
    );
    await db().query('update members set locked_at = $3 where institution_id = $1 and id = $2', [
      institutionId(),
      personOf(1).id,
      service.clock.now(),
    ]);
    const said = [
      await service.say(0, 'stop vcu, wrong number'),
      await service.say(1, 'STOP, my pin is 8312'),
      await service.say(2, 'párenle, ya no quiero mensajes', stranger),
    ];
    expect(said).toMatchObject(said.map(() => ({ outcome: 'stopped' })));
    const queued = async () =>
      db().query('select purpose from outbound where institution_id = $1', [institutionId()]);
    expect(await queued()).toEqual(said.map(() => ({ purpose: 'stop_confirmation' })));
    for (const text of [
      '#bal',
      'HELP',
      'STOP',
      'français',
      'LOCK',
      'there is a charge i did not make',
      'my pin is 8312',
    ]) {
      await service.say(0, text);
      await service.say(1, text);
      await service.say(2, text, stranger);
    }
    expect(await queued()).toHaveLength(said.length);
  });
});
