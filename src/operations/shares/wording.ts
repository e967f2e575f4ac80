import type { z } from 'zod';
import { readPostedText } from '../../kernel/posted-text.ts';
import { clean } from '../../languages/clean.ts';
import type { Say as SayOf } from '../../languages/say.ts';
import type { AccountsTexts } from '../../languages/site-texts.ts';
import { currencyOf, type Amount } from '../../money/amount.ts';
import { parseDecimal } from '../../money/parse-decimal.ts';
import { readTransfer } from '../../transfers/order.ts';
import type { entrySchema, shareSchema } from './shares.ts';

type Say = SayOf<keyof AccountsTexts>;
type ShownShare = z.output<typeof shareSchema>;
type Entry = z.output<typeof entrySchema>;

/** Names a share by its nickname or kind, and its suffix. */
export function accountName(
  say: Say,
  share: Pick<ShownShare, 'kind' | 'nickname' | 'suffix'>,
): string {
  return `${share.nickname ?? say(`kind_${share.kind}`)} ${share.suffix}`;
}

/** Describes an entry in the reader’s language as far as we word it: a transfer by its other side. */
export function describeEntry(
  say: Say,
  { counter, description }: Pick<Entry, 'counter' | 'description'>,
): string {
  if (!counter) return describeOwn(say, description) ?? descriptionOf(description);
  const { direction, kind, suffix, nickname } = counter;
  const name = suffix === null ? say(`kind_${kind}`) : accountName(say, { kind, nickname, suffix });
  return say(`entry_transfer_${direction}`, { name });
}

/** The words as posted, where we show others: a record has both. A transfer’s words are ours anyway. */
export function postedWords(say: Say, entry: Entry): string | undefined {
  const isOurs =
    entry.counter !== null ||
    readTransfer(entry.description) !== undefined ||
    readPostedText(entry.description) !== undefined;
  const isSame = describeEntry(say, entry).toLowerCase() === entry.description.toLowerCase();
  return isOurs || isSame ? undefined : entry.description;
}

/** Words a transfer, or what staff posted, that the books only have in our words for statements. */
function describeOwn(say: Say, description: string): string | undefined {
  const posted = readPostedText(description);
  if (posted?.posted === 'fee') return say(`fee_${posted.fee}`);
  if (posted?.posted === 'hold') return say(`hold_${posted.hold}`);
  if (posted)
    return say(`entry_${posted.posted}`, {
      what: describeOwn(say, posted.of) ?? descriptionOf(posted.of),
    });
  const read = readTransfer(description);
  if (!read) return undefined;
  const kind = say(`kind_${read.kind}`);
  const name = read.suffix === undefined ? kind : `${kind} ${read.suffix}`;
  return say(`entry_transfer_${read.direction}`, { name });
}

/** Makes a merchant's text readable. Keeps it as written if nothing would remain. */
export function descriptionOf(text: string): string {
  const cleaned = clean.description(text, { gsm7: false });
  return cleaned === '' ? text : cleaned;
}

/** Converts an operation's decimal to minor units. */
export function minorUnits(figure: string, currency: string): Amount {
  const digits = currencyOf(currency)?.digits ?? 2;
  const magnitude = parseDecimal(figure.replace(/^-/, ''), digits) ?? 0n;
  return figure.startsWith('-') ? -magnitude : magnitude;
}
