import type { Language } from '../../kernel/vocabulary/language.ts';
import { anyOf } from './tables.ts';
import type { FreeRule } from '../free-rule.ts';

/**
 * Sections of rules, in the order in which they are tried; within one, the packs follow each other. Texts for people come
 * first, since what such a sentence names (`stop`, `transfer`, `check`) is no command in it.
 */
const sections = {
  people: {
    /** A payment is stopped by people; it is not STOP. */
    stopPayment: { intent: 'agent' },
    reachPeople: { intent: 'agent' },
    dispute: { intent: 'dispute' },
  },
  stop: { stop: { intent: 'stop' }, start: { intent: 'start' } },
  service: {
    /** Asked about and not ordered: told how it is done. */
    lockHelp: { intent: 'help', topic: 'lock' },
    balance: { intent: 'balance' },
    lock: { intent: 'lock' },
    unlock: { intent: 'unlock' },
    contact: { intent: 'contact' },
    /** A wish to move money that names none: told how an order is written. */
    transferHelp: { intent: 'help', topic: 'transfer' },
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
  /** `how do you say "stop payment" in german`: what is named is only to be said. */
  'asksHowSaid',
  /** Nothing but the wish to cancel a transfer: while one waits for its OK, that one is meant. */
  'cancelsTransfer',
] as const;

/** What a pack says of free wording by rules: patterns for whole sentences. */
export interface FreeRuleWords extends Readonly<
  Partial<Record<(typeof patterns)[number], RegExp>>
> {
  readonly people?: PeopleRules;
  readonly stop?: StopRules;
  readonly service?: ServiceRules;
  /** After *in*, meaning all there is; commas between. */
  readonly wholes?: string;
}

export interface FreeRuleLexicon extends Readonly<Record<(typeof patterns)[number], RegExp>> {
  readonly people: readonly FreeRule[];
  readonly stop: readonly FreeRule[];
  readonly service: readonly FreeRule[];
  /** Only what orders the lock; only STOP. */
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
