import type { HistoryReply, HistoryRow } from '../reply.ts';
import { cleanDescription, shorten } from '../clean.ts';
import type { Place } from '../fill.ts';
import { widthOf } from '../width.ts';
import { separator } from './list.ts';
import { day, dayWithoutYear, money, signedMoney, type Speech } from './speech.ts';

interface Line {
  readonly day: string;
  readonly description: string;
  readonly amount: string;
}

/**
 * The rows of a history, newest first: `11/20 Payroll +$812.40; 11/19 Shell -$42.10`. Descriptions stand before the
 * amounts, so that no merchant's words end a message. Three forms: whole or trimmed a little; trimmed more, days without
 * year and written once; without descriptions.
 */
export function historyRows(
  reply: HistoryReply,
  speech: Speech,
): Record<'rows' | 'rows_short' | 'rows_bare', Place> {
  const lines = lazy(() => reply.rows.map((row) => lineOf(row, reply.of, speech)));
  const short = lazy(() =>
    lines().map((line, index, all): Line => {
      const row = reply.rows[index];
      const own = row ? dayWithoutYear(row.on, speech) : line.day;
      const before = reply.rows[index - 1];
      const same = row && before && all[index - 1] && row.on.equals(before.on);
      return { ...line, day: same ? '' : own };
    }),
  );
  return {
    rows: (room) => fitLines(lines(), room, 10),
    rows_short: (room) => fitLines(short(), room, 4),
    rows_bare: (room) =>
      fitLines(
        short().map((line) => ({ ...line, description: '' })),
        room,
        0,
      ),
  };
}

function lineOf(row: HistoryRow, of: HistoryReply['of'], speech: Speech): Line {
  const size = row.amount < 0n ? -row.amount : row.amount;
  return {
    day: day(row.on, speech),
    description: describe(row, of, speech),
    amount: of === 'checks' ? money(size, speech) : signedMoney(row.amount, speech),
  };
}

// What our own transfers are posted with.
const ownTransfer = /^TRANSFER (TO|FROM) (CHECKING|SAVINGS|CERTIFICATE|LOAN) ([A-Z0-9]{1,4})$/;
const kindOf = {
  CHECKING: 'checking',
  SAVINGS: 'savings',
  CERTIFICATE: 'certificate',
  LOAN: 'loan',
} as const;

function describe(row: HistoryRow, of: HistoryReply['of'], { tongue, gsm7 }: Speech): string {
  if (row.checkNumber !== undefined && /^\d{1,10}$/.test(row.checkNumber)) {
    return of === 'checks' ? tongue.checkShort(row.checkNumber) : tongue.check(row.checkNumber);
  }
  const [, direction, kind, suffix] = ownTransfer.exec(row.description) ?? [];
  if (isKind(kind) && suffix !== undefined) {
    const share = `${tongue.kinds[kindOf[kind]]} ${suffix}`;
    return direction === 'TO' ? tongue.toShare(share) : tongue.fromShare(share);
  }
  const cleaned = cleanDescription(row.description, { gsm7 });
  const [, number] = /^Check (\d+)$/.exec(cleaned) ?? [];
  return number === undefined ? cleaned : tongue.check(number);
}

function isKind(word: string | undefined): word is keyof typeof kindOf {
  return word !== undefined && Object.hasOwn(kindOf, word);
}

/** Descriptions trimmed evenly to the room; `undefined` where one would fall below `least` characters. */
function fitLines(lines: readonly Line[], room: number, least: number): string | undefined {
  const bare = lines.reduce(
    (sum, line) => sum + widthOf(line.day) + (line.day === '' ? 0 : 1) + widthOf(line.amount),
    Math.max(0, lines.length - 1) * separator.length,
  );
  let left = room - bare;
  if (left < 0) return undefined;
  const descriptions = lines.map(({ description }) => description);
  const widest = Math.max(0, ...descriptions.map((description) => description.length));
  const cost = (texts: readonly string[]) =>
    texts.reduce((sum, text) => sum + (text === '' ? 0 : widthOf(text) + 1), 0);
  let width = widest;
  let trimmed = descriptions;
  while (cost(trimmed) > left) {
    width -= 1;
    if (width < least) return undefined;
    const limit = width;
    trimmed = descriptions.map((description) => shorten(description, limit));
  }
  // What whole words left over goes to the first that can use it.
  left -= cost(trimmed);
  const settled = trimmed.map((text, index) => {
    const whole = descriptions[index] ?? '';
    const longer = shorten(whole, text.length + left);
    const more = widthOf(longer) - widthOf(text);
    if (more <= 0 || more > left) return text;
    left -= more;
    return longer;
  });
  return lines
    .map((line, index) =>
      [line.day, settled[index] ?? '', line.amount].filter((part) => part !== '').join(' '),
    )
    .join(separator);
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
