import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldToGsm7, septets } from '../kernel/gsm7.ts';
import { factsOf } from '../wording/facts/facts.ts';
import { languages } from '../kernel/vocabulary/language.ts';
import { expectFit, voices } from '../../test/support/expect-fit.ts';
import {
  believableHistory,
  believableHolds,
  believableShare,
} from '../../dev/docs/reference/believable.ts';
import { exampleVoice } from '../../dev/docs/reference/example-voice.ts';
import { replyExamples } from '../../dev/docs/reference/reply-examples.ts';
import type { CounterFacts, Reply, ShareLabel, Voice } from '../wording/reply.ts';
import { commonPlaces, placesOf } from '../wording/text-places.ts';
import { clean } from './clean.ts';
import { packs } from './index.ts';
import { render } from './wording.ts';
import { widthOf } from '../wording/width.ts';

const code = 'KM4T7Q';

function rateOf(fits: readonly boolean[]): number {
  return fits.filter(Boolean).length / fits.length;
}

/** Segments of an SMS with the code at its end; 0 if it is not GSM-7. */
function sms(text: string): number {
  const cost = septets(`${text} ${code}`) ?? 0;
  return cost <= 160 ? Math.ceil(cost / 160) : Math.ceil(cost / 153);
}

describe('every text', () => {
  it('has an example', () => {
    expect([...replyExamples.keys()].toSorted()).toEqual(
      Object.keys(packs.en.locale.texts).toSorted(),
    );
  });

  for (const [key, reply] of replyExamples) {
    it(`${key} fits one segment in every language on every channel`, () => {
      for (const voice of voices) {
        const { key: chosen, places } = factsOf(reply, {
          voice,
          locale: packs[voice.language].locale,
          clean,
          gsm7: false,
        });
        if (key.replace('.sms', '') === chosen) {
          const own = placesOf(chosen).all.filter(
            (name) => !commonPlaces.some((common) => common === name),
          );
          expect(Object.keys(places).toSorted()).toEqual(own.toSorted());
        } else expect(chosen.replace('.sms', '')).toBe(key.replace('.sms', ''));
        const text = render(reply, voice);
        expectFit(text, voice);
        // Where length costs nothing, rows keep whole names.
        const isList = reply.reply === 'history' || reply.reply === 'found';
        const mayBeLong = key === 'help.all' || (isList && voice.channel !== 'sms');
        if (!mayBeLong) expect(widthOf(text)).toBeLessThanOrEqual(voice.room);
        if (voice.channel === 'sms' && key !== 'help.all') expect(sms(text)).toBe(1);
      }
    });
  }
});

describe('one segment if the facts allow it', () => {
  it.each(languages)('five transactions in %s', (language) => {
    const voice = exampleVoice(language, 'sms');
    const rate = fc.sample(believableHistory, { seed: 7, numRuns: 1000 }).map((reply) => {
      const text = render(reply, voice);
      expectFit(text, voice);
      return sms(text) === 1;
    });
    expect(rateOf(rate)).toBeGreaterThan(0.99);
  });

  it.each(languages)('a balance with its holds in %s', (language) => {
    const voice = exampleVoice(language, 'sms');
    const facts = fc.record({
      share: believableShare,
      holds: believableHolds,
      ledger: fc.bigInt(0n, 99_999_99n),
    });
    const rate = fc
      .sample(facts, { seed: 7, numRuns: 1000 })
      .map(({ share: own, holds, ledger }) => {
        const held = holds.reduce((sum, { amount }) => sum + amount, 0n);
        const text = render(
          { reply: 'balance', share: own, available: ledger - held, ledger, holds, at: voice.now },
          voice,
        );
        expectFit(text, voice);
        return sms(text) === 1;
      });
    expect(rateOf(rate)).toBe(1);
  });
});

describe('facts that cannot fit', () => {
  const big = 9_999_999_999_999_99n;
  const many: ShareLabel[] = Array.from({ length: 60 }, (_, index) => ({
    suffix: `S${index}`,
    kind: 'savings',
    nickname: `Fund of the year ${index}`,
  }));

  it.each(voices)('take at most five segments: $language $channel', (voice) => {
    const row = {
      on: Temporal.PlainDate.from('2024-01-31'),
      amount: -big,
      description: 'A LONG NAME OF A SHOP',
    };
    const replies: Reply[] = [
      {
        reply: 'history',
        of: 'history',
        share: { suffix: '7', kind: 'checking' },
        rows: Array.from({ length: 10 }, () => row),
        more: true,
      },
      {
        reply: 'balances',
        shares: many.map((share) => ({ ...share, available: big })),
        at: voice.now,
      },
      { reply: 'accounts', shares: many.map((share) => ({ ...share, isDefault: false })) },
      {
        reply: 'holds',
        holds: many.map((share) => ({
          share,
          amount: big,
          description: 'HOTEL',
          expiresOn: row.on,
        })),
        at: voice.now,
      },
    ];
    for (const reply of replies) {
      const text = render(reply, voice);
      expectFit(text, voice);
      if (voice.channel === 'sms') expect(sms(text)).toBeLessThanOrEqual(5);
    }
  });
});

function lockUntil(until: string): Reply {
  return { reply: 'confirm_lock', confirmation: '4821', until: Temporal.Instant.from(until) };
}

function withText(key: string, text: string): Voice {
  const voice = exampleVoice('en', 'x');
  return { ...voice, institution: { ...voice.institution, texts: { [key]: { en: text } } } };
}

describe('honesty', () => {
  const voice = exampleVoice('en', 'x');
  const balance = {
    reply: 'balance',
    share: { suffix: '7', kind: 'checking' },
    available: 5_00n,
    ledger: 5_00n,
    holds: [],
  } as const;

  it.each([
    ['2026-11-23T16:42:10Z', 'Checking 7: $5.00 available now, 10:42am.'],
    ['2026-11-23T15:10:00Z', 'Checking 7: $5.00 available at 9:10am.'],
    ['2026-11-22T16:42:00Z', 'Checking 7: $5.00 available at 10:42am on 11/22.'],
  ])('gives the time of the figure: %s', (at, text) => {
    expect(render({ ...balance, at: Temporal.Instant.from(at) }, voice)).toBe(text);
  });

  it('gives the expiry in the institution’s zone, with the day if it is not today', () => {
    expect(render(lockUntil('2026-11-23T19:05:00Z'), voice)).toContain('OK 4821 by 1:05pm,');
    expect(render(lockUntil('2026-11-24T06:02:00Z'), voice)).toContain(
      'OK 4821 by 12:02am on 11/24,',
    );
    expect(render(lockUntil('2026-11-23T19:05:00Z'), exampleVoice('fr', 'x'))).toContain(
      'OK 4821 avant 13 h 05,',
    );
    expect(render(lockUntil('2026-11-24T07:02:00Z'), exampleVoice('es', 'x'))).toContain(
      'OK 4821 antes de la 1:02 del 24/11,',
    );
  });

  it('gives the year if the day alone would be ambiguous', () => {
    const cleared = {
      share: balance.share,
      amount: 45_00n,
      on: Temporal.PlainDate.from('2025-11-18'),
      others: 0,
    };
    expect(render({ reply: 'check', number: '1042', cleared }, voice)).toContain(
      'cleared 11/18/2025',
    );
  });

  it('says how much is owed on a loan', () => {
    const loan = { suffix: 'L01', kind: 'loan' } as const;
    const reply: Reply = {
      reply: 'transferred',
      transfer: { amount: 5_00n, from: balance.share, to: loan },
      fromAvailable: 1_00n,
      toAvailable: 8_195_00n,
      at: voice.now,
      receipt: '1-4',
    };
    expect(render(reply, voice)).toContain('L01: $8,195.00 owed');
  });

  it('separates figures from suffixes if thousands have a space', () => {
    const shares = [{ suffix: '7', kind: 'checking', available: 1_204_33n } as const];
    const text = render({ reply: 'balances', shares, at: voice.now }, exampleVoice('fr', 'x'));
    expect(text).toBe('Disponible : courant 7 : 1 204,33 $, à 10 h 42.');
  });

  it('tells all strangers the same', () => {
    for (const own of voices)
      expect(render({ reply: 'stranger' }, own)).not.toMatch(/enroll|member|inscrit|socio/i);
  });

  it.each(languages)('HELP by SMS says what carriers require, in %s', (language) => {
    const text = render({ reply: 'help' }, exampleVoice(language, 'sms'));
    expect(text).toContain('Tweet My Money');
    expect(text).toContain('800-522-6009');
    expect(text).toMatch(/frequency varies|quence variable|cuencia variable/);
    expect(text).toMatch(/rates may apply|frais de messages et donn|tarifas de mensajes y datos/);
    expect(text).toContain('STOP');
  });
});

describe('a history', () => {
  const row = (day: string, description: string) => ({
    on: Temporal.PlainDate.from(day),
    amount: -5_00n,
    description,
  });
  const history = {
    reply: 'history',
    of: 'history',
    share: { suffix: '7', kind: 'checking' },
    rows: [row('2026-11-20', 'TRANSFER TO SAVINGS 2'), row('2025-12-22', 'NETFLIX.COM')],
    more: false,
  } as const;

  it('gives the year of a day in another year', () => {
    expect(render(history, exampleVoice('en', 'x'))).toContain('12/22/2025 Netflix');
    const rows = Array.from({ length: 5 }, () => row('2025-12-22', 'OAKWOOD PROPERTIES'));
    const tight = render({ ...history, rows }, exampleVoice('en', 'sms'));
    expect(tight).toMatch(/12\/22\/(?:20)?25 Oakw/);
  });

  it('names the other side of a transfer as the member does, or by its kind if it is gone', () => {
    const to = (counter: CounterFacts) => ({
      ...history,
      rows: [{ ...row('2026-11-20', 'TRANSFER TO SAVINGS 2'), counter }],
    });
    const vacation = {
      direction: 'to',
      kind: 'savings',
      suffix: '2',
      nickname: 'Vacation',
    } as const;
    expect(render(to(vacation), exampleVoice('en', 'x'))).toContain('To Vacation 2');
    const gone = { direction: 'to', kind: 'savings' } as const;
    for (const [language, said] of [
      ['en', 'To Savings -$5.00'],
      ['fr', 'Vers épargne -5,00 $'],
      ['es', 'A ahorros -$5.00'],
    ] as const)
      expect(render(to(gone), exampleVoice(language, 'x'))).toContain(said);
  });

  it('says in one segment that a pending transfer is canceled, for each refusal that can drop one', () => {
    // Refusals that come before any order, or give no figure, never come with a pending transfer.
    const never =
      /^refused\.(?:member_locked|address_\w+|pay_not_offered|too_late|no_default_share|no_transfer_source|share_not_movable|limit_exceeded|daily_limit_exceeded|insufficient_funds|share_not_found\.none|nothing_pending|confirmation_\w+)$/;
    const refusals = [...replyExamples].filter(([key]) => key.startsWith('refused.'));
    expect(refusals.length).toBeGreaterThan(30);
    for (const [key, reply] of refusals) {
      if (reply.reply !== 'refused' || never.test(key)) continue;
      for (const language of languages) {
        const voice = exampleVoice(language, 'sms');
        const text = render({ ...reply, dropped: true }, voice);
        expect([key, text, text.endsWith(foldToGsm7(packs[language].locale.dropped))]).toEqual([
          key,
          text,
          true,
        ]);
        expect(septets(text) ?? 999, `${key} ${language}: ${text}`).toBeLessThanOrEqual(voice.room);
      }
    }
  });

  it('says after MORE that the rows are older', () => {
    for (const [language, older] of [
      ['en', 'Checking 7, older: '],
      ['fr', 'Courant 7, plus ancien : '],
      ['es', 'Corriente 7, anteriores: '],
    ] as const)
      expect(render({ ...history, isOlder: true }, exampleVoice(language, 'x'))).toContain(older);
  });

  it('keeps names if ten rows take two segments', () => {
    const rows = Array.from({ length: 10 }, (_, index) =>
      row(`2026-11-${20 - index}`, 'OAKWOOD PROPERTIES'),
    );
    const text = render({ ...history, rows, isMost: true }, exampleVoice('en', 'sms'));
    expect(text).toContain('Oakwood');
    expect(sms(text)).toBe(2);
  });

  it.each(languages)('keeps whole names on X, and one segment by SMS, in %s', (language) => {
    const long = ['OAKWOOD PROPERTIES WEB PMT', 'GATEWAY FLOUR SUPPLY', 'TOWER GROVE FOODS'];
    const rows = [...long, ...long].map((name, index) => row(`2026-11-${20 - index}`, name));
    const said = (channel: 'x' | 'sms') =>
      render({ ...history, rows: rows.slice(0, 5), more: true }, exampleVoice(language, channel));
    for (const name of ['Oakwood Properties Web PMT', 'Gateway Flour Supply', 'Tower Grove Foods'])
      expect(said('x')).toContain(name);
    expect(sms(said('sms'))).toBe(1);
  });
});

describe('French', () => {
  it('elides before its own vowel', () => {
    const text = render(
      {
        reply: 'confirm_transfer',
        transfer: {
          amount: 5_00n,
          from: { suffix: '0', kind: 'savings' },
          to: { suffix: '7', kind: 'checking' },
        },
        confirmation: '4821',
        until: exampleVoice('fr', 'x').now,
        why: 'policy',
      },
      exampleVoice('fr', 'x'),
    );
    expect(text).toContain("d'épargne 0 vers courant 7");
  });
});

describe('an institution’s own texts', () => {
  it('replace ours', () => {
    expect(
      render(
        { reply: 'declined' },
        withText('declined', 'Fine, {institution} did nothing at all.'),
      ),
    ).toBe('Fine, Vantage Credit Union did nothing at all.');
  });

  it('do not replace ours if they have a problem', () => {
    const confirm: Reply = {
      reply: 'confirm_lock',
      confirmation: '4821',
      until: exampleVoice('en', 'x').now,
    };
    expect(render(confirm, withText('confirm_lock', 'Lock it? Reply OK.'))).toContain('4821');
  });
});
