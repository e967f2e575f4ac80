import { sampled } from '../support/sampled.ts';
import { expect, it } from 'vitest';
import { seededRandom } from '../../src/kernel/random.ts';
import { lexicon, read } from '../../src/languages/reading.ts';
import type { ReadingContext } from '../../src/reading/reading.ts';
import { wordsOf } from '../../src/reading/lexicon/tables.ts';
import { commandNames } from '../../src/kernel/vocabulary/intent.ts';
import { everyday, orders } from './corpora.ts';
import { everydayNotices } from './everyday-notices.ts';

const shares: ReadingContext = {
  shares: [
    { suffix: '7', kind: 'checking', nickname: 'Bills' },
    { suffix: '0', kind: 'savings' },
    { suffix: '5', kind: 'savings', nickname: 'Vacation' },
    { suffix: 'L01', kind: 'loan' },
  ],
};

/** Tells whether a reading would move money, or ask to. */
function moves(text: string, context: ReadingContext): boolean {
  const { intent } = read(text, context).reading;
  return intent === 'transfer' || intent === 'pay';
}

const texts = everyday();

it('no everyday question, banking question or small talk moves money', () => {
  expect(texts.length).toBeGreaterThan(550);
  const wrong = texts.filter(({ text }) => moves(text, {}) || moves(text, shares));
  expect(wrong).toEqual([]);
});

it('nor does it in other case, spacing and punctuation', () => {
  const clothes: ((text: string) => string)[] = [
    (text) => text.toUpperCase(),
    (text) => `${text}?`,
    (text) => `hi, ${text} please`,
    (text) => `@myvcu ${text}`,
    (text) => text.replaceAll(' ', '  '),
  ];
  for (const dress of clothes) {
    const wrong = texts.map(({ text }) => dress(text)).filter((text) => moves(text, {}));
    expect(wrong).toEqual([]);
  }
});

it('no everyday text locks, stops or opens a case unless it says so', () => {
  const grave = texts
    .filter(({ text }) =>
      ['lock', 'unlock', 'stop', 'start', 'dispute', 'code'].includes(
        read(text, {}).reading.intent,
      ),
    )
    .map(({ text }) => text);
  // A question about a charge or a missing transfer may report an error, so we treat it as a
  // dispute.
  expect(grave.filter((text) => !everydayNotices.has(text))).toEqual([]);
  expect([...everydayNotices].filter((text) => !grave.includes(text))).toEqual([]);
});

/**
 * The words of an order, in this test's view. A text that we read as an order may contain no
 * others.
 */
const orderWord = new RegExp(
  `^(?:${[
    '[-+]?[$€£]?[\\d.,]+[$€£]?|usd\\d+',
    '[a-z]{1,3}\\d{1,3}|[scl]|ch?k|chck|dda|sav|savs|svg?|checkings?|chequing|draft|savings?|share|loan|cert|certificate',
    'courant|epargne|pret|certificat|corriente|ahorros?|prestamo|certificado|cheques|che|chec|check|savi',
    'from|to|into|onto|in|vers|au|sur|dans|en|a|de|du|depuis|desde|del|hacia|para|al',
    'my|the|account|acct|accounts?|of|and|please|pls|plz|now|today|over|it|out|me|for|you|thank|thanks|thx|right|away',
    'mon|ma|mes|le|la|les|un|une|una|compte|svp|stp|merci|mi|mis|el|los|las|cuenta|por|favor|gracias|ahora|hoy|maintenant',
    'dollars?|bucks?|usd|gbp|cad|mxn|euros?|eur|dolar(?:es)?|pesos?|asap|immediately|then|put|move|an?|hi|hello|hey|so|ok|okay',
    'can|could|would|will|i|want|need|like|wish|wanna|lets|go|ahead|make|do|transfer|kindly|dm?|m',
    'pouvez|pourriez|vous|peux|pourrais|tu|je|veux|voudrais|souhaite|dois|aimerais|veuillez|faire|faites|fais|bonjour|salut|bonsoir|plait|sil',
    'puede|puedes|podria|podrias|pueden|usted|quiero|quisiera|necesito|deseo|gustaria|hacer|haga|haz|hola',
    'money|funds|cash|some|sum|amount|total|suffix|for|pour|put|out|compte|bills|vacation|[$€£]|vous|s.il',
    'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|one',
    'immediate?|rapide|interne|inmediat[ao]|rapid[ao]|intern[ao]',
    'deux|trois|quatre|cinq|sept|huit|neuf|dix|vingt|trente|quarante|cinquante|soixante|cents?|mille',
    'dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|mil',
  ].join('|')})$`,
);

const strictHeads = /^(?:xfers?|xfr|x|trn|trf|trans?|tfr|tr)$/;
const heads =
  /^(?:transfer|transferr?ed|moved|sent|move|send|put|shift|take|add|pull|deposit|enviar?|envie|mandar?|mande|depositar?|deposite|agrega[r]?|agregue|envo(?:yer|yez|ie)|verse[rz]?|ajoute[rz]?|depose[rz]?|prendre|prenez|prends|virement|virer|vire|virez|transf.*|deplacez?|deplacer|mettre|mettez|mets|passer|passez|passe|pasar|pasa|pase|pasame|mover|mueve|mueva|traspas.*|poner|pon|ponga|ponme)$/;

/** Words that may surround an order and mean nothing. */
const beside =
  /^(?:dollars?|bucks?|usd|gbp|euros?|dolar(?:es)?|pesos?|please|pls|plz|now|today|thanks|svp|gracias|merci|por|favor)$/;

/**
 * Tells whether a text is a complete order: a word for a transfer, an amount, and only words of an
 * order.
 */
function isLiteralOrder(text: string, isKnown: boolean): boolean {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/\s+|->|[>;]/)
    .map((word) => word.replace(/^[^\p{L}\p{N}$€£#@+.,-]+|[^\p{L}\p{N}$€£%]+$/gu, ''))
    .filter((word) => word !== '' && !word.startsWith('@'));
  if (
    !words.some(
      (word) =>
        /\d/.test(word) ||
        /teen$|ty$|hundred|cien|mil|nq|ent|^(?:dollar|buck|euro|dolar|peso)$/.test(word),
    )
  )
    return false;
  const at = words.findIndex((word) => {
    const bare = word.replace(/^#/, '');
    return (
      strictHeads.test(bare) ||
      heads.test(bare) ||
      /^(?:pay|payer|pagar)$/.test(bare) ||
      isSlip(bare)
    );
  });
  const head = words[at]?.replace(/^#/, '') ?? '';
  const isHash = words[at]?.startsWith('#') === true;
  const rest = words.slice(at + 1);
  if (head === 'pay' || head === 'payer' || head === 'pagar') {
    return isHash || text.includes('@');
  }
  const strange = rest.filter(
    (word) =>
      !orderWord.test(word.replace(/^[ld]'/, '').replace(/^#/, '')) &&
      // The beginning of a nickname is enough to name it.
      !(isKnown && word.length >= 3 && /^(?:bill|vaca)/.test(word)),
  );
  if (strictHeads.test(head) || isHash) return strange.length <= 2;
  // Two other names only in `AMOUNT from NAME to NAME`. Into an own share, it may come from
  // anywhere.
  const core = rest.filter((word) => !beside.test(word));
  const before = core[core.indexOf(strange[0] ?? '') - 1] ?? '';
  const isSource = strange.length === 1 && /^(?:from|de|desde|du|depuis)$/.test(before);
  return strange.length === 0 || ((strange.length === 2 || isSource) && core.length === 5);
}

/** A mistyped `transfer`, for which we ask before money moves. */
function isSlip(word: string): boolean {
  return read(`${word} 50 7 0`, {}).reading.intent === 'transfer';
}

const shuffled = sampled({ all: 100_000, sample: 8_000 });

it(`of ${shuffled} shuffled texts none moves money unless it is literally an order`, () => {
  const random = seededRandom('word salad');
  const pick = <Value>(list: readonly Value[]): Value | undefined =>
    list[random.below(list.length)];
  const sentences = [...texts, ...orders()].map(({ text }) => text.split(' '));
  const commands = commandNames.flatMap((intent) =>
    lexicon.begins.flatMap(({ words }) => wordsOf(words[intent] ?? '')),
  );
  const figures =
    '50 5 7 0 1042 $20 1,250.00 20,50 .5 -50 1e3 70 4821 S01 12:30 5pm 401k 3rd'.split(' ');
  const names =
    'checking savings chk sav loan all mom john house my account to from in a de vers'.split(' ');
  const read1 = { texts: 0, moving: 0, wrong: [] as string[] };
  for (let index = 0; index < shuffled; index += 1) {
    const base = pick(sentences) ?? [];
    const other = pick(sentences) ?? [];
    const words = [
      ...base.slice(0, random.below(base.length + 1)),
      ...other.slice(random.below(other.length + 1)),
    ];
    for (let change = random.below(5); change > 0; change -= 1) {
      const at = random.below(words.length + 1);
      const source = [commands, figures, names, base][random.below(4)] ?? figures;
      const word = pick(source) ?? '';
      if (random.below(3) === 0) words.splice(at, 1);
      else words.splice(at, random.below(2), random.below(12) === 0 ? `#${word}` : word);
    }
    const text = words.join(' ');
    const context = random.below(2) === 0 ? {} : shares;
    read1.texts += 1;
    if (!moves(text, context)) continue;
    read1.moving += 1;
    if (!isLiteralOrder(text, context === shares)) read1.wrong.push(text);
  }
  expect(read1.wrong).toEqual([]);
  // If we never read an order, the test would prove nothing.
  expect(read1.moving).toBeGreaterThan(shuffled / 500);
  expect(read1.texts).toBe(shuffled);
});
