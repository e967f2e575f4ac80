import type { TwilioText } from './state.ts';

/** Shows a message as the API does. */
export function shownMessage(message: TwilioText, accountSid: string): object {
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}`;
  return {
    sid: message.sid,
    account_sid: accountSid,
    messaging_service_sid: message.messagingServiceSid ?? null,
    api_version: '2010-04-01',
    direction: message.direction,
    from: message.from,
    to: message.to,
    body: message.text,
    num_media: '0',
    num_segments: String(message.segments),
    status: message.status,
    error_code: message.errorCode ?? null,
    error_message: message.errorCode === undefined ? null : 'The carrier refused it',
    price: null,
    price_unit: 'USD',
    date_created: httpDate(message.createdAt),
    date_updated: httpDate(message.sentAt ?? message.createdAt),
    date_sent: message.sentAt ? httpDate(message.sentAt) : null,
    uri: `${uri}.json`,
    subresource_uris: { media: `${uri}/Media.json`, feedback: `${uri}/Feedback.json` },
  };
}

/** Formats RFC 2822 as Twilio does: `Fri, 24 May 2019 17:44:46 +0000`. */
function httpDate(at: Temporal.Instant): string {
  return new Date(at.epochMilliseconds).toUTCString().replace('GMT', '+0000');
}
