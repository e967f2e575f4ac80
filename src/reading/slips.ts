import type { Grammar } from './grammar.ts';

/** Ordinary words that stand a slip away from a command's: never taken for a slip. */
export const ordinaryWords: readonly string[] =
  `thanks thank this that them they then than what when where who whom lost list least best rest test text next nest most mist must fast past cast east vast host cost post dust just
  list fist hint mind mine mini main lion love move mode code core come some home hope hold hole cold gold bold told sold fold
  hello help hell held heel heal heap sand send sent lend bend mend spend seed lock look luck lick clock block dock rock sock
  loan lean load lord lore more mere mare male sore tore wore fore four hour hours your yours house horse mouse person parson
  train trains trainer brain check cheek chick chuck chess chest chance change charge cherry branch brunch trench french
  human humans agent agents scent event client clients limit limits admit permit count counts amount account recount country
  money honey monkey monday sunday today balance valance dance ballet ballot detail retail retails details history mystery
  transit transfer translate transport transform trance friends friend great groan freeze breeze frozen suspect suspend
  deposit deposits withdraw withdrew withdrawn credit credits debit debt debut bills bill ball balls bell bells bull full fall pull pulls dull doll
  hills till wall well will mall call calls tall statement state station stating active action actions motion native
  talking walking connecting contacting content contents canned planned etranger etrangers stranger strangers
  pending bending sending spending lending mending ending wedding reading contact contract contacts fraud freud froud
  cancel council counsel cheer cheers cheap unlock inlock pay play lay say day may way hay ray bay
  solde soldat solder saldo salud saludo mundo ayuda ayudar aide aider cuenta cuento cuanto cuando vacaciones
  merci gracias bonjour hola buenos bonne bueno donde ahora quand quoi quel quelle comment pourquoi porque tarde noche
  stock stoop stops store story sport short shirt status info into onto menu mend vend rend fend command commend demand
  shop shops step steps slop slot slow stow stomp strop swop atop spot post crop chop drop flop prop snap stab stay star stars stark
  stare starts started smart tart stair stairs stack stamp suit suite quite quiet quiz quid quip quilt quits quitter
  bajo bajar caja raja bala bata baya hoja hija alta altos auto algo salto actor acto alma alas halo arrest caret
  cancer cancels canceled candle canal angel chancel evoke revoked provoke invoke resumes resumed presume assume consume resumen
  moved moves transferred transfered locked locks blocked bloque paid pays payed optic option opting options outfit layout
  commands accent accents list last lasts late later lists light night right sight might fight eight weight`.split(
    /\s+/,
  );

const ordinary = new Set(ordinaryWords);

/** Words of the grammar at least this long can be meant by a slip. */
const lengthMin = 4;

/**
 * The command word that a mistyped one means: one letter wrong, missing, too many or swapped, two from seven letters on;
 * one nearest word only. Ordinary words are what they are.
 */
export function mend(word: string, grammar: Grammar): string | undefined {
  if (word.length < lengthMin || word.length > 20 || ordinary.has(word) || !/^[a-z]+$/.test(word))
    return undefined;
  const most = word.length >= 7 ? 2 : 1;
  let best = most + 1;
  let found: string[] = [];
  for (const candidate of grammar.words.keys()) {
    // `tran` means what its arguments say: no slip can mean it.
    if (
      candidate === 'tran' ||
      candidate.length < lengthMin ||
      Math.abs(candidate.length - word.length) > most
    )
      continue;
    // Two slips in a short word make another word.
    const allowed = candidate.length >= 7 ? most : 1;
    const distance = slipsBetween(word, candidate, allowed);
    if (distance > allowed || distance > best) continue;
    if (distance < best) found = [];
    best = distance;
    found.push(candidate);
  }
  const intents = new Set(found.map((candidate) => grammar.words.get(candidate)?.intent));
  return intents.size === 1 ? found[0] : undefined;
}

/** Nearest command word within two slips, for suggestions only. */
export function near(word: string, grammar: Grammar): string | undefined {
  if (word.length < lengthMin || word.length > 20 || ordinary.has(word)) return undefined;
  const most = word.length >= 8 ? 2 : 1;
  let best = most + 1;
  let found: string | undefined;
  for (const candidate of grammar.words.keys()) {
    // `balx` begins with a short word; a short word within another is chance.
    if (candidate.length < lengthMin && !(candidate.length === 3 && word.startsWith(candidate)))
      continue;
    const distance = slipsBetween(word, candidate, most);
    if (distance < best) {
      best = distance;
      found = candidate;
    }
  }
  for (const other of best > 1 ? ordinary : []) {
    // `thanls` is nearer to thanks than to anything of ours.
    if (slipsBetween(word, other, best - 1) < best) return undefined;
  }
  return found;
}

/** Damerau-Levenshtein (adjacent swaps) up to `most`; `most + 1` where it is more. */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let value = Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      }
      current.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? most + 1;
}
