import { z } from 'zod';
import { inviteMember } from '../../src/access/invitations.ts';
import { totpAt } from '../../src/access/totp.ts';
import {
  accountChannels,
  enrollableChannels,
  hostedChannels,
} from '../../src/channels/descriptors.ts';
import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import { byName } from '../../src/kernel/by-name.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { createHostedNews } from '../../src/messages/hosted/news.ts';
import type { AccountDirectory } from '../../src/messages/directory.ts';
import type { Ports } from '../../src/operations/ports.ts';
import { createApiClient, type ApiClient } from './api-client.ts';
import { openTestDatabase } from './engines.ts';
import { bankUserId } from './fixture.ts';
import { startService, type Service } from './service.ts';
import { siteOver } from './site-routes.ts';

/** The account that the directories know. */
export const apiUser = { userId: '2999999999', handle: 'apimember', name: 'Api Member' };
export const apiPassword = 'a lamp beside the harbour';

const directory: AccountDirectory = {
  userByHandle: async (handle) => (handle === apiUser.handle ? apiUser : undefined),
  follow: async () => 'following',
  watchHandle: async () => {},
};
const ports: Ports = {
  channels: [...enrollableChannels, ...hostedChannels],
  ...byName(accountChannels, () => directory),
  phones: { lookup: async () => ({ lineType: 'mobile', simChangedAt: null, reassigned: null }) },
};

/** The site with its API on its own database, and members who use it. */
export interface ApiSite {
  readonly db: Database;
  readonly service: Service;
  readonly site: ReturnType<typeof siteOver>;
  /** The operations that its clients called. */
  readonly exercised: ReadonlySet<string>;
  client(): ApiClient;
  invite(person: number): Promise<string>;
  /** A member activated with a password and an authenticator app. */
  activated(
    person: number,
  ): Promise<{ api: ApiClient; secret: string; recoveryCodes: readonly string[] }>;
}

export const withIds = z.array(z.object({ id: z.string() }));

/** The id of the first item in a list from the API. */
export function firstId(list: unknown): string {
  return present(withIds.parse(list)[0], 'there is one').id;
}

export function memberNumberOf(person: number): string {
  return String(900_001 + person);
}

export async function openApiSite(): Promise<ApiSite> {
  const db = await openTestDatabase();
  const exercised = new Set<string>();
  const service = await startService(db, {
    people: 8,
    settings: {
      ...byName(accountChannels, () => ({ userId: bankUserId, handle: 'myvcu' })),
      sms: { number: '+13145550100' },
      stepUp: { above: { x: 10_000 } },
      pushServices: ['push.example'],
    },
  });
  const { fixture, world } = service;
  const { keyring, institution } = fixture;
  const messaging = {
    take: async (message: Parameters<Service['conversation']['take']>[0]) =>
      service.conversation.take(message),
    news: createHostedNews({ db, logger: silentLogger }),
  };
  const site = siteOver(
    { db, world, keyring, institutionId: institution.id, ports },
    { messaging },
  );
  const client = () => createApiClient(site, exercised);
  const invite = async (person: number) => {
    const memberId = present(fixture.members[person], 'the person lives in the fixture').id;
    const key = { institutionId: institution.id, memberId };
    return (await inviteMember(db, { world, keyring }, key)).code;
  };
  const activated = async (person: number) => {
    const api = client();
    const code = await invite(person);
    await api.do('beginActivation', { memberNumber: memberNumberOf(person), code });
    const { totp } = z
      .object({ totp: z.object({ secret: z.string() }) })
      .parse(await api.do('readActivation'));
    const { recoveryCodes } = z.object({ recoveryCodes: z.array(z.string()) }).parse(
      await api.do('activateWithPassword', {
        password: apiPassword,
        code: totpAt(totp.secret, service.clock.now()),
      }),
    );
    service.clock.advance({ seconds: 90 });
    return { api, secret: totp.secret, recoveryCodes };
  };
  return { db, service, site, exercised, client, invite, activated };
}
