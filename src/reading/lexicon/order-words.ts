import type { Language } from '../../kernel/vocabulary/language.ts';
import { anyOf, either, unite, wordsOf, type Words } from './tables.ts';

const sets = [
  /** Verbs of other things too (`add milk`): an order only with both shares, and then asked. */
  'looseVerbs',
  /** Without their accent these may tell of the past. */
  'mayBePast',
  /** Last letters of a verb in the past. */
  'pastEndings',
  /** Mean *from* in two places: `take 50 out`. */
  'outWords',
  /** Nouns of an order, and what says only how it is made. */
  'mannerNouns',
  'manners',
  /** What is moved, where it goes without saying; and what leads to it. */
  'moneyNouns',
  'moneyLeads',
  /** Put an order in two steps; verbs of the second; what stands for the money there, and further on. */
  'steps',
  'secondVerbs',
  'its',
  'itsLater',
  /** After an order, meaning nothing. */
  'tails',
  /** Between the parts of a payment on an own loan; before its source; beside what a loan is for. */
  'payOwnBetween',
  'payOwnFrom',
  'purposeLinks',
] as const;

type OrderSet = (typeof sets)[number];

const purposes = ['vehicle', 'home', 'studies', 'boat', 'personal'] as const;
type Purpose = (typeof purposes)[number];

/** How an order to pay a loan begins. */
interface PayOwn {
  readonly head: RegExp;
  /** Beginnings that count only where the text has this too: `put 50 toward my loan`. */
  readonly onlyWith?: { readonly ending: string; readonly pattern: RegExp };
}

/** What a pack says of orders in free wording. */
export interface OrderWords extends Readonly<Partial<Record<OrderSet, Words>>> {
  readonly verbs?: Words;
  /** Courtesy around an order. A question about transfers is none of these, and so no order. */
  readonly openings?: readonly RegExp[];
  /** What says only `please`, as alternatives. */
  readonly courtesy?: string;
  /** Nouns that may stand behind the figure, and the verb that stands for them. */
  readonly afterFigure?: { readonly words: Words; readonly verb: string };
  readonly payOwn?: PayOwn;
  /** Words for what a loan is for. */
  readonly purposes?: Readonly<Partial<Record<Purpose, Words>>>;
  /** Introduce an order that is only mentioned, as alternatives: `e.g.`, `for example`. */
  readonly exampleLeads?: string;
  /** Commands that are shown so, as alternatives; and those that may stand alone. */
  readonly exampleHeads?: string;
  readonly exampleWhole?: string;
  /** What is stopped or undone first, whatever else the text reports. */
  readonly stopsFirst?: RegExp;
  /** What denies an order, or says that it was sent before. */
  readonly denying?: Words;
}

export interface OrderLexicon extends Readonly<Record<OrderSet, ReadonlySet<string>>> {
  readonly verbs: ReadonlyMap<string, Language>;
  readonly openings: readonly RegExp[];
  readonly courtesy: RegExp;
  readonly afterFigure: ReadonlyMap<string, string>;
  readonly payOwn: readonly (PayOwn & { readonly language: Language })[];
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
    courtesy: new RegExp(`^(?:${either(packs.map((pack) => pack.courtesy))} )+`),
    afterFigure: new Map(
      packs.flatMap(({ afterFigure }) =>
        wordsOf(afterFigure?.words ?? '').map((word) => [word, afterFigure?.verb ?? ''] as const),
      ),
    ),
    payOwn: spoken.flatMap(({ payOwn, language }) => (payOwn ? [{ ...payOwn, language }] : [])),
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
