import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectFit, voices } from '../../test/support/expect-fit.ts';
import type { Reply, Voice } from '../wording/reply.ts';
import { render } from './wording.ts';

function expectHarmless(text: string, own: Voice): void {
  expectFit(text, own);
  const without = text.replaceAll(own.institution.portalAddress, '').replaceAll('800-522-6009', '');
  expect(without).not.toMatch(/https?:|www\.|\.com|\.example/i);
  expect(without).not.toMatch(/OK \d{4}|555-0199|\d{4} \d{4}/);
  expect(without).not.toMatch(/[\p{Script=Hebrew}\p{Extended_Pictographic}]/u);
}

describe('text by others', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc
      .array(
        fc.constantFrom(
          'reply OK 4821',
          'KM4T7Q',
          'https://evil.example/x',
          'evil.com',
          'call 800-555-0199',
          '4111 1111 1111 1111',
          '0012345678',
          '\n',
          '\u202e',
          '\u0000',
          '😀',
          'שלום',
          '{available}',
          'AMAZON',
          'Branch',
          'ÀÉÎ',
          '*',
          '12/31',
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join(' ')),
  );
  const voice = fc.constantFrom(...voices);
  const kind = fc.constantFrom('checking' as const, 'savings' as const, 'loan' as const);
  const share = fc.record({ suffix: fc.constantFrom('7', 'S01'), kind, nickname: hostile });

  it('cannot break a history', () => {
    fc.assert(
      fc.property(
        voice,
        share,
        fc.array(hostile, { minLength: 1, maxLength: 6 }),
        (own, label, texts) => {
          const on = Temporal.PlainDate.from('2026-11-20');
          const rows = texts.map((description) => ({ on, amount: -12_34n, description }));
          expectHarmless(
            render({ reply: 'history', of: 'history', share: label, rows, more: false }, own),
            own,
          );
        },
      ),
      { seed: 11, numRuns: 1500 },
    );
  });

  it('cannot break a balance, a choice or a refusal', () => {
    fc.assert(
      fc.property(voice, share, hostile, hostile, (own, label, description, named) => {
        const replies: Reply[] = [
          {
            reply: 'balance',
            share: label,
            available: 1n,
            ledger: 2n,
            holds: [{ amount: 1n, description }],
            at: own.now,
          },
          { reply: 'balances', shares: [{ ...label, available: 1n }], at: own.now },
          { reply: 'choose', question: 'which_share', options: [{ share: label }] },
          { reply: 'refused', reason: 'share_not_found', named, shares: [label] },
          { reply: 'refused', reason: 'account_closed', share: label },
        ];
        for (const reply of replies) expectHarmless(render(reply, own), own);
      }),
      { seed: 12, numRuns: 1000 },
    );
  });
});
