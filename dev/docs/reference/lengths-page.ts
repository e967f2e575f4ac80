import * as fc from 'fast-check';
import { septets } from '../../../src/kernel/gsm7.ts';
import { languages, type Language } from '../../../src/kernel/vocabulary/language.ts';
import type { Reply } from '../../../src/wording/reply.ts';
import { render } from '../../../src/languages/wording.ts';
import type { TextKey } from '../../../src/wording/text-key.ts';
import { commonPlaces, placesOf } from '../../../src/wording/text-places.ts';
import { believableHistory, believableHolds, believableShare } from './believable.ts';
import { exampleVoice } from './example-voice.ts';
import { replyExamples } from './reply-examples.ts';

/** The length of one reply by SMS in one language, over a sample of believable facts. */
export interface Lengths {
  readonly name: string;
  readonly language: Language;
  /** Characters of the longest, with its code. */
  readonly longest: number;
  /** The part that fits one segment, from 0 to 1. */
  readonly single: number;
  readonly segmentsMax: number;
}

const code = 'KM4T7Q';
const samples = 200;
const until = exampleVoice('en', 'sms').now.add({ minutes: 10 });

/**
 * Measures each reply with its example's facts. Adds two hundred samples of five rows for replies
 * with data.
 */
export function lengths(): Lengths[] {
  const fixed = [...replyExamples]
    .filter(([name]) => hasFacts(name))
    .map(([name, reply]) => ({ name, replies: [reply] }));
  const drawn = Object.entries(withData).map(([name, facts]) => ({
    name: `${name}, five rows`,
    replies: fc.sample<Reply>(facts, { seed: 7, numRuns: samples }),
  }));
  return [...drawn, ...fixed].flatMap(({ name, replies }) =>
    languages.map((language) => lengthsOf(name, language, replies)),
  );
}

/**
 * Tells whether a reply's length depends on its data. Another test holds all others to one segment.
 */
function hasFacts(name: TextKey): boolean {
  return placesOf(name).all.length > commonPlaces.length || manySegments.has(name);
}

/** Finds the fixed texts that need more than a segment. */
const manySegments: ReadonlySet<TextKey> = new Set(['help.all']);

function lengthsOf(name: string, language: Language, replies: readonly Reply[]): Lengths {
  const voice = exampleVoice(language, 'sms');
  const costs = replies.map((reply) => costOf(render(reply, voice)));
  return {
    name,
    language,
    longest: Math.max(...costs.map(({ characters }) => characters)),
    single: costs.filter(({ segments }) => segments === 1).length / costs.length,
    segmentsMax: Math.max(...costs.map(({ segments }) => segments)),
  };
}

/**
 * Counts as carriers do: 160 septets alone, 153 each when joined; 70 and 67 if one character is not
 * GSM-7.
 */
function costOf(text: string): { characters: number; segments: number } {
  const whole = `${text} ${code}`;
  const cost = septets(whole);
  const [units, alone, joined] = cost === undefined ? [whole.length, 70, 67] : [cost, 160, 153];
  return { characters: units, segments: units <= alone ? 1 : Math.ceil(units / joined) };
}

const five = { minLength: 5, maxLength: 5 };
const fiveShares = fc
  .tuple(fc.array(believableShare, five), fc.array(fc.bigInt({ min: 0n, max: 20_000_00n }), five))
  .map(([shares, amounts]) =>
    shares.map((share, index) => ({
      ...share,
      suffix: `${index}`,
      available: amounts[index] ?? 0n,
    })),
  );
const fiveHolds = fc.array(believableHolds, five).map((lists) => lists.flat().slice(0, 5));
const amount = fc.bigInt({ min: 1_00n, max: 2_500_00n });
const at = exampleVoice('en', 'sms').now;

/** Replies with data. The examples show the others. */
const withData: Readonly<Record<string, fc.Arbitrary<Reply>>> = {
  balance: fc
    .record({ share: believableShare, holds: fiveHolds, ledger: fc.bigInt(0n, 99_999_99n) })
    .map(({ share, holds, ledger }) => ({
      reply: 'balance',
      share,
      holds,
      ledger,
      available: ledger - holds.reduce((sum, hold) => sum + hold.amount, 0n),
      at,
    })),
  balances: fiveShares.map((shares) => ({ reply: 'balances', shares, at })),
  history: believableHistory.map((reply) => ({ ...reply, of: 'history' })),
  'deposits, withdrawals and checks': believableHistory,
  holds: fc.record({ share: believableShare, holds: fiveHolds }).map(({ share, holds }) => ({
    reply: 'holds',
    share,
    holds: holds.map((hold) => ({ ...hold, share })),
    at,
  })),
  accounts: fiveShares.map((shares) => ({
    reply: 'accounts',
    shares: shares.map((share, index) => ({ ...share, isDefault: index === 0 })),
  })),
  choose: fiveShares.map((shares) => ({
    reply: 'choose',
    question: 'transfer_from',
    options: shares.map((share) => ({ share })),
  })),
  'refused.share_not_found': fiveShares.map((shares) => ({
    reply: 'refused',
    reason: 'share_not_found',
    named: 'vacation',
    shares,
  })),
  confirm_transfer: fc
    .record({
      amount,
      from: believableShare,
      to: believableShare,
      why: fc.constantFrom('policy' as const, 'repeat' as const, 'unclear' as const),
    })
    .map(({ why, ...transfer }) => ({
      reply: 'confirm_transfer',
      transfer,
      confirmation: '4821',
      until,
      why,
    })),
  transferred: fc
    .record({ amount, from: believableShare, to: believableShare, left: amount, there: amount })
    .map(({ left, there, ...transfer }) => ({
      reply: 'transferred',
      transfer,
      fromAvailable: left,
      toAvailable: there,
      at,
      receipt: '1-213',
    })),
};

/** Renders `docs/reference/lengths.md`: the characters and segments of each reply by SMS. */
export function lengthsPage(): string {
  const all = lengths();
  const names = [...new Set(all.map(({ name }) => name))];
  const cell = (name: string, language: Language) => {
    const found = all.find((one) => one.name === name && one.language === language);
    if (!found) return '';
    const percent = `${Math.floor(found.single * 1000) / 10} %`;
    const share = name.endsWith('rows') ? ` (one segment: ${percent})` : '';
    return `${found.longest} / ${found.segmentsMax}${share}`;
  };
  const rows = names.map(
    (name) => `| ${name} | ${languages.map((language) => cell(name, language)).join(' | ')} |`,
  );
  return `${head}\n| reply | ${languages.join(' | ')} |\n|---|${languages.map(() => '---').join('|')}|\n${rows.join('\n')}\n`;
}

const head = `# Lengths

The length by SMS of each reply with data, including the code at its end. Each cell has the characters and the segments of the longest, as carriers count them (160 GSM-7 characters alone, 153 each when joined). A test limits every other text except \`help.all\` to one segment. The first rows are samples of ${samples} replies with five believable rows, accounts or holds each, and say how many of them fit one segment. The rest are the examples of [replies.md](replies.md) and [refusals.md](refusals.md).

This page is generated from the texts; \`TMM_WRITE_DOCS=1 npx vitest run dev/docs\` writes it again.
`;
