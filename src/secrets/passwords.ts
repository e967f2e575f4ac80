import { between, betweenSaying, digits, noMoney } from './vocabulary.ts';

const name =
  '(?<![a-z0-9])(?:pass[ -]?(?:words?|wrds?|codes?|phrases?|wd)|paswords?|passwort|passwd|pswd|psw|pwd?|p/w|mots? ?d[e ]? ?passe|mdp|contrasen(?:a|ia)s?|clave de acceso|palabra clave|phrase (?:secrete|de passe)|frase (?:secreta|de contrasena)|(?:security|secret) (?:question )?answers?|answer to (?:my|the) (?:security|secret) question|respuesta (?:secreta|de seguridad)|reponse (?:secrete|de securite)|maiden name|apellido de soltera|nom de jeune fille)(?![a-z0-9])';

/** Names that are everyday words too: more has to be said before a value follows. */
const looseName = '(?<![a-z0-9])(?:clave|pass|login)(?![a-z0-9])';

const ownLooseName =
  '(?<![a-z0-9])(?:(?:mi|tu|su|my) (?:nueva |new )?(?:clave|pass)(?: secreta)?|(?:mi|la) contra)(?![a-z0-9])';

const phrase =
  '(?<![a-z0-9])(?:pass ?phrase|phrase (?:secrete|de passe)|frase (?:secreta|de contrasena))';

/** A piece of text, such as `hunter2` or `Fluffy!`. */
const piece = '[^\\s,;]{2,}';

/** What follows "my password is" where no password is told. */
const talk = new Set(
  `not no now never always wrong incorrect invalid expired expiring locked lost forgotten forgot broken reset resetting changed
  change blocked bad stolen compromised hacked being been too very so the my a an that this it what which who still working gone
  required needed missing safe weak strong old new same different correct right ok okay secret private case sensitive long
  short good empty blank unknown your for to in on at if where when how why just also only about asking asked used known
  something someone somebody anything rejected declined refused accepted disabled saved written stuck failing failed here
  there easy hard pas plus incorrecte faux fausse expire expiree oublie oubliee perdu perdue bloque bloquee vole volee
  invalide mauvais mauvaise errone erronee trop tres le la les mon ma un une toujours encore refuse refusee requis compromis
  pirate bonne correcte demande quel quelle ce ceci cela voici ou jamais incorrecta incorrecto mala mal invalida equivocada
  vencida expirada olvidada perdida bloqueada robada mi el una muy demasiado siempre todavia correcta secreta necesaria
  obligatoria rechazada nueva vieja que cual esta este esa ese aqui donde nunca olvide oublier ahorrar help please pls problem problems issue ayuda problema aide probleme svp`.split(
    /\s+/,
  ),
);

interface PasswordRule {
  readonly pattern: RegExp;
  /** A word of everyday talk in the value's place is none. */
  readonly notTalk: boolean;
}

const told = (text: string, notTalk = true): PasswordRule => ({
  pattern: new RegExp(text, 'dg'),
  notTalk,
});

/** With a digit, and neither a date, a time nor an amount. */
const withDigit =
  '(?![$€£]|[\\d.,:/-]*[.,:/-][\\d.,:/-]*(?:[ap]m)?[.!?]*(?![^\\s,;]))(?=[^\\s,;]*\\d)[^\\s,;]{4,}';

/** `clave 4821` is told; `pass 200 to savings` is an order. */
const digitsFollow = `(?:(?:${name}|(?<![a-z0-9])clave(?![a-z0-9]))${between}|${looseName}(?:${betweenSaying}|${between}(?=[^a-z]*$)))`;

const rules: readonly PasswordRule[] = [
  told(
    `${phrase}s?${betweenSaying}(?<secret>(?!(?:not|no|wrong|lost|forgotten)\\b)[^.!?;]{3,})`,
    false,
  ),
  told(`${digitsFollow}(?<secret>${digits(3, 12)}${noMoney})`, false),
  told(`(?:${name}|${ownLooseName})[^"]{0,24}[:=\\s]"(?<secret>[^"]{2,})`, false),
  // `pwd - Tiger`, and nothing besides.
  told(`^\\W*${name} [->]+ (?<secret>${piece})\\W*$`),
  told(`\\bchanged (?:my|the|our) ${name} to (?<secret>${piece})`),
  told(
    `(?<![a-z0-9])(?:log ?in|user(?:name)?|usuario|identifiant)\\W+\\S+ ?[/|] ?(?<secret>[^\\s/]{4,})`,
    false,
  ),
  told(`(?:${name}|${ownLooseName})${betweenSaying}(?<secret>${piece})`),
  told(`${looseName}\\s*[:=]\\s*(?<secret>${piece})`),
  told(`(?:${name}|${looseName})${between}(?<secret>${withDigit})`, false),
  told(
    `(?<![^\\s,;])(?<secret>[^\\s,;]{3,}) (?:is|was|es|est|era|c'est) (?:(?:my|the|our|mi|la|mon|le|ma|nuestra)(?: new| old| nueva| bank| banking)?) (?:${name}|clave(?![a-z]))`,
  ),
];

/** Where passwords are told in a plain text in lower case: as they begin and end. */
export function passwordsIn(lower: string): (readonly [number, number])[] {
  return rules.flatMap(({ pattern, notTalk }) =>
    [...lower.matchAll(pattern)].flatMap(({ indices, groups }) => {
      const place = indices?.groups?.['secret'];
      const isTalk = notTalk && isEveryday(groups?.['secret'] ?? '');
      return place && !isTalk ? [place] : [];
    }),
  );
}

function isEveryday(value: string): boolean {
  const first = value.split(/[^a-z0-9'@!#$%&*+/\\^~-]+/).find((one) => one !== '') ?? '';
  return first === '' || talk.has(first.replace(/^'+|[!'-]+$/g, ''));
}
