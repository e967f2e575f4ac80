import type { Context } from 'hono';
import { problem } from '../api/answers.ts';
import type { ApiContext } from '../api/context.ts';
import { refuseSending } from '../api/send-refusals.ts';
import type { ChatCallFault } from './faults.ts';

/** Seconds that a throttled caller waits. */
const windowSeconds = 900;

/** The answer of a call that a test has fail before it does anything. */
export function refusedBy(
  context: Context,
  { world }: Pick<ApiContext, 'world'>,
  fault: ChatCallFault | undefined,
): Response | undefined {
  if (fault === 'server_error') return problem(context, 503, 'Service Unavailable');
  if (fault === 'no_credit' || fault === 'not_enrolled') return refuseSending(context, fault);
  if (fault !== 'throttled') return undefined;
  const resetsAt = world.clock.now().add({ seconds: windowSeconds });
  context.header('x-rate-limit-remaining', '0');
  context.header('x-rate-limit-reset', String(Math.ceil(resetsAt.epochMilliseconds / 1000)));
  return problem(context, 429, 'Too Many Requests');
}

/** The same for calls that read. */
export function readFault(context: Context, api: ApiContext): Response | undefined {
  return refusedBy(context, api, api.faults.chat.reads.shift());
}

/** Breaks the connection after the work was done: nobody hears of the result. */
export function loseAnswer(fault: string | undefined): void {
  if (fault === 'lost') throw new Error('the connection was lost');
}
