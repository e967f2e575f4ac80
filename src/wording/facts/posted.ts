import { readPostedText } from '../../kernel/posted-text.ts';
import type { Speech } from './speech.ts';

/** Where the text of the entry that is undone goes. */
const place = /\{\w+\}/;

/** The text of an entry or a hold for a message: our own words for what staff posted, else as cleaned. */
export function shownDescription(
  description: string,
  speech: Pick<Speech, 'clean' | 'gsm7' | 'locale'>,
): string {
  const { clean, gsm7 } = speech;
  const own = ownWords(description, speech);
  return own === undefined ? clean.description(description, { gsm7 }) : clean.name(own, { gsm7 });
}

function ownWords(
  description: string,
  speech: Pick<Speech, 'clean' | 'gsm7' | 'locale'>,
): string | undefined {
  const { posted } = speech.locale;
  const read = readPostedText(description);
  if (!read) return undefined;
  if (read.posted === 'fee') return posted[`fee_${read.fee}`];
  // A list of holds says already that they are.
  if (read.posted === 'hold') return posted[`hold_${read.hold}`].split(': ').at(-1);
  return posted[`entry_${read.posted}`].replace(place, () => shownDescription(read.of, speech));
}
