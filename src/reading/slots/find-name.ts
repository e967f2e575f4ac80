import {
  nameSign,
  nameSignBits,
  pendingBit,
  type NameWords,
  type SlotLexicon,
} from '../lexicon/slot-words.ts';
import { isFree, take, typedOf, type SlotText } from './slot-text.ts';

/** The most words of a merchant's name. */
export const nameWordsMax = 5;

/** A merchant or category in a text, as the member typed it. */
export interface NameFound {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Finds a merchant or category: after `at`, `from`, `on` (`how much did i spend at the home depot`), or before a word for entries
 * (`my walmart purchases`). Takes its words.
 * @param isAccount whether these words name an account: then they are no merchant
 */
export function findName(
  text: SlotText,
  slots: SlotLexicon,
  isAccount: (from: number, to: number) => boolean,
): NameFound | undefined {
  const known = wordsOf(text, slots);
  if (!known) return undefined;
  const { words, has } = known;
  const found =
    (has(pendingBit) ? nameOnHold(text, slots, words) : undefined) ??
    (has(nameSign.leads) ? afterLead(text, words, isAccount) : undefined) ??
    (has(nameSign.noun) ? beforeNoun(text, words, isAccount) : undefined) ??
    (has(nameSign.category) ? byCategory(text, words) : undefined);
  if (found) take(text, found.from, found.to);
  return found;
}

interface Knowing {
  readonly words: NameWords;
  /** Whether a word of the text has this sign, in this language. */
  readonly has: (sign: number) => boolean;
}

/** The words of the language that knows most of the text: `a` leads to a merchant in French, but not in English. */
function wordsOf({ words }: SlotText, { names }: SlotLexicon): Knowing | undefined {
  const counts = names.map(() => 0);
  let all = 0;
  for (const { facts } of words) {
    const signs = facts.nameSigns;
    all |= signs;
    for (let index = 0; index < counts.length; index += 1)
      counts[index] = (counts[index] ?? 0) + ((signs >> (index * nameSignBits)) & nameSign.counts);
  }
  const best = counts.indexOf(Math.max(0, ...counts));
  const known = names[best];
  const own = (all >> (best * nameSignBits)) & (2 ** nameSignBits - 1);
  return known && { words: known, has: (sign) => ((own | (all & pendingBit)) & sign) !== 0 };
}

function afterLead(
  text: SlotText,
  slots: NameWords,
  isAccount: (from: number, to: number) => boolean,
): NameFound | undefined {
  const { words, taken } = text;
  const { findLeads, findLeadsAfterNoun, findSkips, entryNouns } = slots;
  for (let at = 0; at < words.length - 1; at += 1) {
    const word = words[at]?.word ?? '';
    const isLead =
      findLeads.has(word) ||
      (findLeadsAfterNoun.has(word) && entryNouns.has(words[at - 1]?.word ?? ''));
    if (!isLead || taken[at] === 1) continue;
    let from = at + 1;
    while (taken[from] !== 1 && findSkips.has(words[from]?.word ?? '')) from += 1;
    const to = nameEnd(text, from, slots);
    if (to === from || isAccount(from, to) || !isName(text, from, to, slots)) continue;
    return { name: typedOf(text, from, to), from: at, to };
  }
  return undefined;
}

/** Where a name that begins here ends. `and` belongs to it only between two of its words. */
function nameEnd({ words, taken }: SlotText, from: number, slots: NameWords): number {
  const ends = (index: number) => {
    const word = words[index]?.word;
    return (
      word === undefined ||
      taken[index] === 1 ||
      slots.findEnds.has(word) ||
      slots.findLeads.has(word)
    );
  };
  let to = from;
  while (to - from < nameWordsMax && !ends(to)) {
    if (slots.ands.has(words[to]?.word ?? '') && (to === from || ends(to + 1))) break;
    to += 1;
  }
  return to;
}

/** Whether at least one of these words can name a merchant, and none asks about something else. */
function isName({ words }: SlotText, from: number, to: number, slots: NameWords): boolean {
  const parts = words.slice(from, to).map(({ word }) => word);
  return (
    !parts.some((word) => slots.neverFound.has(word)) &&
    parts.some((word) => /\p{L}{2}/u.test(word) && !slots.entryNouns.has(word))
  );
}

/** `walmart purchases`, `home depot charges`: words of no other use right before a word for entries. */
function beforeNoun(
  text: SlotText,
  slots: NameWords,
  isAccount: (from: number, to: number) => boolean,
): NameFound | undefined {
  const { words, taken } = text;
  for (let noun = 1; noun < words.length; noun += 1) {
    if (!slots.entryNouns.has(words[noun]?.word ?? '')) continue;
    let from = noun;
    while (from > 0 && noun - from < 3 && taken[from - 1] !== 1) {
      const { word = '' } = words[from - 1] ?? {};
      if (slots.known.has(word) || slots.findLeads.has(word) || !/^\p{L}[\p{L}&'.-]+$/u.test(word))
        break;
      from -= 1;
    }
    if (from === noun || isAccount(from, noun) || !isName(text, from, noun, slots)) continue;
    return { name: typedOf(text, from, noun), from, to: noun };
  }
  return undefined;
}

/** `how much did i spend eating out`: a category of two or three words stands anywhere. */
function byCategory(
  text: SlotText,
  { categories, categoryHeads }: NameWords,
): NameFound | undefined {
  const { words } = text;
  for (let from = 0; from < words.length - 1; from += 1) {
    if (!categoryHeads.has(words[from]?.word ?? '')) continue;
    for (const to of [from + 3, from + 2]) {
      const run = words.slice(from, to).map(({ word }) => word);
      if (run.length < 2 || !categories.has(run.join(' ')) || !isFree(text, from, to)) continue;
      return { name: typedOf(text, from, to), from, to };
    }
  }
  return undefined;
}

/** `why is SHELL pending`: the words without another use. */
function nameOnHold(text: SlotText, slots: SlotLexicon, names: NameWords): NameFound | undefined {
  const { words, taken } = text;
  if (!words.some(({ word }) => slots.pendings.has(word))) return undefined;
  if (!asksWhy(text, slots)) return undefined;
  const mayName = (index: number) => {
    const word = words[index]?.word;
    return (
      word !== undefined &&
      taken[index] !== 1 &&
      /^\p{L}[\p{L}\p{N}&'.-]+$/u.test(word) &&
      ![
        names.known,
        slots.whys,
        slots.pendings,
        names.findEnds,
        names.findSkips,
        names.entryNouns,
      ].some((set) => set.has(word))
    );
  };
  let from = 0;
  while (from < words.length && !mayName(from)) from += 1;
  let to = from;
  while (mayName(to)) to += 1;
  return to > from && isName(text, from, to, names)
    ? { name: typedOf(text, from, to), from, to }
    : undefined;
}

/** `why`, `por que`. */
function asksWhy({ words }: SlotText, { whys }: SlotLexicon): boolean {
  return words.some(
    ({ word }, at) => whys.has(word) || whys.has(`${word}${words[at + 1]?.word ?? ''}`),
  );
}
