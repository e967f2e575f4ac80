import type { Language } from '../../kernel/vocabulary/language.ts';
import { anyOf } from './tables.ts';
import type { FreeRule } from '../free-rule.ts';

/**
 * Sections of rules, in the order in which they are tried; within one, packs follow each other. Texts for people come first, since
 * a word in such a sentence (`stop`, `transfer`, `check`) is no command.
 */
const sections = {
  people: {
    /** People stop payments; this is not STOP. */
    stopPayment: { intent: 'agent' },
    reachPeople: { intent: 'agent' },
    dispute: { intent: 'dispute' },
  },
  stop: { stop: { intent: 'stop' }, start: { intent: 'start' } },
  service: {
    /** A question about locking, not an order: the answer explains it. */
    lockHelp: { intent: 'help', topic: 'lock' },
    balance: { intent: 'balance' },
    lock: { intent: 'lock' },
    unlock: { intent: 'unlock' },
    contact: { intent: 'contact' },
    /** A wish to move money without accounts: the answer shows how to write an order. */
    transferHelp: { intent: 'help', topic: 'transfer' },
    /** The code at the end of our messages, in any words. */
    code: { intent: 'code' },
    help: { intent: 'help' },
    decline: { intent: 'decline' },
  },
} as const satisfies Readonly<
  Record<string, Readonly<Record<string, Pick<FreeRule, 'intent' | 'topic'>>>>
>;

type Sections = typeof sections;
export type PeopleRules = Readonly<Record<keyof Sections['people'], readonly RegExp[]>>;
export type StopRules = Readonly<Record<keyof Sections['stop'], readonly RegExp[]>>;
export type ServiceRules = Readonly<Record<keyof Sections['service'], readonly RegExp[]>>;

const patterns = [
  /** `how do you say "stop payment" in german`: the words are only quoted. */
  'asksHowSaid',
  /** Only a request to cancel a transfer. While one waits for its OK, it means that one. */
  'cancelsTransfer',
] as const;

/** A pack's rules for free wording: patterns for whole sentences. */
export interface FreeRuleWords extends Readonly<
  Partial<Record<(typeof patterns)[number], RegExp>>
> {
  readonly people?: PeopleRules;
  readonly stop?: StopRules;
  readonly service?: ServiceRules;
  /** After *in*, with the meaning of everything. Separated by commas. */
  readonly wholes?: string;
}

export interface FreeRuleLexicon extends Readonly<Record<(typeof patterns)[number], RegExp>> {
  readonly people: readonly FreeRule[];
  readonly stop: readonly FreeRule[];
  readonly service: readonly FreeRule[];
  /** Only orders to lock; only STOP. */
  readonly lock: readonly FreeRule[];
  readonly stopOnly: readonly FreeRule[];
  readonly wholes: ReadonlySet<string>;
}

type Spoken = FreeRuleWords & { readonly language?: Language };

export function compileFreeRules(packs: readonly Spoken[]): FreeRuleLexicon {
  const rules = (group: keyof Sections): FreeRule[] =>
    Object.entries<Pick<FreeRule, 'intent' | 'topic'>>(sections[group]).flatMap(([name, what]) =>
      packs.flatMap(({ language, ...pack }) =>
        language === undefined
          ? []
          : patternsOf(pack[group], name).map((pattern) => ({ ...what, language, pattern })),
      ),
    );
  const service = rules('service');
  const stop = rules('stop');
  return {
    ...anyOf(patterns, packs),
    people: rules('people'),
    stop,
    service,
    lock: service.filter(({ intent }) => intent === 'lock'),
    stopOnly: stop.filter(({ intent }) => intent === 'stop'),
    wholes: new Set(packs.flatMap(({ wholes }) => wholes?.split(',') ?? [])),
  };
}

function patternsOf(
  group: Readonly<Record<string, readonly RegExp[]>> | undefined,
  name: string,
): readonly RegExp[] {
  return group?.[name] ?? [];
}
