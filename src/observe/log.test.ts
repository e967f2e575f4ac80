import { expect, it } from 'vitest';
import { createLogger } from './log.ts';

function logged(sentence: string, fields: Record<string, unknown> = {}): string {
  const lines: string[] = [];
  createLogger('info', { write: (line) => lines.push(line) }).info(fields, sentence);
  return lines.join('');
}

it('keeps amounts of six digits', () => {
  expect(logged('The transfer of 125000 was refused')).toContain('125000');
});

it.each(['+13145550123', '0012345678', '4111 1111 1111 1111', '123-45-6789'])(
  'removes %s from sentences and fields',
  (secret) => {
    expect(logged(`The carrier said ${secret} twice`)).not.toContain(secret);
    expect(logged('It failed', { reason: `said ${secret}` })).not.toContain(secret);
  },
);

it('removes fields with secret names', () => {
  expect(logged('The body was: my pw is hunter2')).not.toContain('hunter2');
  expect(logged('It failed', { error: new Error('pin 4821 is wrong') })).not.toContain('4821');
});
