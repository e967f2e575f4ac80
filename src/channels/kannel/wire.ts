import { z } from 'zod';

/**
 * Kannel's wire formats (1.4.5), both ways: what smsbox sends to a `post-url` and a `dlr-url`, and what `sendsms` takes and
 * answers. Our own configuration defines all of those addresses, so they are parsed strictly.
 */

/** The query of the address to which smsbox posts a text, as in its configuration. The body is the text. */
export const inboundParameters = {
  id: '%I',
  smsc: '%i',
  from: '%p',
  to: '%P',
  coding: '%c',
  charset: '%C',
  ts: '%T',
} as const;

export const inboundQuery = z.object({
  /** Kannel's own id of the message, a UUID. */
  id: z.string().regex(/^[\w.:-]{1,64}$/),
  /** The connection that it came through. */
  smsc: z
    .string()
    .regex(/^[\w.:-]{0,64}$/)
    .default(''),
  from: z.string().min(1).max(32),
  to: z.string().min(1).max(32),
  /** 0: the GSM alphabet, 1: binary, 2: UCS-2. */
  coding: z.enum(['0', '1', '2']),
  charset: z.string().min(1).max(32),
  /** When Kannel got it, in seconds since 1970. */
  ts: z.string().regex(/^\d{1,11}$/),
});

export const receiptQuery = z.object({
  institution: z.string().regex(/^\d{1,9}$/),
  /** Our id of the message. */
  message: z.uuid(),
  status: z.string().regex(/^\d{1,3}$/),
});

/** The codes of receipts. `dlr-mask` requests all of them. */
export const receiptCodes = {
  delivered: 1,
  failed: 2,
  buffered: 4,
  acceptedByCentre: 8,
  rejectedByCentre: 16,
} as const;
export const receiptMask = 31;

/** How `sendsms` answers when it has taken a text: 202 and one of these at the start. */
export const acceptedAnswers = /^(?:0: Accepted for delivery|3: Queued for later delivery)/;

/** Answers of `sendsms` with different meanings under one status. */
export const refusedAnswers = {
  /** 403: user name, password or the caller's address. */
  authorisation: /^Authorization failed/i,
  /** 403: no connection of Kannel takes this number. */
  notRoutable: /^Not routable/i,
  /** 503: bearerbox refuses it for now. */
  temporary: /^Temporal failure/i,
} as const;

/** Kannel's names for charsets, and those of `TextDecoder`. */
export const charsets: Readonly<Record<string, string>> = {
  'UTF-8': 'utf-8',
  UTF8: 'utf-8',
  'US-ASCII': 'utf-8',
  ASCII: 'utf-8',
  'UTF-16BE': 'utf-16be',
  'UCS-2': 'utf-16be',
  'WINDOWS-1252': 'windows-1252',
  'ISO-8859-1': 'windows-1252',
};
