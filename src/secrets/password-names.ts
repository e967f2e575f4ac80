/** The names of passwords, as parts of regular expressions for plain lower-case text. */

/**
 * Matches a word even as typed to bypass a filter: `p@ssw0rd`, `p a s s w o r d`, `mot-de-passe`.
 */
function disguised(word: string): string {
  return Array.from(word, (letter) => looks[letter] ?? letter).join('[\\s._*-]?');
}

const looks: Readonly<Record<string, string>> = {
  a: '[a@4]',
  e: '[e3]',
  i: '[i1!]',
  o: '[o0]',
  s: '[s$5]',
  ' ': '[\\s._-]{0,2}',
};

const words = ['password', 'passcode', 'passphrase', 'contrasena', 'mot de passe'];

/** Typing errors: `passwrod`, `pasword`, `psswd`. */
const misspellings = 'p[a@4]?[s$5]{1,2}[ -]?(?:w[o0]?r[o0]?d|wrd|wd|[o0]wrd|[o0]rd|w[o0]r)s?';

/** Agreed words, and answers to questions. */
const agreed =
  '(?:(?:security|secret|safe|memorable|code) (?:words?|names?|places?))|palabra (?:secreta|clave|de seguridad)|mot (?:secret|de securite)|(?:security|secret) (?:question )?answers?|answer to (?:my|the) (?:security|secret) question|respuesta (?:secreta|de seguridad)|reponse (?:secrete|de securite)|maiden name|apellido de soltera|nom de jeune fille';

/** Names that can only mean a password. */
const passwordName = new RegExp(
  `(?<![a-z0-9])(?:(?:new|my)[-_]?)?(?:(?:${words.map(disguised).join('|')})s?|${misspellings}|passwort|pswd|psw|psswd|pwd?|pword|p/w|mots? ?d[e ]? ?passe|mdp|contraseni?as?|clave de acceso|phrase (?:secrete|de passe)|frase (?:secreta|de contrasena)|${agreed})(?![a-z0-9])`,
  'g',
);

/** A name in a marked text. It keeps rules with a name small. */
export const markedName = '\u0001\u0002*(?!\u0002)';

/** Replaces each password name by a mark of the same length. */
export function withNamesMarked(lower: string): string {
  return lower.replaceAll(passwordName, ({ length }) => `\u0001${'\u0002'.repeat(length - 1)}`);
}

/** Names that are also everyday words. They need more context before a value. */
export const looseName =
  '(?<![a-z0-9])(?<!(?:bus|boarding|fast|ski|season|day|hall|monthly|park|gate) )(?:clave|pass|login)(?![a-z0-9])';

export const ownLooseName =
  '(?<![a-z0-9])(?:(?:mi|tu|su|my|the|new|nueva|old|temp) (?:nueva |new |old )?(?:clave|pass)(?: secreta)?|(?:mi|la) contra)(?![a-z0-9])';

/** Names of phrases. */
export const phraseName =
  '(?<![a-z0-9])(?:pass ?phrase|phrase (?:secrete|de passe)|frase (?:secreta|de contrasena))';
