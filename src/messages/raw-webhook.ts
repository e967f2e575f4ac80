import type { Connection } from '../kernel/visitor-address.ts';

/** Our answer to a carrier's request. */
export interface WebhookAnswer {
  readonly status: 200 | 400 | 401 | 413 | 503;
  /** Sent as JSON. */
  readonly body: object;
}

/**
 * A webhook that needs only the body's bytes and one header of HTTP. It runs without web request and response objects, which cost
 * as much as the rest of the webhook (docs/decisions/2026-11-24-raw-webhooks.md).
 */
export interface RawWebhook {
  /** The largest body in bytes that comes here. Longer ones, and those of unknown length, go through the web framework. */
  readonly bodyMax: number;
  /** In lower case. */
  readonly signatureHeader: string;
  take(raw: Uint8Array, signature: string | undefined): Promise<WebhookAnswer>;
  /** Called with the status of each answer, and the connection it came from. */
  readonly answered?: (status: number, connection: Connection) => void;
}
