import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { carrierAnswered } from './carrier-answered.ts';
import { readInbound, readStops } from './read-forms.ts';
import { isSigned, sign } from './signature.ts';
import { optOutProblem, whoAnswers, type OptOutHandling } from './who-answers.ts';
import { numberKind } from './wire.ts';

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

it('attributes a STOP by RCS to the phone', () => {
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

it.each([
  [{ From: 'rcs:+13145550123' }, ['+13145550123']],
  [{ From: 'whatsapp:+13145550123' }, ['+13145550123']],
  [{ From: '+13145550123', Body: '', ButtonText: 'STOP' }, ['+13145550123']],
  [{ From: '+13145550123', OptOutType: 'STOP', Body: 'Baja' }, ['+13145550123']],
  [{ From: '+13145550123', OptOutType: 'HELP' }, []],
  [{ From: '+13145550123', Body: '#bal' }, []],
  [{ From: 'messenger:12345' }, []],
  [{ From: '72345' }, []],
  [{ MessageSid: 'x' }, []],
] as const)('attributes the STOP of %j to an unknown sender to %j', (given, phones) => {
  const fields = {
    MessageSid: `SM${'0'.repeat(32)}`,
    AccountSid: 'AC',
    From: '+13145550123',
    To: 'rcs:agent',
    Body: 'STOP',
    ...given,
  };
  const stops = readStops(new URLSearchParams(fields), {
    institutionOf: () => undefined,
    stoppedBy: ({ text, isStop }) => (isStop || text === 'STOP' ? [1] : []),
    optOut: 'off',
  });
  expect(stops.map(({ address }) => address)).toEqual(phones);
});

it('accepts a signature over the address with or without its port, and no other', () => {
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

it.each([
  ['72345', 'short_code'],
  ['+18445550100', 'toll_free'],
  ['+18225550100', 'long_code'],
  ['+13145550100', 'long_code'],
  ['+448005550100', 'foreign'],
  ['+525512345678', 'foreign'],
  ['rcs:vantage_agent', 'rcs'],
  ['VANTAGE', 'alphanumeric'],
] as const)('%s is a %s', (number, kind) => {
  expect(numberKind(number)).toBe(kind);
});

it.each([
  [{ number: '72345' }, 'basic', /on a short code.*`off`/],
  [{ number: '72345' }, 'off', undefined],
  [{ number: '72345' }, 'advanced', /no messaging|there is none/],
  [{ number: '72345', messagingServiceSid: 'MG' }, 'advanced', undefined],
  [{ number: '72345', messagingServiceSid: 'MG' }, 'basic', /on a short code/],
  [{ number: '+18005550100' }, 'basic', undefined],
  [{ number: '+18005550100' }, 'off', undefined],
  [{ number: '+18005550100' }, 'advanced', /there is none/],
  [{ number: '+13145550100', messagingServiceSid: 'MG' }, 'advanced', undefined],
  [{ number: '+33612345678' }, 'basic', undefined],
  [{ number: 'VANTAGE' }, 'off', /can’t be texted/],
] as const)('%j with %s is refused: %s', (sender, handling, sentence) => {
  const problem = optOutProblem(sender, handling);
  if (sentence === undefined) expect(problem).toBeUndefined();
  else expect(problem).toMatch(sentence);
});

it('the guide’s table matches the code', () => {
  const names = {
    short_code: 'short code',
    toll_free: 'toll-free',
    long_code: 'long code',
    foreign: 'foreign number',
    rcs: 'RCS sender',
    alphanumeric: "sender's name",
  };
  const guide = readFileSync(new URL('../../../docs/guides/sms.md', import.meta.url), 'utf8');
  const lines = guide.split('\n').map((line) => line.replaceAll(/\s+/g, ' ').trim());
  const handlings: readonly OptOutHandling[] = ['advanced', 'basic', 'off'];
  for (const kind of [
    'short_code',
    'toll_free',
    'long_code',
    'foreign',
    'rcs',
    'alphanumeric',
  ] as const) {
    const cells = handlings.map((handling) => {
      const answers = whoAnswers[kind][handling];
      return answers
        ? `STOP: ${answers.stop}, START: ${answers.start}, HELP: ${answers.help}`
        : 'refused';
    });
    expect(lines).toContain(`| ${names[kind]} | ${cells.join(' | ')} |`);
  }
});
