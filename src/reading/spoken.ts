import { languages, type Language } from '../kernel/vocabulary/language.ts';

/** Words that one language has and the others here have not. Command words that are borrowed are none of these. */
const own: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: words(
    `the my what what's is are how much many do does did have has i when where which why who can could please show me tell this that these
    was were will would your you balance account money savings checking deposit deposits check latest left available any there`,
  ),
  fr: words(
    `mon ma mes quel quelle quels est sont combien je j'ai ai vous votre quand pourquoi qui puis peux montrez moi dites cette ces
    solde compte epargne courant argent dernier derniers depots il reste les des sur svp est-ce avez disponible cheque`,
  ),
  es: words(
    `mi mis cual cuales es son cuanto cuanta tengo hay cuando donde quien puedo muestreme digame esta este ese esa
    saldo cuenta cuentas ahorros corriente dinero ultimo ultimos depositos queda el los por favor disponible cheque usted`,
  ),
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

/**
 * The language that a text unmistakably speaks: at least two different words that only it has, and none that only another has.
 * @param flat in lower case, without accents and punctuation
 */
export function spokenLanguage(flat: string): Language | undefined {
  const said = [...new Set(flat.split(/[\s-]+/))];
  const counts = languages.map((language) => ({
    language,
    count: said.filter((word) => isOnly(word, language)).length,
  }));
  const [only, another] = counts.filter(({ count }) => count > 0);
  return only && !another && only.count >= 2 ? only.language : undefined;
}

function isOnly(word: string, language: Language): boolean {
  return languages.every((one) => own[one].has(word) === (one === language));
}
