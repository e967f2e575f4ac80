import { request } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recording } from '../../src/audit/changes/recording.ts';
import { openSession } from '../../src/access/sessions.ts';
import type { CoreAdapter, SentOrder } from '../../src/core/adapter.ts';
import { present } from '../../src/kernel/assert.ts';
import { manualClock } from '../../src/kernel/clock.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { createMetrics } from '../../src/observe/metrics.ts';
import { listen, type Listening } from '../../src/service/listen.ts';
import { openService, type Service } from '../../src/service/service.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { buildFixture, type Fixture, testKeyring } from '../support/fixture.ts';
import { foreignCore, type ForeignCore } from '../support/foreign-core.ts';
import { morning } from '../support/service.ts';

type Place = 'ours' | 'theirs' | 'third' | 'unknown';

/** One service, four institutions: our own ledger, two other cores, and a core that nobody connected. */
onGuardedEngines('a service of several cores', (db) => {
  const clock = manualClock(morning);
  const world = createWorld({ clock });
  let closing: AsyncDisposableStack;
  let service: Service;
  let listening: Listening;
  let fixtures: Record<Place, Fixture>;
  let cores: Record<'theirs' | 'third', ForeignCore>;
  let messages = 0;
  let suffix = 0;

  beforeEach(async () => {
    closing = new AsyncDisposableStack();
    await db().query('delete from core_orders');
    suffix += 1;
    // An institution that nobody signed, beside one that is, would not be served.
    const recorded = recording(db(), { world, keyringOf: () => testKeyring() });
    const place = async (name: Place, core?: string) =>
      buildFixture(recorded, world, {
        slug: `${name}-${suffix}`,
        people: 2,
        settings: {
          publicUrl: `https://${name}-${suffix}.example`,
          ...(core === undefined ? {} : { core }),
        },
      });
    fixtures = {
      ours: await place('ours'),
      theirs: await place('theirs', 'symphony'),
      third: await place('third', 'granite'),
      unknown: await place('unknown', 'nobody'),
    };
    cores = {
      theirs: foreignCore(fixtures.theirs, clock),
      third: foreignCore(fixtures.third, clock),
    };
    service = closing.use(
      await openService({
        db: db(),
        world,
        keyring: fixtures.ours.keyring,
        logger: silentLogger,
        metrics: createMetrics(),
        adapters: {
          symphony: ofOne(cores.theirs, fixtures.theirs),
          granite: ofOne(cores.third, fixtures.third),
        },
        portal: { publicUrl: 'https://bank.example', proxies: 0 },
      }),
    );
    listening = closing.use(await listen(service.app.fetch, { host: '127.0.0.1', port: 0 }));
  });
  afterEach(async () => closing.disposeAsync());

  const say = async (place: Place, text: string) => {
    messages += 1;
    const { institution, members } = fixtures[place];
    const { outcome, text: reply } = await service.conversation.take({
      institutionId: institution.id,
      channel: 'x',
      externalId: `two-cores-${messages}`,
      address: present(members[0], 'somebody lives there').address,
      text,
      sentAt: clock.now(),
      receivedAt: clock.now(),
    });
    return { outcome, reply: reply ?? '' };
  };
  const rows = async <Row>(place: Place, select: string) =>
    db().query<Row>(`${select} where institution_id = $1`, [fixtures[place].institution.id]);
  const states = async (place: Place) =>
    (await rows<{ state: string }>(place, 'select state from core_orders')).map(
      ({ state }) => state,
    );
  const replies = async (place: Place) =>
    (await rows<{ text: string }>(place, 'select text from outbound')).map(({ text }) => text);
  /** What a member who is signed in asks of the API. */
  const ask = async (place: Place, path: string, body?: object) => {
    const { institution, members, keyring } = fixtures[place];
    const { token } = await db().transaction(async (tx) =>
      openSession(
        tx,
        { world, keyring },
        {
          institutionId: institution.id,
          memberId: present(members[0], 'somebody lives there').id,
          device: 'a test',
        },
      ),
    );
    const host = new URL(institution.settings.publicUrl ?? '').host;
    return new Promise<{ status: number; body: unknown }>((resolve, reject) => {
      const asking = request(`${listening.url}/api/v1${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          host,
          cookie: `__Host-mv_session=${token}`,
          ...(body ? { 'content-type': 'application/json', origin: `https://${host}` } : {}),
        },
      });
      asking.on('error', reject);
      asking.on('response', (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: JSON.parse(Buffer.concat(pieces).toString('utf8')) as unknown,
          }),
        );
      });
      asking.end(body && JSON.stringify(body));
    });
  };
  const transfer = (nonce = world.ids.next()) => ({
    from: '7',
    to: '0',
    amount: '50.00',
    nonce,
    agreedTo: [],
  });

  it('answers a balance by message, each from its own books', async () => {
    cores.theirs.withdraw(
      present(fixtures.theirs.members[0], 'somebody lives there').checkingAccountId,
      12_345n,
    );
    expect((await say('ours', '#bal 7')).reply).toMatch(/\$1,000\.00/);
    expect((await say('theirs', '#bal 7')).reply).toMatch(/\$876\.55/);
    expect((await say('third', '#bal 7')).reply).toMatch(/\$1,000\.00/);
  });

  it('moves money by message: ours at once, others pending and then completed', async () => {
    expect((await say('ours', '#trans 50 7 0')).outcome).toBe('transferred');
    expect((await say('theirs', '#trans 50 7 0')).outcome).toBe('transfer_pending');
    expect((await say('third', '#trans 60 7 0')).outcome).toBe('transfer_pending');
    await expect.poll(async () => states('theirs')).toEqual(['posted']);
    await expect.poll(async () => states('third')).toEqual(['posted']);
    expect(await states('ours')).toEqual([]);
    expect(cores.theirs.postings).toHaveLength(1);
    expect(cores.third.postings).toHaveLength(1);
    expect((await replies('theirs')).at(-1)).toMatch(/^Moved \$50\.00, .* Receipt FC-1/);
    expect((await replies('third')).at(-1)).toMatch(/^Moved \$60\.00, .* Receipt FC-1/);
    // Nothing of it is in our ledger, and theirs says what stands now.
    expect(await rows('theirs', `select 1 from transactions`)).toEqual(
      await rows('third', `select 1 from transactions`),
    );
    expect((await say('theirs', '#bal 7')).reply).toMatch(/\$950\.00/);
    expect((await say('ours', '#bal 7')).reply).toMatch(/\$950\.00/);
  });

  it('shows and moves money on the site, each in its own books', async () => {
    cores.theirs.withdraw(
      present(fixtures.theirs.members[0], 'somebody lives there').checkingAccountId,
      10_000n,
    );
    const available = async (place: Place) => {
      const { body } = await ask(place, '/shares');
      return JSON.stringify(body);
    };
    expect(await available('theirs')).toContain('"900.00"');
    expect(await available('ours')).toContain('"1000.00"');
    expect((await ask('ours', '/transfers', transfer())).body).toMatchObject({ state: 'posted' });
    const nonce = world.ids.next();
    expect((await ask('theirs', '/transfers', transfer(nonce))).body).toMatchObject({
      state: 'pending',
      receipt: null,
    });
    await expect.poll(async () => states('theirs')).toEqual(['posted']);
    expect((await ask('theirs', '/transfers', transfer(nonce))).body).toMatchObject({
      state: 'posted',
      already: true,
      from: { available: '850.00' },
    });
    expect(cores.theirs.postings).toHaveLength(1);
    expect(await states('ours')).toEqual([]);
  });

  it('never takes our ledger for a core that is not connected', async () => {
    expect((await say('unknown', '#bal 7')).reply).not.toMatch(/\$/);
    const { outcome, reply } = await say('unknown', '#trans 50 7 0');
    expect([outcome, reply]).toEqual(['books_away', expect.stringMatching(/^Nothing was done/)]);
    expect((await ask('unknown', '/transfers', transfer())).status).toBe(503);
    expect(await states('unknown')).toEqual([]);
  });

  it('serves ours while another core hangs', async () => {
    cores.theirs.behavior = { fetch: async () => new Promise(() => {}) };
    const slow = say('theirs', '#bal 7');
    expect((await say('ours', '#bal 7')).reply).toMatch(/\$1,000\.00/);
    expect((await say('third', '#trans 5 7 0')).outcome).toBe('transfer_pending');
    expect((await slow).reply).not.toMatch(/\$/);
  });

  /** Another institution's accounts must never reach this core. */
  function ofOne(core: ForeignCore, { institution }: Fixture): CoreAdapter {
    const check = (id: number) => {
      if (id !== institution.id) throw new Error('asked of the wrong core');
    };
    return {
      ...core,
      fetch: async (id, needs, signal) => {
        check(id);
        return core.fetch(id, needs, signal);
      },
      send: async (order: SentOrder, signal) => {
        check(order.institutionId);
        return core.send(order, signal);
      },
    };
  }
});
