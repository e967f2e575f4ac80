import { firstMatch } from '../kernel/patterns/sieve.ts';
import type { Grammar } from './grammar.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { OptOutLexicon } from './lexicon/opt-out-words.ts';
import { flatten } from './said.ts';

/**
 * Whether a text withdraws consent to messages, in any wording that a reasonable person would understand so (47 CFR
 * 64.1200(a)(10)). One of its clauses must say so in words that are all known here. The others may give reasons, but must not name
 * money, cards or help, nor begin with a command. Some mild wordings count only as the whole text. A request to stop a payment is not an
 * opt-out.
 */
export function optsOut(
  text: string,
  { grammar, names }: { readonly grammar: Grammar; readonly names: readonly string[] },
): boolean {
  const { optOut } = grammar.lexicon;
  const own = optOut.typing(withoutQuoted(text, optOut));
  if (own.length > lengthMax) return false;
  if (own.includes('#') && /[#]\s*\p{L}/u.test(own.replace(/^[\s"'“«>]*#/u, ''))) return false;
  if (!maySayStop(own, names, grammar.lexicon)) return false;
  const clauses = clausesOf(own, names, optOut);
  const [only, another] = clauses;
  if (only !== undefined && another === undefined && optOut.wholeSayings.test(only)) return true;
  const said = clauses.filter((clause) => !saysStop(clause, grammar.lexicon));
  if (said.length === clauses.length) return false;
  return said.every((clause) => isReason(clause, grammar));
}

const lengthMax = 300;

/**
 * Whether a clause of the text may say it: a clause has only words of the flat text, side by side. Most texts end here. One with a
 * name of ours is looked at closely, since the name counts as another word.
 */
function maySayStop(
  text: string,
  names: readonly string[],
  { freeRules, optOut, sieve }: Lexicon,
): boolean {
  const flat = flatten(withPlainQuotes(text));
  return (
    optOut.mayStop(flat) ||
    sieve.among(freeRules.stopOnly)(flat, 0) >= 0 ||
    names.some((name) => startsOf(name, optOut).some(({ start }) => flat.includes(start)))
  );
}

function withPlainQuotes(text: string): string {
  return text.replace(/[‘’ʼ´`]/g, "'");
}

/** Removes a quoted message below an answer, X's links, and hearts. */
function withoutQuoted(text: string, { quoted }: OptOutLexicon): string {
  const own = /<|t\.co/i.test(text) ? text.replaceAll(/https?:\/\/t\.co\/\w+|<\/?3/gi, ' ') : text;
  return /[\r\n]/.test(own) ? own.replace(quoted, '') : own;
}

/** Clauses in lower case, without accents. Our names become `bank`. */
function clausesOf(text: string, names: readonly string[], optOut: OptOutLexicon): string[] {
  const parts = oneClause.test(text)
    ? [text]
    : withPlainQuotes(text).split(
        /[\n\r.,;:!?¡¿()"“”«»]+|\s[-–—]+\s|\s[-–—]+(?=\p{L}|$)|^[-–—]+\s/u,
      );
  const clauses: string[] = [];
  for (const part of parts) {
    if (part === '') continue;
    const said = optOut.phrases(ours(flatten(part), names, optOut));
    for (const clause of atReason(said, optOut)) {
      const trimmed = clause.trim();
      if (trimmed !== '') clauses.push(trimmed);
    }
  }
  return clauses;
}

/** Nothing in it parts clauses. */
const oneClause = /^[A-Za-z0-9 ']+$/;

/** `stop vcu`, `stop vantage`: a whole name of ours, or the start of a long one. */
function ours(clause: string, names: readonly string[], optOut: OptOutLexicon): string {
  for (const name of names) {
    for (const { start, pattern } of startsOf(name, optOut))
      if (clause.includes(start) && pattern.test(clause))
        return clause.replace(pattern, optOut.ourName);
  }
  return clause;
}

interface NameStart {
  readonly start: string;
  readonly pattern: RegExp;
}

const prepared = new WeakMap<OptOutLexicon, Map<string, readonly NameStart[]>>();

/** The ways to say one of our names, prepared once for each name of an institution. */
function startsOf(name: string, optOut: OptOutLexicon): readonly NameStart[] {
  const names = prepared.get(optOut) ?? new Map<string, readonly NameStart[]>();
  prepared.set(optOut, names);
  const known = names.get(name);
  if (known) return known;
  const { otherMatters, tails } = optOut;
  const made: NameStart[] = [];
  for (const parts of withInitials(name).map((one) => flatten(one).split(' '))) {
    for (let length = parts.length; length > 0; length -= 1) {
      const start = parts.slice(0, length).join(' ');
      const isWhole = length === parts.length;
      if (start.length < (isWhole ? 2 : 4) || otherMatters.test(start) || tails.has(start))
        continue;
      const pattern = new RegExp(`(?<=^|\\s)${RegExp.escape(start)}(?=\\s|$)`, 'u');
      made.push({ start, pattern });
    }
  }
  names.set(name, made);
  return made;
}

/** `Vantage Credit Union` is also called `VCU`. */
function withInitials(name: string): string[] {
  const initials = [...name.matchAll(/(?<!\p{L})\p{Lu}/gu)].join('');
  return initials.length > 2 ? [name, initials] : [name];
}

/** Splits `stop i moved to another bank` and `wrong number stop` into two clauses each. */
function atReason(clause: string, optOut: OptOutLexicon): string[] {
  const { complaints, lastStops, noStops, reasonsBefore, reasonStarts, threats } = optOut;
  const mayMatch = optOut.sieve.sift(clause);
  for (const pattern of optOut.stopFirst) {
    if (!mayMatch(pattern)) continue;
    const [, verb = '', rest = ''] = pattern.exec(clause) ?? [];
    if (verb !== '' && reasonStarts.test(rest)) return [verb, rest];
  }
  const threat = mayMatch(threats) ? clause.search(threats) : -1;
  if (threat > 0) return [clause.slice(0, threat), clause.slice(threat).replace(/^ \w+ /, '')];
  const last = clause.slice(clause.lastIndexOf(' ') + 1);
  const isSplit = mayMatch(reasonsBefore);
  if (!isSplit && !lastStops.has(last)) return [clause];
  const words = clause.split(' ');
  if (words.length > 2 && lastStops.has(last) && !noStops.has(words.at(-2) ?? '')) {
    const reason = words.slice(0, -1).join(' ');
    if (reasonStarts.test(reason) || complaints.test(reason)) return [reason, last];
  }
  if (!isSplit) return [clause];
  const at = words.findIndex((_, index) => reasonsBefore.test(words.slice(0, index).join(' ')));
  return at > 0 ? [words.slice(0, at).join(' '), words.slice(at).join(' ')] : [clause];
}

function saysStop(clause: string, { optOut, freeRules, sieve }: Lexicon): boolean {
  const { besides, contacts, denies, leads, leadsToMessages, sayings, stopsDoing, tails, verbs } =
    optOut;
  const isRule = () => firstMatch(freeRules.stopOnly, clause, sieve) !== undefined;
  const mayMatch = optOut.sieve.sift(clause);
  if (mayMatch(sayings) && sayings.test(clause)) return true;
  if (mayMatch(denies) && denies.test(clause)) return false;
  if (mayMatch(stopsDoing) && stopsDoing.test(clause)) return true;
  // `stoppp`, `ST0P`, `s-t-o-p`, `2stop`.
  const typed = clause.split(' ');
  if (!typed.some(optOut.isStop)) return isRule();
  const words = typed.map((word) => (optOut.stopSlips.test(word) ? optOut.stopWord : word));
  const at = words.findIndex((word) => verbs.has(word));
  if (at < 0) return isRule();
  const before = words.slice(0, at);
  const after = words.slice(at + 1);
  const isAboutMessages = words.some((word) => contacts.has(word));
  const mayFollow = (word: string) =>
    tails.has(word) ||
    verbs.has(word) ||
    (isAboutMessages && (contacts.has(word) || besides.has(word)));
  // `these texts must stop`: the object comes first.
  const mayLead = (word: string) =>
    leads.has(word) ||
    (after.length === 0 && isAboutMessages && (mayFollow(word) || leadsToMessages.has(word)));
  return (before.every(mayLead) && after.every(mayFollow)) || isRule();
}

/** Whether a clause may accompany STOP: no order, no question to us, nothing about money. */
function isReason(clause: string, { words, lexicon: { optOut } }: Grammar): boolean {
  const { asks, denies, otherMatters } = optOut;
  if (otherMatters.test(clause) || asks.test(clause) || denies.test(clause)) return false;
  const intent = words.get(clause.split(' ')[0] ?? '')?.intent;
  return intent === undefined || harmless.has(intent);
}

const harmless: ReadonlySet<string> = new Set(['stop', 'decline', 'affirm', 'confirm']);
