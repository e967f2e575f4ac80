import { shownDescription } from './posted.ts';
import type { FoundReply } from '../found-reply.ts';
import type { CounterFacts, HistoryReply, HistoryRow, ShareLabel } from '../reply.ts';
import type { Place } from '../fill.ts';
import { widthOf } from '../width.ts';
import {
  beside,
  checkNumber,
  day,
  dayShort,
  label,
  money,
  nameOf,
  signedMoney,
  type Speech,
} from './speech.ts';

const namelessMax = 5;
/** More room than one segment has. */
const joined = 160;

interface Line {
  readonly day: string;
  readonly description: Description;
  readonly amount: string;
}

interface Description {
  readonly whole: string;
  /** Trims it to this many characters, if possible. */
  trimmed(width: number): string;
}

/**
 * The rows of a history, newest first: `11/20 Payroll +$812.40; 11/19 Shell -$42.10`. Descriptions come before the amounts, so that
 * no merchant's words end a message. Three forms: whole or trimmed a little; trimmed more, with short days written once; without
 * descriptions.
 */
export function historyRows(
  { of, share, rows }: HistoryReply,
  speech: Speech,
): Record<'rows' | 'rows_short' | 'rows_bare', Place> {
  return rowPlaces({ of, rows: rows.map((row) => ({ ...row, share })), isMixed: false }, speech);
}

/** The same for what a search found. Rows of several accounts begin with the account's suffix. */
export function foundRows(
  { of, rows }: FoundReply,
  speech: Speech,
): Record<'rows' | 'rows_short' | 'rows_bare', Place> {
  const isMixed = new Set(rows.map(({ share }) => share.suffix)).size > 1;
  return rowPlaces({ of, rows, isMixed }, speech);
}

interface Rows {
  readonly of: HistoryReply['of'];
  readonly rows: readonly (HistoryRow & { readonly share: ShareLabel })[];
  /** They are on several accounts. */
  readonly isMixed: boolean;
}

function rowPlaces(
  reply: Rows,
  speech: Speech,
): Record<'rows' | 'rows_short' | 'rows_bare', Place> {
  const lines = lazy(() => reply.rows.map((row) => lineOf(row, reply, speech)));
  const short = lazy(() =>
    lines().map((line, index): Line => {
      const on = reply.rows[index]?.on;
      const before = reply.rows[index - 1]?.on;
      if (!on || before?.equals(on)) return { ...line, day: '' };
      return { ...line, day: dayShort(on, speech) };
    }),
  );
  const bare = lazy(() => short().map((line) => ({ ...line, description: fixed('') })));
  return {
    rows: (room) => fitLines(lines(), speech, { room, least: 10 }),
    rows_short: (room) => fitLines(short(), speech, { room, least: 4 }),
    // Many rows of amounts alone help nobody: they take a second segment and keep their names.
    rows_bare: (room) =>
      reply.rows.length > namelessMax && room < joined
        ? undefined
        : fitLines(bare(), speech, { room, least: 0 }),
  };
}

function lineOf(row: Rows['rows'][number], { of, isMixed }: Rows, speech: Speech): Line {
  const size = row.amount < 0n ? -row.amount : row.amount;
  const { share } = row;
  const description = describe(row, of, speech);
  return {
    day: day(row.on, speech),
    description: isMixed ? onShare(description, share.suffix) : description,
    amount: of === 'checks' ? money(size, speech, share) : signedMoney(row.amount, speech, share),
  };
}

function describe(row: HistoryRow, of: HistoryReply['of'], speech: Speech): Description {
  const { locale, clean } = speech;
  if (row.counter) {
    const share = counterName(row.counter, speech);
    return fixed(row.counter.direction === 'to' ? locale.toShare(share) : locale.fromShare(share));
  }
  const cleaned = shownDescription(row.description, speech);
  const number = row.checkNumber ?? clean.checkNumber(cleaned);
  if (number !== undefined && /^\d+$/.test(number)) {
    const shown = checkNumber(number);
    const short = locale.checkShort(shown);
    const whole = of === 'checks' ? short : locale.check(shown);
    return { whole, trimmed: (width) => (whole.length <= width ? whole : short) };
  }
  return { whole: cleaned, trimmed: (width) => clean.shorten(cleaned, width) };
}

/** `7 Shell`: the account before the description. */
function onShare(description: Description, suffix: string): Description {
  const begin = `${suffix} `;
  return {
    whole: `${begin}${description.whole}`,
    trimmed: (width) => `${begin}${description.trimmed(Math.max(0, width - begin.length))}`.trim(),
  };
}

function fixed(whole: string): Description {
  return { whole, trimmed: () => whole };
}

/** The other share's name in replies; only its kind if the member has no suffix for it anymore. */
function counterName({ suffix, ...share }: CounterFacts, speech: Speech): string {
  return suffix === undefined
    ? nameOf({ ...share, suffix: '' }, speech)
    : label({ ...share, suffix }, speech);
}

/** Trims descriptions evenly to the room. `undefined` if one would fall below `least` characters. */
function fitLines(
  lines: readonly Line[],
  speech: Speech,
  { room, least }: { room: number; least: number },
): string | undefined {
  const { separator } = speech.locale;
  const render = (descriptions: readonly string[]) =>
    lines
      .map((line, index) => {
        const named = beside(descriptions[index] ?? '', line.amount, speech);
        return line.day === '' ? named : `${line.day} ${named}`;
      })
      .join(separator);
  const at = (width: number) => lines.map(({ description }) => description.trimmed(width));
  const widest = Math.max(0, ...lines.map(({ description }) => description.whole.length));
  let width = widestFitting({ from: least, to: widest, room: room - widthOf(render([])) }, at);
  let trimmed = at(width);
  let rendered = render(trimmed);
  while (widthOf(rendered) > room) {
    width -= 1;
    if (width < least) return undefined;
    trimmed = at(width);
    rendered = render(trimmed);
  }
  // The room left over by whole words goes to the first description that can use it.
  let left = room - widthOf(rendered);
  if (left === 0 || width >= widest) return rendered;
  const settled = trimmed.map((text, index) => {
    const longer = lines[index]?.description.trimmed(text.length + left) ?? text;
    const more = widthOf(longer) - widthOf(text);
    if (more <= 0 || more > left) return text;
    left -= more;
    return longer;
  });
  return render(settled);
}

/** Binary search for the greatest width at which descriptions (and a space each) fit the room. */
function widestFitting(
  { from, to, room }: { from: number; to: number; room: number },
  at: (width: number) => readonly string[],
): number {
  let fits = Math.min(from, to);
  let above = to + 1;
  while (above - fits > 1) {
    const middle = Math.floor((fits + above) / 2);
    const cost = at(middle).reduce((sum, text) => sum + (text === '' ? 0 : widthOf(text) + 1), 0);
    if (cost <= room) fits = middle;
    else above = middle;
  }
  return fits;
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
