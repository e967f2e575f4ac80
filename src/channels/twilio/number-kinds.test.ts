import { expect, it } from 'vitest';
import { carrierAnswered } from './carrier-answered.ts';
import { readInbound } from './read-forms.ts';
import { isSigned, sign } from './signature.ts';

it.each([
  ['55512', 'basic', 'STOP', undefined],
  ['55512', 'basic', 'HELP', undefined],
  ['55512', 'off', 'START', undefined],
  ['+18005550100', 'off', ' stop ', 'stop'],
  ['+18335550100', 'off', 'UNSTOP', 'start'],
  ['+18885550100', 'off', 'START', 'start'],
  ['+18885550100', 'off', 'HELP', undefined],
  ['+18885550100', 'basic', 'HELP', 'help'],
  ['+13145550100', 'off', 'STOP', undefined],
  ['+13145550100', 'basic', 'STOP', 'stop'],
] as const)('to %s with %s, %j is answered by the carrier as %s', (to, handling, text, answer) => {
  expect(carrierAnswered({ text, to, optOutType: undefined }, handling)).toBe(answer);
});

it('a STOP by RCS is that phone’s', () => {
  const fields = new URLSearchParams({
    MessageSid: `SM${'0'.repeat(32)}`,
    AccountSid: 'AC',
    From: 'rcs:+13145550123',
    To: 'rcs:agent',
    Body: 'STOP',
  });
  expect(readInbound(fields, { institutionOf: () => 1, optOut: 'off' })).toMatchObject({
    address: '+13145550123',
    text: 'STOP',
  });
});

it('Twilio may sign with the port or without, and nothing else', () => {
  const fields = [['Body', 'x']] as const;
  const at = (url: string) => sign('token', { url, fields });
  const [bare, ported] = ['https://b.example/t?a=%27', 'https://b.example:443/t?a=%27'];
  for (const url of [bare, ported])
    for (const signed of [bare, ported])
      expect(isSigned({ url, fields }, at(signed), ['token'])).toBe(true);
  expect(isSigned({ url: bare, fields }, at('https://b.example:444/t?a=%27'), ['token'])).toBe(
    false,
  );
});
