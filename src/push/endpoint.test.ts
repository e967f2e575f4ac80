import { expect, it } from 'vitest';
import { institutionSettings } from '../members/institution-settings.ts';
import { isAllowedEndpoint } from './endpoint.ts';
import { publicLookup } from '../kernel/public-lookup.ts';
import { isPublicAddress } from '../kernel/public-address.ts';

const { pushServices } = institutionSettings.parse({});

it.each([
  'https://fcm.googleapis.com/fcm/send/abc',
  'https://updates.push.services.mozilla.com/wpush/v2/abc',
  'https://web.push.apple.com/QABC',
  'https://wns2-by3p.notify.windows.com/w/?token=abc',
  'https://web.push.apple.com:443/QABC',
])('takes %s', (endpoint) => {
  expect(isAllowedEndpoint(endpoint, pushServices)).toBe(true);
});

it.each([
  'http://fcm.googleapis.com/fcm/send/abc',
  'https://fcm.googleapis.com:8443/fcm/send/abc',
  'https://user:word@fcm.googleapis.com/fcm/send/abc',
  'https://fcm.googleapis.com.evil.example/fcm/send/abc',
  'https://evil.example/fcm.googleapis.com',
  'https://push.apple.com/abc',
  'https://evilpush.apple.com/abc',
  'https://127.0.0.1/abc',
  'https://[::1]/abc',
  'https://10.0.0.1/abc',
  'https://localhost/abc',
  'https://169.254.169.254/latest/meta-data',
  'ftp://fcm.googleapis.com/abc',
  'file:///etc/passwd',
  'fcm.googleapis.com/abc',
  '',
  `https://fcm.googleapis.com/${'a'.repeat(1_000)}`,
])('refuses %s', (endpoint) => {
  expect(isAllowedEndpoint(endpoint, pushServices)).toBe(false);
});

it.each([
  'https://10.0.0.1/abc',
  'https://[::1]/abc',
  'https://0x7f.1/abc',
  'https://2130706433/abc',
])('refuses the address %s, whatever the list allows', (endpoint) => {
  expect(isAllowedEndpoint(endpoint, ['10.0.0.1', '[::1]', '127.0.0.1'])).toBe(false);
});

it.each([['10.0.0.1'], ['*.0.0.1'], ['push.example.1']])('the setting refuses %s', (service) => {
  expect(institutionSettings.safeParse({ pushServices: [service] }).success).toBe(false);
});

it.each([['fcm.googleapis.com'], ['*.push.apple.com'], ['a.xn--p1ai']])(
  'the setting takes %s',
  (service) => {
    expect(institutionSettings.safeParse({ pushServices: [service] }).success).toBe(true);
  },
);

it.each(['8.8.8.8', '142.250.74.10', '17.188.1.1', '2607:f8b0:4004::200a', '2a00:1450::1'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '198.18.0.1',
  '203.0.113.7',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  '::ffff:10.0.0.1',
  '::ffff:8.8.8.8',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'ff02::1',
  '64:ff9b::a00:1',
  '2001:db8::1',
  '2002:a00:1::1',
  'localhost',
  '',
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it('a host with an address of our own network is not connected to, whatever the list allows', async () => {
  const found = await new Promise((resolve) => {
    publicLookup('localhost', { all: true }, (error) => resolve(error?.message));
  });
  expect(found).toBe('The host’s address is not public');
});
