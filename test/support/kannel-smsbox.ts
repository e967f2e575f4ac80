import { Hono } from 'hono';
import type { Clock } from '../../src/kernel/clock.ts';

/**
 * A small stand-in for Kannel's smsbox. It speaks the HTTP of both sides (`sendsms`, and `post-url`
 * with its `%` escapes) and answers in its words. `kannel-programs.test.ts` tests the real one.
 */
export interface Smsbox {
  readonly app: Hono;
  /** The texts that reached phones. */
  readonly sent: readonly SentText[];
  /** Sets the answers to the next calls of `sendsms`. */
  readonly answers: (readonly [status: number, sentence: string])[];
  /** A phone texts: posts to the service's address, in UCS-2 if the text needs it. */
  phoneSends(text: { from: string; to: string; text: string }): Promise<Response>;
  /**
   * Calls the receipts' addresses: accepted by the center (8), then delivered (1) or the given
   * status.
   */
  tellReceipts(order?: 'in_order' | 'late', last?: number): Promise<void>;
}

export interface SentText {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly coding: string;
  readonly validity: string;
  readonly receiptUrl: string;
}

const isGsm = /^[\w\s@£$¥èéùìòÇØøÅå!"#%&'()*+,\-./:;<=>?¡ÄÖÑÜ§¿äöñüà€{}[\]~\\|^]*$/;

export function createSmsbox(options: {
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly user: { readonly username: string; readonly password: string };
  /** As in Kannel's configuration, with its escapes. */
  readonly postUrl: string;
}): Smsbox {
  const sent: SentText[] = [];
  const answers: (readonly [number, string])[] = [];
  const receipts: { readonly url: string; readonly code: number }[] = [];
  let messages = 0;
  const app = new Hono();
  app.get('/cgi-bin/sendsms', (context) => {
    const query = context.req.query();
    const plain = (status: number, sentence: string) =>
      new Response(sentence, { status, headers: { 'content-type': 'text/html' } });
    if (query['username'] !== options.user.username || query['password'] !== options.user.password)
      return plain(403, 'Authorization failed for sendsms');
    if (!query['to']) return plain(400, 'Empty receiver number not allowed, rejected');
    const { coding = '' } = query;
    const text = query['text'] ?? '';
    if (!['0', '2'].includes(coding)) return plain(400, 'Coding field misformed, rejected');
    if (query['charset'] !== 'UTF-8' || (coding === '0' && !isGsm.test(text)))
      return plain(400, 'Charset or body misformed, rejected');
    const answer = answers.shift();
    if (answer) return plain(...answer);
    const receiptUrl = query['dlr-mask'] === '31' ? (query['dlr-url'] ?? '') : '';
    const { from = '', to, validity = '' } = query;
    sent.push({ from, to, text, coding, validity, receiptUrl });
    if (receiptUrl !== '')
      receipts.push({ url: receiptUrl, code: 8 }, { url: receiptUrl, code: 1 });
    return plain(202, '0: Accepted for delivery');
  });
  return {
    app,
    sent,
    answers,
    phoneSends: async ({ from, to, text }) => {
      messages += 1;
      const isWide = !isGsm.test(text);
      const values: Readonly<Record<string, string>> = {
        '%I': `d332e102-0a63-4dd4-bb43-${String(messages).padStart(12, '0')}`,
        '%i': 'fake',
        '%p': from,
        '%P': to,
        '%c': isWide ? '2' : '0',
        '%C': isWide ? 'UTF-16BE' : 'UTF-8',
        '%T': String(Math.floor(options.clock.now().epochMilliseconds / 1000)),
      };
      const url = options.postUrl.replace(/%[IipPcCT]/g, (escape) =>
        encodeURIComponent(values[escape] ?? ''),
      );
      const body = isWide ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf8');
      return options.fetch(url, {
        method: 'POST',
        body: new Uint8Array(body),
        headers: { 'content-type': `text/plain; charset="${values['%C']}"` },
      });
    },
    tellReceipts: async (order = 'in_order', last = 1) => {
      const due = receipts.splice(0);
      for (const { url, code } of order === 'late' ? due.toReversed() : due)
        await options.fetch(url.replace('%d', String(code === 1 ? last : code)));
    },
  };
}
