/** The states of an outbound message; see the glossary. */
export const outboundStatuses = [
  'queued',
  'sending',
  'wired',
  'sent',
  'delivered',
  'errored',
  'failed',
  'unknown',
  'stopped',
  'expired',
] as const;

export type OutboundStatus = (typeof outboundStatuses)[number];

/** The states that a carrier reports for a message it accepted. */
export const receiptStatuses = [
  'sent',
  'delivered',
  'failed',
] as const satisfies readonly OutboundStatus[];

export type ReceiptStatus = (typeof receiptStatuses)[number];
