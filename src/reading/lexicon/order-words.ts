import type { Language } from '../../kernel/vocabulary/language.ts';
import { anyOf, eachOnce, either, unite, wordsOf, type Words } from './tables.ts';

const sets = [
  /** Verbs with other meanings too (`add milk`): an order only with both shares, and only after asking. */
  'looseVerbs',
  /** Without their accent, these may be in the past tense. */
  'mayBePast',
  /** Last letters of a verb in the past tense. */
  'pastEndings',
  /** The two places where these mean *from*, as in `take 50 out`. */
  'outWords',
  /** Nouns of an order, and words that only say how it is made. */
  'mannerNouns',
  'manners',
  /** Words for what is moved, which may be left out, and the words before them. */
  'moneyNouns',
  'moneyLeads',
  /** Split an order into two steps; verbs of the second step; words for the money there, and later. */
  'steps',
  'secondVerbs',
  'its',
  'itsLater',
  /** After an order, without meaning. */
  'tails',
  /** Between the parts of a payment on an own loan; before its source; beside a loan's purpose. */
  'payOwnBetween',
  'payOwnFrom',
  'purposeLinks',
] as const;

type OrderSet = (typeof sets)[number];

const purposes = ['vehicle', 'home', 'studies', 'boat', 'personal'] as const;
type Purpose = (typeof purposes)[number];

/** The start of an order to pay a loan. */
interface PayOwn {
  readonly head: RegExp;
  /** Counts only if the text also has this: `put 50 toward my loan`. */
  readonly onlyWith?: undefined | { readonly ending: string; readonly pattern: RegExp };
}

/** A pack's words for orders in free wording. */
export interface OrderWords extends Readonly<Partial<Record<OrderSet, Words>>> {
  readonly verbs?: Words;
  /** Courtesy around an order. A question about transfers has none of these, so it is no order. */
  readonly openings?: readonly RegExp[];
  /** Words that only mean `please`, as alternatives. */
  readonly courtesy?: string;
  /** Nouns that may follow the figure, and the verb that they stand for. */
  readonly afterFigure?: { readonly words: Words; readonly verb: string };
  readonly payOwn?: PayOwn;
  /** Words for a loan's purpose. */
  readonly purposes?: Readonly<Partial<Record<Purpose, Words>>>;
  /** Introduce an order that is only an example, as alternatives: `e.g.`, `for example`. */
  readonly exampleLeads?: string;
  /** Commands that appear in examples, as alternatives; and those that may stand alone. */
  readonly exampleHeads?: string;
  readonly exampleWhole?: string;
  /** A request to stop or undo something comes first, whatever else the text reports. */
  readonly stopsFirst?: RegExp;
  /** Words that deny an order, or say that it was sent before. */
  readonly denying?: Words;
}

export interface OrderLexicon extends Readonly<Record<OrderSet, ReadonlySet<string>>> {
  readonly verbs: ReadonlyMap<string, Language>;
  readonly openings: readonly RegExp[];
  readonly courtesy: RegExp;
  readonly afterFigure: ReadonlyMap<string, string>;
  /** `pattern`: the start of an order. */
  readonly payOwn: readonly (Pick<PayOwn, 'onlyWith'> & {
    readonly language: Language;
    readonly pattern: RegExp;
  })[];
  readonly purposes: readonly ReadonlySet<string>[];
  readonly examples: RegExp;
  readonly denying: ReadonlySet<string>;
  readonly stopsFirst: RegExp;
}

type Spoken = OrderWords & { readonly language?: Language };

export function compileOrders(packs: readonly Spoken[]): OrderLexicon {
  const spoken = packs.flatMap((pack) =>
    pack.language === undefined ? [] : [{ ...pack, language: pack.language }],
  );
  return {
    ...unite(sets, packs),
    verbs: new Map(
      spoken.flatMap(({ verbs = '', language }) =>
        wordsOf(verbs).map((verb) => [verb, language] as const),
      ),
    ),
    openings: packs.flatMap((pack) => pack.openings ?? []),
    courtesy: new RegExp(`^(?:${eachOnce(packs.map((pack) => pack.courtesy))} )+`),
    afterFigure: new Map(
      packs.flatMap(({ afterFigure }) =>
        wordsOf(afterFigure?.words ?? '').map((word) => [word, afterFigure?.verb ?? ''] as const),
      ),
    ),
    payOwn: spoken.flatMap(({ payOwn, language }) =>
      payOwn ? [{ onlyWith: payOwn.onlyWith, pattern: payOwn.head, language }] : [],
    ),
    purposes: Object.values(
      unite(
        purposes,
        packs.map((pack) => pack.purposes ?? {}),
      ),
    ),
    examples: new RegExp(
      `^(${either(packs.map((pack) => pack.exampleLeads))}[\\s:,-]+)(${either(['#', ...packs.map((pack) => pack.exampleHeads)])}.+|${either(packs.map((pack) => pack.exampleWhole))})$`,
      'isu',
    ),
    denying: new Set(packs.flatMap((pack) => wordsOf(pack.denying ?? ''))),
    ...anyOf(['stopsFirst'], packs),
  };
}
