import type { Connection } from '../kernel/visitor-address.ts';

/** What a carrier is told. */
export interface WebhookAnswer {
  readonly status: 200 | 400 | 401 | 413 | 503;
  /** Becomes JSON. */
  readonly body: object;
}

/**
 * A webhook that needs no more of HTTP than the body's bytes and one header: the service gives it these without the web's
 * request and response objects, which cost as much as all that the webhook does (docs/decisions/2026-11-24-raw-webhooks.md).
 */
export interface RawWebhook {
  /** Bodies up to this many bytes come here; longer ones, and those of unknown length, take the ordinary way. */
  readonly bodyMax: number;
  /** In lower case. */
  readonly signatureHeader: string;
  take(raw: Uint8Array, signature: string | undefined): Promise<WebhookAnswer>;
  /** Hears how each request was answered, and where it came from. */
  readonly answered?: (status: number, connection: Connection) => void;
}
