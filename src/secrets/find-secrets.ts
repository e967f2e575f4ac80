import { allMatches } from '../kernel/patterns/all-matches.ts';
import { textScanner } from '../kernel/patterns/scanner.ts';
import { createSieve } from '../kernel/patterns/sieve.ts';
import { codeShapesIn } from './code-shapes.ts';
import { longNumbersIn } from './long-numbers.ts';
import { namedRules } from './named.ts';
import { mayHavePassword, passwordsIn } from './passwords.ts';
import { plainText, type PlainText } from './plain-text.ts';
import { siblingsOf } from './siblings.ts';

/** The secrets in a text. */
export interface Secrets {
  /**
   * The text tells a PIN, a password, a card number, or a person's or account's number. Then
   * nothing of it is worth keeping.
   */
  readonly tells: boolean;
  /** The parts to redact, in order and without overlap, as positions in the original text. */
  readonly places: readonly (readonly [number, number])[];
}

const none: Secrets = { tells: false, places: [] };

const nextRule = createSieve(
  namedRules.map(({ pattern }) => pattern),
  3,
  textScanner,
).among(namedRules);

/** Matches every text that names a secret, as a quick check before the rules. */
const hint =
  /p[\W_]{0,2}[a@4]?[\W_]{0,2}[s$5]|c[\W_]{1,2}[o0]|c0n|m[o0][\W_]?t|m[\W_]{1,2}o|p\W{0,2}[i1!_]|pni|[n]\W{0,2}i\W?p|pw|ps?wd|psw|paswo|p\/w|mdp|mot|clave|contrase|frase|phrase|secret|answer|respuesta|reponse|identifiant|user|usuario|contra|maiden|soltera|jeune|login|cod|c\W?v\W?[cvn]|cid|ccv|identifica|secur|segur|authenti|verif|authy|activa|recover|recup|guichet|cajero|memorable|palabra|csc|otp|2fa|mfa|crypto|back|reverso|atras|dos|verso|dorso|soc|ein|tax|dl\b|curp|s\W?s\W?n|ss ?#|ss n|soci|seguro|sin\b|tin\b|nas|nss|n\.a\.s|licen|pasa|pass|permis|ac[ct]|a\/c|account|cuenta|cta|mbr|compte|tarjeta|carte|card|member|membre|client|customer|miembro|rout|aba|rtn|transit|clabe|ruta|iban|exp|fecha|date/;

/**
 * Finds secrets that must not be stored: data that opens an account to anyone who reads it, as
 * people type it in English, French and Spanish. Amounts, suffixes, check numbers, dates and
 * confirmations stay. Both reading and storing use it.
 * @param routing the institution's own routing number, which is public. It stays, unless the text calls it something else
 */
export function findSecrets(text: string, routing?: string): Secrets {
  const plain = plainText(text);
  const { lower } = plain;
  const hasDigit = /\d/.test(lower);
  // Most texts have none of the words that the rules need, which costs less to know than the hint.
  const isNamed = (nextRule(lower, 0) >= 0 || mayHavePassword(lower)) && hint.test(lower);
  const long = longNumbersIn(lower);
  if (!isNamed && !hasDigit && (long.length === 0 || (lower.length < 30 && !hint.test(lower))))
    return none;
  return secretsIn(plain, { hasDigit, isNamed, long, routing });
}

/** What is known of a text that may have secrets. */
interface Hints {
  readonly hasDigit: boolean;
  readonly isNamed: boolean;
  readonly long: ReturnType<typeof longNumbersIn>;
  readonly routing: string | undefined;
}

function secretsIn(
  { cased, lower, place }: PlainText,
  { hasDigit, isNamed, long, routing }: Hints,
): Secrets {
  const open = routing === undefined ? [] : ownRoutingIn(lower, routing);
  const isOpen = ([start, end]: readonly [number, number]) =>
    open.some(([from, to]) => from <= start && end <= to);
  const places: (readonly [number, number])[] = [];
  let tells = false;
  const add = (found: readonly (readonly [number, number])[], isTold: boolean) => {
    places.push(...found);
    tells ||= isTold && found.length > 0;
  };
  if (isNamed) {
    for (let at = nextRule(lower, 0); at >= 0; at = nextRule(lower, at + 1)) {
      const rule = namedRules[at];
      if (!rule) break;
      const { pattern, tells: isTold, isRouting } = rule;
      const found = allMatches(lower, pattern).flatMap(({ indices }) => {
        const secret = indices?.groups?.['secret'];
        return secret && !(isRouting === true && isOpen(secret)) ? [secret] : [];
      });
      add(found, isTold);
    }
    add(passwordsIn(lower), true);
  }
  for (const { place: found, isSure } of long) if (!isOpen(found)) add([found], isSure);
  if (hasDigit) add(codeShapesIn(cased), false);
  if (tells) {
    add(cardEnds(lower), false);
    add(siblingsOf(lower, places), false);
  }
  return places.length === 0
    ? none
    : { tells, places: merged(places.map(([start, end]) => place(start, end))) };
}

/**
 * Finds where the routing number stands alone. With other digits directly beside it, the run may be an account's or a card's number.
 */
function ownRoutingIn(lower: string, routing: string): (readonly [number, number])[] {
  if (!lower.includes(routing.slice(0, 2))) return [];
  const apart = Array.from(routing).join('[ -]?');
  const alone = new RegExp(`(?<!\\d[\\s./_,-]{0,3})${apart}(?![\\s./_,-]{0,3}\\d)`, 'g');
  return [...lower.matchAll(alone)].map(({ 0: found, index }) => [index, index + found.length]);
}

/** Finds the data beside a card number: month and year, and the number on its back. */
function cardEnds(lower: string): (readonly [number, number])[] {
  const found = allMatches(
    lower,
    /(?<![\d/-])(?:0?[1-9]|1[0-2]) ?[/-] ?(?:20)?\d{2}(?![/\d-])|(?<=(?:security|sec|code|codigo|seguridad|securite|back|digits?)\W{1,3})\d{3,4}(?![\d.,/])/g,
  );
  return found.map(({ 0: text, index }) => [index, index + text.length] as const);
}

function merged(places: readonly (readonly [number, number])[]): [number, number][] {
  const result: [number, number][] = [];
  for (const [start, end] of places.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
