import type { Queries } from '../../database/database.ts';
import type { DomainEvent, DomainEventKind } from '../../kernel/vocabulary/domain-event.ts';

/** An event as it is stored. */
export type StoredEvent<Kind extends DomainEventKind = DomainEventKind> = Extract<
  DomainEvent,
  { kind: Kind }
> & {
  /** 1, 2, 3… for each institution, in the order of the commits: with the institution it names the event for ever. */
  readonly number: bigint;
  readonly version: number;
  readonly happenedAt: Temporal.Instant;
};

/** Someone who acts on events. */
export interface Consumer<Kind extends DomainEventKind = DomainEventKind> {
  /** Its cursor's name: another name reads all that is kept from the start. */
  readonly name: string;
  readonly kinds: readonly Kind[];
  /**
   * Acts on events in order, in the transaction that moves its cursor past them: what it writes there is written once. What it does
   * elsewhere may be done again, so it must go by the event's institution and number.
   */
  handle(
    tx: Queries,
    institutionId: number,
    events: readonly StoredEvent<Kind>[],
  ): Promise<unknown>;
}

/** A consumer whatever it reads. */
export type AnyConsumer = Pick<Consumer, 'name' | 'kinds'>;

/** Each consumer with each of its kinds, as two parameters for `unnest`. */
export function readings(
  consumers: readonly AnyConsumer[],
): readonly [names: string[], kinds: string[]] {
  const pairs = consumers.flatMap(({ name, kinds }) => kinds.map((kind) => ({ name, kind })));
  return [pairs.map(({ name }) => name), pairs.map(({ kind }) => kind)];
}
