import type { Queries } from '../../database/database.ts';
import type { DomainEvent, DomainEventKind } from '../../kernel/vocabulary/domain-event.ts';

/** An event as stored. */
export type StoredEvent<Kind extends DomainEventKind = DomainEventKind> = Extract<
  DomainEvent,
  { kind: Kind }
> & {
  /**
   * 1, 2, 3… for each institution, in commit order. With the institution's id it identifies the
   * event permanently.
   */
  readonly number: bigint;
  readonly version: number;
  readonly happenedAt: Temporal.Instant;
};

/** Code that acts on events. */
export interface Consumer<Kind extends DomainEventKind = DomainEventKind> {
  /** Names its cursor. A new name reads all kept events from the start. */
  readonly name: string;
  readonly kinds: readonly Kind[];
  /**
   * Acts on events in order, in the transaction that advances its cursor. Rows that it writes there
   * are written once. Effects elsewhere may repeat, so key them by the event's institution and
   * number.
   */
  handle(
    tx: Queries,
    institutionId: number,
    events: readonly StoredEvent<Kind>[],
  ): Promise<unknown>;
}

/** A consumer of any kinds of events. */
export type AnyConsumer = Pick<Consumer, 'name' | 'kinds'>;

/** Returns each consumer with each of its kinds, as two parameters for `unnest`. */
export function kindsByConsumer(
  consumers: readonly AnyConsumer[],
): readonly [names: string[], kinds: string[]] {
  const pairs = consumers.flatMap(({ name, kinds }) => kinds.map((kind) => ({ name, kind })));
  return [pairs.map(({ name }) => name), pairs.map(({ kind }) => kind)];
}
