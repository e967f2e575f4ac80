import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { hostOfRequest } from '../../kernel/public-url.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Metrics } from '../../kernel/metrics.ts';
import type { Inbox } from '../../messages/channel.ts';
import type { OptOutHandling } from './who-answers.ts';
import {
  readInbound,
  readStatus,
  readStops,
  type InstitutionOf,
  type StoppedBy,
} from './read-forms.ts';
import { isSigned } from './signature.ts';
import { signatureHeader } from './wire.ts';

/** Far above any form of Twilio's. */
const bodyMaxBytes = 64 * 1024;

export interface TwilioWebhookOptions {
  readonly accountSid: string;
  /** The account's auth token. During a rotation, the new one first, then the old. */
  readonly authTokens: readonly string[];
  /** The address that Twilio was given, without `/inbound` and `/status`. Signed addresses begin with it. */
  readonly publicUrl: string;
  /**
   * Where Twilio delivers under a host, as configured, and the only institution there. Absent: at `publicUrl`, for all, whatever
   * the host.
   */
  readonly addressAt?: (
    host: string | undefined,
  ) => Promise<{ readonly publicUrl: string; readonly only?: number | undefined } | undefined>;
  readonly institutionOf: InstitutionOf;
  readonly stoppedBy: StoppedBy;
  readonly optOut: OptOutHandling;
  readonly inbox: Inbox;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/**
 * Twilio's webhook: `POST /inbound` takes texts, `POST /status` the status of ours. Answers 200 after the commit and never before,
 * with an empty body (Twilio would send a reply in it again with every repeated delivery). 403: not from Twilio, or not our
 * account. 404: not a number of ours, or not of the institution at this host, and no STOP. 421: an unknown host. 503: Twilio may
 * deliver it again.
 */
export function createTwilioWebhook(options: TwilioWebhookOptions): Hono {
  const app = new Hono();
  const counted = (outcome: string) =>
    options.metrics.count('webhooks', { channel: 'sms', outcome });
  const limited = bodyLimit({
    maxSize: bodyMaxBytes,
    onError: (context) => {
      counted('too_large');
      // The rest of the body is not read, so the connection can't be reused.
      return context.text('too large', 413, { connection: 'close' });
    },
  });
  const signed = signedBy(options, counted);
  const taken = async (hand: () => Promise<void>): Promise<boolean> => {
    try {
      await hand();
      counted('taken');
      return true;
    } catch (error) {
      // Repeated deliveries count once.
      counted('failed');
      options.logger.error({ error }, 'A delivery failed and may be repeated');
      return false;
    }
  };
  const refused = (context: Context, outcome: 'unreadable' | 'not_ours') => {
    counted(outcome);
    return outcome === 'unreadable'
      ? context.text('not a form of Twilio’s', 400)
      : context.text('no number of ours', 404);
  };
  app.post('/inbound', limited, async (context) => {
    const request = await signed(context, '/inbound');
    if (request instanceof Response) return request;
    const { fields, institutionOf } = request;
    const here = { ...options, institutionOf };
    const message = readInbound(fields, here);
    if (message === 'unreadable') return refused(context, message);
    const messages = typeof message === 'string' ? readStops(fields, here) : [message];
    if (message === 'not_ours')
      options.logger.warn(
        { to: fields.get('To') ?? '', stops: messages.length },
        'Twilio delivered a text to a sender that no institution’s `sms` setting names',
      );
    if (messages.length === 0 && message === 'not_ours') return refused(context, message);
    if (messages.length === 0) {
      // A short code or a sender's name is no member, and gets no answer.
      counted('no_phone');
      return emptyResponse();
    }
    return (await taken(async () => options.inbox.receive(messages)))
      ? emptyResponse()
      : context.text('try again', 503);
  });
  app.post('/status', limited, async (context) => {
    const request = await signed(context, '/status');
    if (request instanceof Response) return request;
    const event = readStatus(request.fields, request.institutionOf);
    if (event === 'unreadable' || event === 'not_ours') return refused(context, event);
    if (event === 'underway') {
      counted('underway');
      return emptyResponse();
    }
    return (await taken(async () => options.inbox.happened([event])))
      ? emptyResponse()
      : context.text('try again', 503);
  });
  for (const path of ['/inbound', '/status'])
    app.all(path, (context) => context.text('only POST', 405, { allow: 'POST' }));
  return app;
}

/** Reads a form that Twilio signed; answers anything else itself. @param counted counts the results */
function signedBy(
  options: TwilioWebhookOptions,
  counted: (outcome: string) => void,
): (context: Context, path: '/inbound' | '/status') => Promise<Signed | Response> {
  return async (context, path) => {
    const address = options.addressAt
      ? await options.addressAt(hostOfRequest(context.req.raw))
      : { publicUrl: options.publicUrl };
    if (!address) {
      counted('wrong_host');
      return context.text('nothing is served at this address', 421);
    }
    const base = address.publicUrl.replace(/\/$/, '');
    const fields = new URLSearchParams(await context.req.text());
    // Twilio signs the query too. Host and path come from our configuration.
    const url = `${base}${path}${queryOf(context)}`;
    const isTwilios =
      isSigned({ url, fields }, context.req.header(signatureHeader), options.authTokens) &&
      fields.get('AccountSid') === options.accountSid;
    if (isTwilios) return { fields, institutionOf: within(options.institutionOf, address.only) };
    counted('unsigned');
    return context.text('not signed', 403);
  };
}

/** A form that Twilio signed, and the institution that it may concern there. */
interface Signed {
  readonly fields: URLSearchParams;
  readonly institutionOf: InstitutionOf;
}

/** If an address belongs to one institution, the others' numbers don't count there. */
function within(institutionOf: InstitutionOf, only: number | undefined): InstitutionOf {
  if (only === undefined) return institutionOf;
  return (sender) => (institutionOf(sender) === only ? only : undefined);
}

/** What a Node server adds to each request. */
interface OnTheWire {
  readonly incoming?: { readonly url?: string };
}

/** The query with its question mark, byte by byte as received: the web framework may have turned `'` into `%27`. */
function queryOf(context: Context): string {
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- untyped: it is the server's
  const env: OnTheWire | undefined = context.env;
  const url = env?.incoming?.url ?? context.req.url;
  const question = url.indexOf('?');
  return question < 0 ? '' : url.slice(question);
}

function emptyResponse(): Response {
  return new Response('<?xml version="1.0" encoding="UTF-8"?><Response/>', {
    headers: { 'content-type': 'text/xml; charset=utf-8' },
  });
}
