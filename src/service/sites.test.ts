import { expect, it } from 'vitest';
import { wireMessage } from '../../test/contracts/channel-harness.ts';
import { installTwilio } from '../channels/twilio/install.ts';
import { hostOfRequest } from '../kernel/public-url.ts';
import { createWorld } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import { institutionSettings } from '../members/institution-settings.ts';
import { portalProblems } from './portal-problems.ts';
import { createSites } from './sites.ts';

const publicUrl = 'https://bank.example';

const institution = (id: number, slug: string, own?: string): Institution => ({
  id,
  slug,
  name: slug,
  zone: 'America/Chicago',
  currency: 'USD',
  demonstration: false,
  settingsVersion: 1,
  settings: institutionSettings.parse(own === undefined ? {} : { publicUrl: own }),
});

const at = async (host: string, all: readonly Institution[], slug?: string) => {
  const sites = createSites({
    institutions: { all: async () => all },
    publicUrl,
    institution: slug,
  });
  const place = await sites.at(hostOfRequest(new Request(`https://${host}/`)));
  return place && [place.institution?.slug, place.publicUrl, place.only];
};

it('serves one institution without an address of its own under any host, at the installation’s address', async () => {
  const all = [institution(1, 'main')];
  for (const host of ['bank.example', '10.0.0.5:8080', 'localhost', 'elsewhere.example'])
    expect(await at(host, all)).toEqual(['main', publicUrl, undefined]);
});

it('serves the named one of several without an address', async () => {
  const all = [institution(1, 'main'), institution(2, 'other')];
  expect(await at('bank.example', all, 'other')).toEqual(['other', publicUrl, undefined]);
});

it('as soon as one has an address of its own, every host must be known', async () => {
  const all = [institution(1, 'main'), institution(2, 'north', 'https://north.example:8443')];
  expect(await at('north.example:8443', all)).toEqual(['north', 'https://north.example:8443', 2]);
  expect(await at('bank.example', all)).toEqual(['main', publicUrl, undefined]);
  for (const host of ['north.example', '10.0.0.5:8080', 'elsewhere.example'])
    expect(await at(host, all)).toBeUndefined();
});

it('the installation’s address accepts all webhooks, even if it is one institution’s too', async () => {
  const all = [institution(1, 'main', publicUrl), institution(2, 'north', 'https://north.example')];
  expect(await at('bank.example', all)).toEqual(['main', publicUrl, undefined]);
  const none = [institution(2, 'north', 'https://north.example')];
  expect(await at('bank.example', none)).toEqual([undefined, publicUrl, undefined]);
});

it.each([
  [[], undefined, /there is no institution yet/],
  [[institution(1, 'a'), institution(2, 'b')], undefined, /no `publicUrl` of their own: a, b/],
  [[institution(1, 'a'), institution(2, 'b')], 'c', /there is no ‘c’/],
  [[institution(1, 'a', 'https://a.example')], 'a', /‘a’ has a `publicUrl` of its own/],
  [[institution(1, 'a', publicUrl), institution(2, 'b')], undefined, /‘a’.* nothing is left for b/],
] as const)(
  'a start that leaves open whose site is where is refused (%#)',
  (all, slug, sentence) => {
    expect(portalProblems(all, { slug, publicUrl }).join()).toMatch(sentence);
  },
);

it.each([
  [[institution(1, 'a')], undefined],
  [[institution(1, 'a'), institution(2, 'b')], 'b'],
  [[institution(1, 'a'), institution(2, 'b', 'https://b.example')], undefined],
  [[institution(1, 'a', publicUrl), institution(2, 'b', 'https://b.example')], undefined],
] as const)('others are not (%#)', (all, slug) => {
  expect(portalProblems(all, { slug, publicUrl })).toEqual([]);
});

it('gives Twilio the institution’s own address for delivery reports', async () => {
  const asked: string[] = [];
  const carrier = installTwilio(
    {
      accountSid: `AC${'3'.repeat(32)}`,
      authTokens: ['token'],
      credentials: { username: 'a', password: 'b' },
      optOut: 'off',
      base: 'https://twilio.example',
      lookupsBase: 'https://twilio.example',
      microdollarsPerSegment: 1,
      publicUrl: `${publicUrl}/twilio`,
      fetch: async (input, init) => {
        const form = new URLSearchParams(await new Request(input, init).text());
        asked.push(form.get('StatusCallback') ?? '');
        return Response.json({}, { status: 503 });
      },
    },
    {
      world: createWorld(),
      placesAt: () => ({ at: async () => undefined }),
      optsOut: () => false,
    },
  );
  const sms = { number: '+13145550001' };
  for (const one of [institution(1, 'a'), institution(2, 'b', 'https://b.example')])
    await carrier
      .channelOf(sms, one)
      .send(
        wireMessage({ institutionId: one.id, id: 'a', address: '+13145559999' }, 'Hello A7K2QX'),
      );
  expect(asked).toEqual(['https://bank.example/twilio/status', 'https://b.example/twilio/status']);
});
