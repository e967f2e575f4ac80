import { beforeAll, expect, it } from 'vitest';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { siteOver } from '../../../test/support/site-routes.ts';
import { rememberDevice } from '../../access/known-devices.ts';
import { present } from '../../kernel/assert.ts';
import { securityHeaders } from './security-headers.ts';

onSampledEngines('a flood from one network', (db) => {
  let service: Service;
  let site: ReturnType<typeof siteOver>;
  let token: string;
  const from = '198.51.100.40';
  beforeAll(async () => {
    service = await startService(db(), { people: 1 });
    const { fixture, world } = service;
    const { keyring, institution } = fixture;
    site = siteOver({ db: db(), world, keyring, institutionId: institution.id });
    const { id: memberId } = present(fixture.members[0], 'there is one');
    const key = { institutionId: institution.id, memberId, token: undefined };
    ({ token } = await rememberDevice(db(), { world, keyring }, key));
  });
  const ask = async (address: string, device?: string) =>
    (
      await site.request('/sign-in', {
        headers: {
          'x-forwarded-for': address,
          ...(device === undefined ? {} : { cookie: `__Host-mv_device=${device}` }),
        },
      })
    ).status;

  it('blocks strangers there, but neither known browsers nor other networks', async () => {
    for (let count = 0; count < 240; count += 1) expect(await ask(from)).toBe(200);
    expect(await ask(from)).toBe(429);
    expect(await ask(from, 'x'.repeat(43))).toBe(429);
    expect(await ask(from, token)).toBe(200);
    expect(await ask('198.51.100.41')).toBe(200);
    // Requests of a known browser count too.
    const own: number[] = [];
    for (let count = 0; count < 240; count += 1) own.push(await ask(from, token));
    expect([own[0], own.at(-1)]).toEqual([200, 429]);
  });
});

/** The policy of content for an answer under an institution's settings. */
async function policyFor(given: { readonly logo?: string; readonly inlineStyle?: string }) {
  const [, policy] = securityHeaders({ publicUrl: 'https://bank.example', framed: false });
  const headers = new Headers();
  const { logo, inlineStyle } = given;
  const values = { request: { institution: { settings: { logo } } }, inlineStyle };
  const context = { get: (name: keyof typeof values) => values[name], res: { headers } };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the middleware reads no more than this
  await policy(context as unknown as Parameters<typeof policy>[0], async () => {});
  return headers.get('content-security-policy') ?? '';
}

it('the policy of content allows the styles inside a document by their digest, and no others', async () => {
  expect(await policyFor({})).toContain("style-src 'self';");
  // `printf 'a{}' | openssl dgst -sha256 -binary | base64`
  expect(await policyFor({ inlineStyle: 'a{}' })).toContain(
    "style-src 'self' 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk=';",
  );
});

it('a logo’s host never writes into the policy of content', async () => {
  const policyWith = async (logo: string) => policyFor({ logo });
  expect(await policyWith('https://cdn.example:8443/a;b,c.png')).toContain(
    "img-src 'self' data: https://cdn.example:8443;",
  );
  for (const logo of [
    'https://cdn.example;script-src=*/logo.png',
    'https://cdn.example,evil.example/logo.png',
    "https://'unsafe-inline'/logo.png",
    'https://*/logo.png',
    'no address',
  ])
    expect(await policyWith(logo)).toContain("img-src 'self' data:;");
});
