import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../src/database/database.ts';
import type { World } from '../../src/kernel/world.ts';
import type { Fixture } from '../support/fixture.ts';
import { sessionHeaders } from './browser-session.ts';
import { publicUrl } from './carriers.ts';
import type { Person } from './person.ts';

const againMilliseconds = 250;

/** Gives a member the app on a phone. It sends a message again until the service has taken it, and reads by places. */
export async function appPerson(
  db: Database,
  {
    fixture,
    world,
    memberId,
    network,
  }: {
    readonly fixture: Fixture;
    readonly world: World;
    readonly memberId: string;
    readonly network: typeof fetch;
  },
): Promise<Person> {
  const headers = await sessionHeaders(db, { fixture, world, memberId });
  const url = `${publicUrl}/api/v1/app/messages`;
  const written: { readonly key: string; readonly at: Temporal.Instant }[] = [];
  const inbox: { readonly id: string; readonly text: string; readonly at: Temporal.Instant }[] = [];
  let last = 0;
  const refresh = async () => {
    for (;;) {
      const { messages, through, more } = await page(network, `${url}?after=${last}`, headers);
      for (const { direction, id, text, at } of messages)
        if (direction === 'out') inbox.push({ id, text, at: Temporal.Instant.from(at) });
      last = through ?? last;
      if (!more) return;
    }
  };
  return {
    memberId,
    channel: 'app',
    address: memberId,
    stops: false,
    say: async (text) => {
      const id = world.ids.next();
      written.push({ key: `app:${id}`, at: world.clock.now() });
      const body = JSON.stringify({ id, text });
      while ((await network(url, { method: 'POST', headers, body })).status !== 200)
        await pause(againMilliseconds);
      await refresh();
    },
    inbox: () => inbox,
    written: () => written,
    refresh,
  };
}

interface Page {
  readonly messages: readonly {
    readonly direction: string;
    readonly id: string;
    readonly text: string;
    readonly at: string;
  }[];
  readonly through: number | null;
  readonly more: boolean;
}

async function page(
  network: typeof fetch,
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<Page> {
  for (;;) {
    const response = await network(url, { headers });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as described by the API
    if (response.status === 200) return (await response.json()) as Page;
    await pause(againMilliseconds);
  }
}
