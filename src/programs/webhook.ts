import type { DomainEventKind } from '../kernel/vocabulary/domain-event.ts';

/** Where an institution wants to be told of events. */
export interface Webhook {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly kinds: readonly DomainEventKind[];
  readonly madeAt: Temporal.Instant;
  readonly madeBy: string;
  /** When its secret was made. `null`: it has none, and nothing is sent. */
  readonly secretMadeAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
}

/** Names one webhook of an institution. */
export interface WebhookKey {
  readonly institutionId: number;
  readonly id: string;
}
