import type { Context } from 'hono';
import { errorCodes } from '../../../src/channels/twilio/wire.ts';

type Status = 400 | 401 | 404 | 429 | 500 | 503;

const problems = {
  unauthorised: [401, errorCodes.authentication, 'Authenticate'],
  notFound: [404, errorCodes.notFound, 'The requested resource was not found'],
  throttled: [429, errorCodes.tooManyRequests, 'Too Many Requests'],
  optedOut: [400, errorCodes.optedOut, 'Attempt to send to unsubscribed recipient'],
  invalidTo: [400, errorCodes.invalidTo, "The 'To' number is not a valid phone number."],
  noTo: [400, 21604, "A 'To' phone number is required."],
  noBody: [400, 21602, 'Message body is required.'],
  noFrom: [400, 21603, "A 'From' phone number is required."],
  notOurs: [400, 21606, "The 'From' phone number is not a valid, message-capable number."],
  noService: [400, 21703, 'The Messaging Service does not exist or has no sender.'],
  bodyTooLong: [
    400,
    errorCodes.bodyTooLong,
    'The concatenated message body exceeds the 1600 character limit.',
  ],
  landline: [400, errorCodes.notMobile, "'To' number is not a valid mobile number"],
  serverError: [503, 20503, 'Service is unavailable. Please try again'],
} as const satisfies Record<string, readonly [Status, number, string]>;

export type ProblemName = keyof typeof problems;

/** Answers in the form of Twilio's problems. */
export function problem(
  context: Context,
  name: ProblemName,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const [status, code, message] = problems[name];
  const more = `https://www.twilio.com/docs/errors/${code}`;
  return context.json({ code, message, more_info: more, status }, status, { ...headers });
}
