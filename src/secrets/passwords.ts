import { allMatches } from '../kernel/patterns/all-matches.ts';
import { createSieve } from '../kernel/patterns/sieve.ts';
import {
  looseName,
  markedName as name,
  ownLooseName,
  phraseName,
  withNamesMarked,
} from './password-names.ts';
import { endsPhrase, isPhrase, isEverydayWord } from './everyday-words.ts';
import { between, betweenSaying, digitByDigit, digits, noMoney, roman } from './vocabulary.ts';

/** A token such as `hunter2` or `Fluffy!`. */
const piece = '[^\\s,;]{2,}';

interface PasswordRule {
  readonly pattern: RegExp;
  /** Values that are not passwords. */
  readonly isNone?: (value: string) => boolean;
  /** The password may continue after its first word. */
  readonly goesOn?: true;
}

const told = (text: string, rest: Omit<PasswordRule, 'pattern'> = {}): PasswordRule => ({
  pattern: new RegExp(text, 'dg'),
  ...rest,
});
const word = (text: string) => told(text, { isNone: isEverydayWord });
const phrase = (text: string) => told(text, { isNone: isEverydayWord, goesOn: true });

/** A token with a digit that is no date, time or amount. */
const withDigit =
  '(?![$€£]|[\\d.,:/-]*[.,:/-][\\d.,:/-]*(?:[ap]m)?[.!?]*(?![^\\s,;]))(?=[^\\s,;]*\\d)[^\\s,;]{4,}';

/** A token with a letter and a digit or sign, which no language has. */
const mixed = '(?=[^\\s,;]*[a-z])(?=[^\\s,;]*[\\d!@#$%&*])[^\\s,;()]{5,}';

const own =
  '(?:my|the|our|mi|la|mon|le|ma|nuestra|a|una|un)(?: new| old| nueva| bank| banking| nouveau)?';
/** Words of texts that ask for a password or report what happened to it, without telling it. */
const asks =
  "(?:(?:forg[eo]t|need|remember|chang|hack|stole|olvid|perd|necesit|oubli|besoin|comment|enter|typ|shar|some|log)[a-z']*|(?:lost|who|what|how|why|when|where|can't|cannot|cant|don't|dont|didn't|not|no|never|without|wrong|bad|they|email|mail|send|que|como|cual|quel|sans|sin|locked|expired|after|before|hate|fix|about|for|at|charge|get|got|have|has|is|are|does|do|your|su|votre|via|with)(?![a-z']))";
/** Words before a password that announce it. */
const before =
  "(?:(?:my|the|our|this|mi|la|el|mon|le|un|une|una|a|new|nueva|nuevo|nouveau|nouvel|old|temp|temporary|bank|banking|online|app|login|mobile|account|member|set|use|try|put|make|pls|please|hi|hello|hola|bonjour|and|y|et|it's|here's|here is)[^a-z0-9]{1,5}|(?:log ?in|user(?:name| ?id)?|usuario|identifiant|pin|nip|ssn)[^a-z0-9]{1,5}(?:is |es |est )?[a-z0-9]{1,30}[^a-z0-9]{1,5})";
/** Another secret follows, or the text ends. */
const last = '(?=\\W*$|\\W+(?:pin|nip|user|login|ssn|cvv|card)(?![a-z]))';
const as = '(?:as|como|comme)';
const isOf = "(?:is|was|es|est|era|c'est)";

/** `clave 4821` tells a password; `pass 200 to savings` is an order. */
const digitsFollow = `(?:(?:${name}|(?<![a-z0-9])clave(?![a-z0-9]))${between}|${looseName}(?:${betweenSaying}|${between}(?=[^a-z]*$)))`;

/** A passphrase by its name, to the end of the sentence. */
const phraseRule = told(
  `${phraseName}s?${betweenSaying}(?<secret>(?!(?:not|no|wrong|lost|forgotten)\\b)[^.!?;]{3,})`,
);

const rules: readonly PasswordRule[] = [
  // `password is correct horse battery staple`
  told(`${name}${betweenSaying}(?<secret>[a-z']{2,}(?:[ -][a-z']{2,}){2,6})(?=\\W*$)`, {
    isNone: (value) => !isPhrase(value),
  }),
  told(`${digitsFollow}(?<secret>${digits(3, 12)}${noMoney})`),
  told(`(?:${name}|${ownLooseName})${between}(?<secret>${digitByDigit(4, 12)}|${roman})`),
  told(`(?:${name}|${ownLooseName})[^"]{0,24}[:=\\s]"(?<secret>[^"]{2,})`),
  // `new password Tiger`, `pwd - Tiger`, and nothing else.
  phrase(
    `^\\W*${before}{0,5}(?:${name}|${ownLooseName})(?:[\\s:>-]+(?:new|nueva|nouveau|old|temporal))?[^a-z0-9]{1,8}(?<secret>${piece})${last}`,
  ),
  told(
    `^\\W*(?:(?!${asks})[a-z0-9']{1,30}[^a-z0-9']{1,5}){1,6}?(?:${name}|${ownLooseName})[^a-z0-9]{1,8}(?<secret>${piece})${last}`,
    { isNone: (value) => isEverydayWord(value) || /(?:ly|ment|mente|ed|ing)\W*$/.test(value) },
  ),
  word(`^\\W*(?:(?:my|the|new) )?pass${betweenSaying}(?<secret>${piece})`),
  word(`\\bchanged (?:my|the|our) ${name} to (?<secret>${piece})`),
  word(`${name} (?:from|de|desde) (?<secret>${piece})(?= (?:to|a) )`),
  word(`${name} (?:from|de|desde) \\S+ (?:to|a) (?<secret>${piece})`),
  // `cambiar mi contraseña por Tigre99`
  word(
    `(?<![a-z])(?:chang|cambi|modifi|remplac|reset|set|pon|mett|mets)[a-z]*\\W.{0,16}?(?:${name}|${ownLooseName})\\W+(?:to|a|por|pour|en|par|with)\\W+(?<secret>${piece})\\W*$`,
  ),
  told(
    `(?<![a-z0-9])(?:log ?in|user(?:name)?|usuario|identifiant)\\W+\\S+ ?[/|] ?(?<secret>[^\\s/]{4,})`,
  ),
  phrase(`(?:${name}|${ownLooseName})${betweenSaying}(?<secret>${piece})`),
  word(`${looseName}\\s*[:=]\\s*(?<secret>${piece})`),
  told(`(?:${name}|${looseName})${between}(?<secret>${withDigit})`),
  // `starts with Tig and ends with er99`
  word(
    `(?<=(?:${name}|${ownLooseName}).{0,60}?(?:starts?|begins?|ends?|empieza|termina|commence|finit|se termine) (?:with|con|en|par|avec) )(?<secret>${piece})`,
  ),
  word(`(?<![^\\s,;])(?<secret>[^\\s,;]{3,}) ${isOf} ${own} (?:${name}|clave(?![a-z]))`),
  word(
    `(?:it's|it is|es|c'est|use|try|type|enter|usa|utilise|essaie) (?<secret>${piece}),? (?:that'?s|as|for|como|comme|para|pour|is|es|c'est) (?:${own} )?(?:${name}|clave(?![a-z]))`,
  ),
  word(`^\\W*(?<secret>${piece})\\s*[=:]\\s*(?:${own} )?${name}\\W*$`),
  // `password spelled t-i-g-e-r`
  told(
    `(?:${name}|${ownLooseName})${between}(?:(?:spelled|capital|deletread[oa]|epele)\\W+)?(?<secret>[a-z0-9](?:[\\s.-][a-z0-9]){3,24})(?![a-z0-9])`,
  ),
  // `I use Tiger123 as password`, `Tiger123 (my password)`
  word(`(?<![^\\s,;])(?<secret>[^\\s,;]{3,}) ${as} (?:${own} )?(?:${name}|clave(?![a-z]))`),
  told(`(?<![^\\s,;])(?<secret>${mixed})[\\s(,-]+(?:${own} )?${name}(?=\\W*$)`),
  told(`/(?<secret>${mixed}) log ?in(?=\\W*$)`),
  // `my first pet is Rover for the security question`
  word(
    `${isOf} (?<secret>${piece})(?: [a-z]+)? (?:for|as|to|para|pour) (?:the|my|la|ma|mi) (?:(?:security|secret) questions?|pregunta (?:secreta|de seguridad)|question (?:secrete|de securite))`,
  ),
  // `mi usuario es juan, la clave es halcon`
  word(`(?<=usuario\\W.{1,40})(?<![a-z])clave${betweenSaying}(?<secret>${piece})`),
  told(`(?<![a-z])contra\\W+(?<secret>${mixed})`),
  // `old password: Tiger, new one: Lion`
  word(
    `(?<=${name}.{0,60}?)(?:new|old|other|current) one\\s*(?:[:=]|is|was)+\\s*(?<secret>${piece})`,
  ),
];

/** Matches every text in which a rule finds something, as a quick check before the rules. */
const named =
  /p[\W_]?[a@4]?[\W_]?[s$5]|p\/?w|mdp|m[o0][\W_]?t|c[\W_]?[o0][\W_]?n[\W_]?t|clave|phrase|frase|secur|secret|safe|memor|code (?:word|name)|palabra|respuesta|reponse|maiden|soltera|jeune|log|user|uname|usuario|identifiant/;

const sieve = createSieve(rules.map(({ pattern }) => pattern));

/** Whether the text has a name of a password: a quick check. */
export function mayHavePassword(lower: string): boolean {
  return named.test(lower);
}

/** Finds passwords in plain lower-case text, as start and end positions. */
export function passwordsIn(lower: string): (readonly [number, number])[] {
  if (!named.test(lower)) return [];
  const marked = withNamesMarked(lower);
  const mayMatch = sieve.sift(marked);
  return [
    ...placesOf(phraseRule, lower, lower),
    ...rules.flatMap((rule) => (mayMatch(rule.pattern) ? placesOf(rule, marked, lower) : [])),
    ...mixedNear(lower, marked),
  ];
}

function placesOf(
  { pattern, isNone, goesOn }: PasswordRule,
  marked: string,
  lower: string,
): (readonly [number, number])[] {
  return allMatches(marked, pattern).flatMap(({ indices }) => {
    const place = indices?.groups?.['secret'];
    if (!place || isNone?.(lower.slice(...place))) return [];
    return [goesOn ? ([place[0], phraseEnd(lower, place)] as const) : place];
  });
}

/** Finds the end of a phrase whose first word is known: `snow white`. */
function phraseEnd(lower: string, [start, end]: readonly [number, number]): number {
  if (!/^[a-z']+$/.test(lower.slice(start, end))) return end;
  let last = end;
  for (const { 0: next } of lower.slice(end).matchAll(/ [a-z']{2,}(?![\w@$])/gy)) {
    if (endsPhrase(next.trim()) || last - end > 40) break;
    last += next.length;
  }
  return last;
}

/** Names near which a token that no language has must be the password, whatever the sentence. */
const anyName = new RegExp(
  `${name}|${ownLooseName}|(?<![a-z])(?:log[ -]?in (?:info|name|details?|is)|user ?name|u(?:ser)?name|usuario|identifiant|/\\S+ login)(?![a-z])`,
  'g',
);

/**
 * Letters mixed with digits or signs: `Xk7!pQ2z`, `falcon88`; but no `covid-19`, address, command
 * or device.
 */
const mixedToken =
  /(?<![^\s,;:("'=/|>])(?![#@])(?!\S*(?:@|:\/\/|\.(?:com|org|net|ca|mx)\b))(?=[^\s,;]*[a-z])(?=[^\s,;]*(?:\d|[!@#$%^&*][a-z\d]))[a-z\d!@#$%^&*+_.-]{6,}/g;

const noPassword =
  /^(?:[a-z]+-\d+|\d+[a-z]{1,2}|(?:iphone|ipad|ios|windows|win|android|chrome|firefox|safari|galaxy|pixel|edge)[\d.]+|[\d.,:/-]+(?:am|pm|st|nd|rd|th|h|k)?)[.!]*$/;

/** The greatest distance between a name and its password. */
const nearMax = 60;

function mixedNear(lower: string, marked: string): (readonly [number, number])[] {
  const names = allMatches(marked, anyName).map(
    ({ 0: text, index }) => [index, index + text.length] as const,
  );
  if (names.length === 0) return [];
  return allMatches(lower, mixedToken)
    .map(({ 0: text, index }) => ({ text, start: index, end: index + text.length }))
    .filter(
      ({ text, start, end }) =>
        !noPassword.test(text) &&
        names.some(([from, to]) =>
          start >= to ? start - to <= nearMax : end <= from && from - end <= nearMax,
        ),
    )
    .map(({ start, end }) => [start, end] as const);
}
