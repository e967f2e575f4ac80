import type { Grammar } from './grammar.ts';
import {
  besides,
  complaints,
  contacts,
  lastStops,
  leads,
  noStops,
  otherMatters,
  phrases,
  reasonsBefore,
  reasonStarts,
  sayings,
  stopsDoing,
  tails,
  verbs,
} from './opt-out-words.ts';
import { stopRules } from './rules-stop.ts';
import { flatten } from './said.ts';

/**
 * Whether a text takes back consent to messages, in any wording that a reasonable person understands so (47 CFR 64.1200(a)(10)).
 * One of its clauses must say so with words of which each is known here. The others may give reasons, but may neither name money,
 * cards or help nor begin with a command. A wish to stop a payment is none of these.
 */
export function optsOut(
  text: string,
  { grammar, names }: { readonly grammar: Grammar; readonly names: readonly string[] },
): boolean {
  const own = withoutQuoted(text).replace(/\bwrong #/giu, 'wrong number');
  if (own.length > lengthMax || /[#]\s*\p{L}/u.test(own.replace(/^[\s"'“«>]*#/u, ''))) return false;
  const clauses = clausesOf(own, names);
  const said = clauses.filter((clause) => !saysStop(clause));
  if (said.length === clauses.length) return false;
  return said.every((clause) => isReason(clause, grammar));
}

const lengthMax = 300;

/** Without the message that a program quotes below an answer, links of X's and hearts. */
function withoutQuoted(text: string): string {
  const own = text.replaceAll(/https?:\/\/t\.co\/\w+|<\/?3/gi, ' ');
  return own.replace(/[\r\n]+(?:on|le|el) .{4,100}(?:wrote|a écrit|escribió)\s*:[^]*$/iu, '');
}

/** Clauses in lower case, without accents; what we are called is `bank` in them. */
function clausesOf(text: string, names: readonly string[]): string[] {
  return text
    .replace(/[‘’ʼ´`]/g, "'")
    .split(/[\n\r.,;:!?¡¿()"“”«»]+|\s[-–—]+\s|\s[-–—]+(?=\p{L}|$)|^[-–—]+\s/u)
    .map((clause) =>
      phrases.reduce(
        (said, [pattern, word]) => said.replace(pattern, word),
        ours(flatten(clause), names),
      ),
    )
    .flatMap(atReason)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

/** `stop vcu`, `stop vantage`: a whole name of ours, or how a long one begins. */
function ours(clause: string, names: readonly string[]): string {
  for (const name of names.flatMap(withInitials)) {
    const parts = flatten(name).split(' ');
    for (let length = parts.length; length > 0; length -= 1) {
      const start = parts.slice(0, length).join(' ');
      const isWhole = length === parts.length;
      if (start.length < (isWhole ? 2 : 4) || otherMatters.test(start) || tails.has(start))
        continue;
      const pattern = new RegExp(`(?<=^|\\s)${RegExp.escape(start)}(?=\\s|$)`, 'u');
      if (pattern.test(clause)) return clause.replace(pattern, 'bank');
    }
  }
  return clause;
}

/** `Vantage Credit Union` is called `VCU` too. */
function withInitials(name: string): string[] {
  const initials = [...name.matchAll(/(?<!\p{L})\p{Lu}/gu)].join('');
  return initials.length > 2 ? [name, initials] : [name];
}

/** `stop i moved to another bank` and `wrong number stop` are two clauses each. */
function atReason(clause: string): string[] {
  const [, verb = '', rest = ''] =
    /^((?:(?:please|ok|okay|hi|hello|yes|no|stop) )*stop(?: please)?) (.+)$/.exec(clause) ?? [];
  if (verb !== '' && reasonStarts.test(rest)) return [verb, rest];
  const threat = clause.search(
    / (?:or (?=(?:i|i'll|ill|i'm|im|we|we'll|else)(?: |$))|and (?=i mean ))/,
  );
  if (threat > 0) return [clause.slice(0, threat), clause.slice(threat).replace(/^ \w+ /, '')];
  const words = clause.split(' ');
  const last = words.at(-1) ?? '';
  if (words.length > 2 && lastStops.has(last) && !noStops.has(words.at(-2) ?? '')) {
    const reason = words.slice(0, -1).join(' ');
    if (reasonStarts.test(reason) || complaints.test(reason)) return [reason, last];
  }
  const at = words.findIndex((_, index) => reasonsBefore.test(words.slice(0, index).join(' ')));
  return at > 0 ? [words.slice(0, at).join(' '), words.slice(at).join(' ')] : [clause];
}

function saysStop(clause: string): boolean {
  if (sayings.test(clause)) return true;
  if (denies.test(clause)) return false;
  if (stopsDoing.test(clause)) return true;
  const words = clause.split(' ').map(asOneStop);
  const at = words.findIndex((word) => verbs.has(word));
  if (at < 0)
    return stopRules.some(({ intent, pattern }) => intent === 'stop' && pattern.test(clause));
  const before = words.slice(0, at);
  const after = words.slice(at + 1);
  const isAboutMessages = words.some((word) => contacts.has(word));
  const mayFollow = (word: string) =>
    tails.has(word) ||
    verbs.has(word) ||
    (isAboutMessages && (contacts.has(word) || besides.has(word)));
  // `these texts must stop`: what is to end stands first.
  const mayLead = (word: string) =>
    leads.has(word) ||
    (after.length === 0 && isAboutMessages && (mayFollow(word) || word === 'make'));
  return (
    (before.every(mayLead) && after.every(mayFollow)) ||
    stopRules.some(({ intent, pattern }) => intent === 'stop' && pattern.test(clause))
  );
}

/** `stoppp`, `ST0P`, `s-t-o-p`, `2stop`. */
function asOneStop(word: string): string {
  return /^(?:2?s+t+[o0]+p+0?|s-t-o-p|stp|stop2(?:end|stop|quit))$/.test(word) ? 'stop' : word;
}

/** `don't stop`, `no paren`. */
const denies =
  /\b(?:don't|dont|do not|never|can't|cannot|n'|ne) (?:\w+ )?(?:stop|arrete[rz]?|cesse[rz]?)\b|\bno (?:\w+ )?(?:paren?|parar|detenga\w*|detener|dejen?)\b/;

/** What may stand beside: no order, no question of ours, nothing about money. */
function isReason(clause: string, { words }: Grammar): boolean {
  if (
    otherMatters.test(clause) ||
    /\b(?:what|when|where|why|if|does|did|que pasa|cuando|quand|pourquoi|si)\b/.test(clause)
  )
    return false;
  if (denies.test(clause)) return false;
  const intent = words.get(clause.split(' ')[0] ?? '')?.intent;
  return intent === undefined || harmless.has(intent);
}

const harmless: ReadonlySet<string> = new Set(['stop', 'decline', 'affirm', 'confirm']);
