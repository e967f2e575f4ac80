/** How far a message of ours has come; see the glossary. */
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

/** What a carrier reports of a message that it accepted. */
export const receiptStatuses = [
  'sent',
  'delivered',
  'failed',
] as const satisfies readonly OutboundStatus[];

export type ReceiptStatus = (typeof receiptStatuses)[number];
