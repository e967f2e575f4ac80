import { signOf, type ErrorTerm } from './lexicon/error-words.ts';

/**
 * Combinations of meanings that may report an error (12 CFR 1005.11(a)): patterns over the line of `errorTermsOf`, the same for all
 * languages. A missed notice costs the member their rights; a false one costs staff a minute. In doubt, it is a notice.
 */
type Term = ErrorTerm | 'sum';

const of = (...terms: readonly Term[]): string => `[^ ]*[${terms.map(signOf).join('')}][^ ]*`;
/** At most this many other words between, within a sentence. */
const gap = (most: number): string => `(?: (?![/])\\S+){0,${most}} `;
const then = (most: number, ...parts: readonly string[]): string => parts.join(gap(most));
const near = (most: number, a: string, b: string): string =>
  `(?:${then(most, a, b)}|${then(most, b, a)})`;
const rule = (...parts: readonly string[]): RegExp => new RegExp(` ${parts.join('')}(?= )`);

const debit = of('charge', 'payment', 'transfer', 'fee');
const entry = of('charge', 'payment', 'transfer', 'fee', 'deposit', 'refund');
const cash = of('money', 'sum');
const books = of('account', 'statement', 'balance');
const incoming = of('deposit', 'refund', 'money', 'transfer', 'payment', 'sum');
/** `did not make`, but not `do not want to make`. */
const notDid = `${of('not')}(?: (?![/]|${of('please')})\\S+){0,2} ${of('did', 'buy')}`;
const got = of('arrive', 'gave', 'putIn', 'take');
const several = of('many', 'sum');
const end = '(?= (?:[/?]|$))';
const notMy = (most: number) => `(?: (?![/]|${of('my')})\\S+){0,${most}} `;

/** These are notices in any context. */
export const errorRules: readonly RegExp[] = [
  // Stolen, hacked, scammed.
  rule(
    near(
      6,
      of('steal', 'hack', 'scam'),
      of(
        'money',
        'sum',
        'account',
        'balance',
        'charge',
        'deposit',
        'refund',
        'payment',
        'transfer',
      ),
    ),
  ),
  rule(then(2, of('self'), of('hack', 'scam'))),
  new RegExp(`^ (?:_ )?(?:${of('my')} )?${of('hack', 'scam')} (?:[/?] )*$`),
  // Fraud, unauthorized, odd.
  rule(
    near(4, of('fraud', 'unauthorized'), `(?:${entry}|${books}|${cash}|${of('card', 'activity')})`),
  ),
  rule(near(1, of('odd'), of('money'))),
  rule(then(7, debit, of('odd'))),
  rule(near(3, of('odd'), `(?:${debit}|${of('deposit', 'activity')})`)),
  rule(then(2, of('thereIs', 'report'), of('fraud', 'unauthorized'))),
  // Not me, not mine, never heard of it.
  rule(near(8, of('notMe'), `(?:${entry}|${cash}|${of('take')})`)),
  new RegExp(`^ (?:(?:_|${of('this', 'you', 'self')}) ){0,3}${of('notMe')} (?:[/?] )*$`),
  rule(notDid, notMy(3), debit),
  rule(of('not'), gap(1), of('did', 'buy'), ' ', of('this'), gap(2), `(?:${cash}|${entry})`),
  rule(then(4, `(?:${cash}|${of('take')})`, notDid)),
  rule(then(14, `(?:${entry}|${then(4, of('thereIs'), of('sum'))})`, notDid)),
  new RegExp(
    `(?<= )(?:${debit}|${of('money', 'atm')})${gap(10)}${of('self')} ${of('not')}(?: ${of('did')})?(?: _)?${end}`,
  ),
  rule(`${debit}(?: \\S+){0,10} `, then(2, of('not'), of('did')), ' _', end),
  rule(then(2, of('not', 'neverBeen'), of('use')), gap(3), of('card'), '(?: \\S+)* ', debit),
  rule(debit, '(?: \\S+)* ', then(2, of('not', 'neverBeen'), of('use')), gap(3), of('card')),
  rule(near(12, entry, of('cantRecall'))),
  rule(near(8, debit, of('whence'))),
  rule(near(8, entry, then(4, of('not', 'neverBeen'), of('byMe')))),
  rule(near(8, of('balance', 'money'), near(1, of('did'), of('anything')))),
  rule(of('anything'), gap(2), of('not'), gap(1), of('buy')),
  rule(of('not'), gap(1), of('buy'), ' ', of('anything'), ' ', of('at')),
  new RegExp(
    `(?<= )(?:${debit}|${of('spend')})${gap(8)}${of('sum')}${gap(8)}${of('only', 'still')}(?: \\S+)? ${of('not')}(?: ${of('did')})? (?:[/?] )*$`,
  ),
  rule(then(4, of('not'), of('recognize'), `(?:${entry}|${of('sum', 'activity', 'statement')})`)),
  rule(of('recognize'), ' ', of('not'), gap(3), `(?:${entry}|${of('sum', 'activity')})`),
  rule(then(12, `(?:${entry}|${of('sum', 'activity')})`, then(2, of('not'), of('recognize')))),
  rule(then(8, `(?:${entry}|${of('sum', 'activity')})`, of('recognize')), ' ', of('not')),
  new RegExp(`(?<= )${then(6, debit, of('unsure'))}${end}`),
  rule(near(10, entry, of('shouldNotBe'))),
  rule(near(6, of('neverBeen'), `(?:${entry}|${of('shop', 'take')})`)),
  rule(near(8, of('without'), `(?:${entry}|${cash}|${of('use', 'take', 'account', 'card')})`)),
  rule(then(3, of('someone', 'stranger'), of('use'), of('card', 'account', 'money'))),
  rule(then(4, of('stranger'), of('did', 'buy', 'use'), debit)),
  rule(then(6, of('stranger'), of('buy'), of('card', 'account'))),
  rule(then(4, of('card', 'account'), then(2, of('use'), of('stranger')))),
  rule(then(8, of('steal'), of('card'), of('use'))),
  // What was lost, and what happened then.
  rule(
    then(4, of('steal', 'lost'), of('card', 'belongings')),
    '(?: \\S+)* ',
    then(
      4,
      of('thereIs', 'listed', 'use', 'take', 'stranger'),
      `(?:${debit}|${of('money', 'card')})`,
    ),
  ),
  rule(
    then(4, of('belongings', 'card'), of('steal', 'lost')),
    '(?: \\S+)* ',
    then(
      4,
      of('thereIs', 'listed', 'use', 'take', 'stranger'),
      `(?:${debit}|${of('money', 'card')})`,
    ),
  ),
  new RegExp(
    `^ (?:_ )?${of('use')} ${of('my')} ${of('card', 'account')} (?!.*${of('spend', 'order')})`,
  ),
  // Taken by someone, twice, too much, after the end.
  rule(
    then(
      4,
      then(2, of('someone', 'you', 'who'), of('take')),
      `(?:${cash}|${of('account', 'card', 'tooMuch')})`,
    ),
  ),
  rule(then(3, of('take'), `(?:${cash})`)),
  rule(then(3, cash, of('take'))),
  rule(near(8, `(?:${entry}|${of('take', 'spend')})`, of('twice'))),
  rule(near(3, of('listed'), of('twice'))),
  rule(then(4, of('you'), of('arrive'), of('twice'))),
  // Two of the same, or two for one.
  rule(then(3, several, then(2, of('same'), entry))),
  rule(several, ' ', entry, gap(2), of('same')),
  rule(then(1, several, entry), gap(10), of('once', 'same')),
  rule(then(4, of('why', 'whyThere'), then(1, several, entry))),
  rule(then(3, of('shouldBe'), of('once'))),
  rule(then(5, of('sum'), of('shouldBe'), of('sum'))),
  rule(then(2, of('thereIs', 'listed'), of('many'), debit)),
  rule(of('overcharge')),
  rule(near(3, of('take'), of('tooMuch', 'wrong'))),
  rule(near(2, debit, of('tooMuch'))),
  rule(near(2, of('takes'), of('tooMuch'))),
  // The wrong amount, place or figure.
  rule(near(5, `(?:${entry}|${of('take', 'putIn', 'atm')})`, then(1, of('wrong'), of('amount')))),
  rule(near(4, of('wrong', 'error'), `(?:${entry}|${of('statement', 'balance')})`)),
  rule(near(4, of('error'), of('account'))),
  rule(near(8, `(?:${entry}|${of('money')})`, near(1, of('wrong'), of('account')))),
  rule(
    `(?<=${entry}.*|${books}.*|${cash}.*)`,
    near(5, of('shouldBe'), `(?:${of('sum')}|${of('money')})`),
  ),
  rule(near(5, of('shouldBe'), of('sum')), gap(4), `(?:${cash}|${books}|${of('only', 'not')})`),
  // Missing, never came.
  rule(near(4, of('missing'), `(?:${cash}|${entry})`)),
  rule(then(8, `(?:${incoming})`, then(3, of('not'), of('arrive')))),
  // French puts `pas` after the verb.
  rule(then(5, `(?:${incoming})`, of('arrive')), ' ', of('not')),
  rule(of('arrive'), ' ', of('not'), gap(2), of('deposit', 'refund', 'money', 'transfer')),
  rule(
    then(2, of('not'), `${of('arrive')}${gap(3)}${of('deposit', 'refund', 'money', 'transfer')}`),
  ),
  rule(of('where'), gap(3), `(?:${of('deposit', 'refund', 'money', 'transfer', 'sum')})`),
  rule(then(3, of('not'), of('refund'))),
  rule(of('moneyBack')),
  rule(then(4, of('reverse'), of('charge', 'payment', 'fee'))),
  // The ATM kept it.
  rule(of('ate'), gap(1), of('my'), gap(1), of('money')),
  rule(of('gave'), gap(1), of('my'), ' ', of('money')),
  rule(then(8, of('amount', 'fullAmount'), of('tooMuch')), gap(3), got),
  rule(then(1, of('asked'), of('tooMuch')), gap(4), got),
  rule(near(8, cash, of('different')), gap(6), of('asked')),
  rule(then(4, then(2, of('only'), got, of('sum')), of('sum'))),
  rule(near(8, of('fullAmount'), of('different', 'wrong'))),
  rule(then(2, of('not'), of('take')), gap(4), of('atm')),
  rule(near(10, then(3, of('asked'), of('sum')), then(6, got, of('sum')))),
  rule(then(8, then(3, of('asked'), of('sum')), then(2, of('only', 'still'), of('sum')))),
  rule(near(8, near(3, of('less'), cash), of('asked', 'atm'))),
  rule(then(6, got, of('less'), of('asked', 'atm'))),
  rule(near(3, of('charge', 'deposit'), of('less'))),
  rule(then(6, of('not'), got, of('fullAmount'))),
  rule(then(4, of('not', 'gave'), of('fullAmount'))),
  rule(
    near(
      10,
      near(8, of('amount', 'fullAmount'), of('different', 'wrong')),
      `(?:${cash}|${of('charge', 'atm', 'deposit', 'asked')})`,
    ),
  ),
  rule(then(6, of('atm'), of('gave'))),
  rule(then(6, of('gave'), of('atm'))),
  rule(then(3, of('atm'), `(?:${of('ate')})`, cash)),
  rule(near(4, of('missing'), of('atm'))),
  rule(then(10, of('atm'), of('only', 'still'), of('sum'))),
  // Two figures that should be one.
  rule(then(8, of('deposit', 'putIn'), of('sum'), of('only', 'not', 'still'), of('sum'))),
  rule(then(8, of('only'), of('putIn', 'arrive'), of('sum'))),
  rule(then(8, of('putIn'), of('sum'), of('someone', 'you'), of('putIn', 'arrive'), of('sum'))),
  rule(then(1, of('sum'), of('you', 'someone', 'only')), gap(2), then(1, of('putIn'), of('sum'))),
  rule(near(1, of('only'), of('spend')), gap(1), of('sum'), gap(4), of('sum')),
  // Canceled, but still charged.
  rule(near(8, of('canceled'), then(3, of('still'), of('account')))),
  rule(
    near(
      8,
      of('canceled'),
      `(?:${then(4, of('still'), `(?:${of('take', 'takes', 'charge')})`)}|${then(4, of('take', 'takes', 'charge'), of('still'))})`,
    ),
  ),
  // What is this charge (12 CFR 1005.11(a)(1)(vii)).
  rule(of('what', 'who', 'unsure'), gap(4), of('this'), gap(3), `(?:${entry}|${of('sum')})`),
  rule(of('what', 'who', 'unsure'), gap(1), of('the'), gap(1), of('sum')),
  rule(of('what'), gap(2), of('the'), gap(2), of('charge'), ' ', of('at'), ` (?!${of('atm')})`),
  rule(of('what'), gap(1), of('the'), gap(1), entry, ' ', of('at', 'forWhat'), gap(1), of('sum')),
  rule(of('what'), gap(3), of('spend'), gap(1), of('sum')),
  rule(of('this'), gap(2), entry, gap(6), of('legit')),
  rule(of('who'), gap(2), of('take')),
  rule(of('why'), gap(4), of('take')),
  rule(
    of('what'),
    gap(8),
    of('why'),
    gap(3),
    of('at'),
    ' ',
    of('my'),
    ' ',
    of('account', 'statement', 'card'),
  ),
  rule(of('why'), gap(4), of('takes'), gap(3), `(?:${cash})`),
  rule(of('whyThere'), gap(5), `(?:${debit}|${of('money', 'deposit')})`),
  rule(of('why'), gap(6), of('listed'), gap(3), debit),
  rule(`${debit}(?: \\S+){0,8} `, of('why'), '(?: _){0,2} ', `(?:${of('this', 'arrive')}|[?])`),
  rule(
    of('what'),
    gap(2),
    of('the'),
    gap(2),
    of('charge', 'fee'),
    gap(2),
    of('at'),
    ' ',
    of('my'),
    ' ',
    of('statement'),
  ),
  rule(
    of('sum'),
    ' ',
    of('charge', 'fee'),
    ' ',
    of('at'),
    ' ',
    of('my'),
    ' ',
    of('statement', 'account'),
  ),
  rule(near(8, of('unsure'), of('take'))),
  rule(of('why'), gap(3), of('thereIs', 'this'), gap(3), of('charge', 'fee', 'payment')),
  rule(
    of('thereIs'),
    `(?: (?![/]|${of('my', 'not')})\\S+){0,3} `,
    of('charge'),
    `(?! ${of('forWhat')} (?!${of('sum')}))`,
  ),
  // Plain disputes.
  rule(then(5, of('dispute'), `(?:${entry}|${cash}|${of('statement')})`)),
  rule(near(3, of('dispute'), of('fraud'))),
  rule(then(8, debit, of('dispute'))),
  rule(then(4, of('report'), `(?:${of('fraud', 'error', 'unauthorized', 'charge')})`)),
];

/** These report an error unless the member takes back their own mistake in the same text. */
export const ownErrorRules: readonly RegExp[] = [
  rule(near(4, of('wrong', 'error'), of('amount'))),
  new RegExp(
    `^ (?:${of('please')} |${of('self')} |_ ){0,3}${of('dispute')}(?: (?![/?])\\S+){0,4} (?:[/?] )*$`,
  ),
];

/** An order, or a plain question about a debt: no notice, whatever else it says. */
export const noErrorRules: readonly RegExp[] = [
  rule(of('remaining')),
  new RegExp(`^ (?:${of('please', 'not')} )*${of('order')} ${of('sum')} `),
];

/** A hypothetical sentence is ignored; the statements beside it count. */
export const supposing = rule(of('supposing'));
/** Fraud or fees as a topic, or their price: a notice only if the member reports something of their own. */
export const aside = rule(
  `(?:${of('topic')}|${then(1, of('what'), of('the'))}${gap(1)}${of('fee')} ${of('forWhat')}|${then(3, of('isThere'), of('charge', 'fee', 'payment', 'deposit', 'transfer'))})`,
);
/** Reports about the member's own matters. */
export const personal = rule(
  of('not', 'notMe', 'neverBeen', 'twice', 'wrong', 'error', 'shouldNotBe'),
);

/** The member's own mistake. */
export const ownError = rule(of('own'));
/** Between people, not between a member and their money. */
export const social = rule(of('social'));

/** `not me`, `they stole it`: about other things than money. */
export const otherThings: readonly RegExp[] = [
  rule(
    of('notMe'),
    gap(6),
    of('who'),
    ' ',
    `(?!${of('take', 'use', 'did', 'buy', 'spend', 'steal')})\\S+`,
  ),
  rule(near(3, of('steal'), of('things'))),
  rule(of('cameTo')),
];
