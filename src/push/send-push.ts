import type { Queries } from '../database/database.ts';
import type { PushAbout } from '../kernel/vocabulary/push-about.ts';
import { authorizationOf } from './authorization.ts';
import { isAllowedEndpoint } from './endpoint.ts';
import { encryptPush } from './encrypt.ts';
import { dropDevice, type Reachable } from './devices.ts';
import type { PostPush } from './post-push.ts';
import { pushKeysOf, type PushContext } from './push-keys.ts';

/**
 * How a push ended. `gone`: the device was removed, since its push service no longer knows it. `later`: send it again at that time.
 * `refused`: the push service never takes it.
 */
export type Pushed =
  | { readonly outcome: 'sent' | 'gone' | 'refused' }
  | { readonly outcome: 'later'; readonly at: Temporal.Instant };

/** A push service keeps a push for a device that is off. Later it would be no news. */
const secondsKept = 4 * 60 * 60;

const firstPauseSeconds = 15;
/** No push service makes us wait longer: its push would be no news. */
const pauseMaxSeconds = 30 * 60;

/**
 * Sends one push to one device. It removes the device after 404 and 410, and says when to try again after 429, a fault of the push
 * service, or no answer.
 */
export async function sendPush(
  q: Queries,
  context: PushContext & { readonly post: PostPush },
  given: {
    readonly institutionId: number;
    readonly deviceId: string;
    readonly to: Reachable['subscription'];
    /** Hosts of push services that the institution allows. */
    readonly services: readonly string[];
    /** Our https address, for the push service. */
    readonly publicUrl: string;
    readonly about: PushAbout;
    readonly payload: Uint8Array;
    /** How often it was tried before. */
    readonly tries: number;
  },
): Promise<Pushed> {
  const { institutionId, deviceId, to, about } = given;
  const { world, post } = context;
  // The institution may have shortened its list since the device was added.
  if (!isAllowedEndpoint(to.endpoint, given.services)) return { outcome: 'refused' };
  const now = world.clock.now();
  const keys = await pushKeysOf(q, context, institutionId);
  const answer = await post({
    endpoint: to.endpoint,
    headers: {
      authorization: authorizationOf(keys, {
        endpoint: to.endpoint,
        subject: subjectOf(given.publicUrl),
        now,
      }),
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
      ttl: String(secondsKept),
      urgency: about === 'approval' ? 'high' : 'normal',
      topic: about,
    },
    body: encryptPush(given.payload, to, world.random),
  }).catch(() => undefined);
  if (answer && answer.status >= 200 && answer.status < 300) return { outcome: 'sent' };
  if (answer?.status === 404 || answer?.status === 410) {
    await dropDevice(q, { institutionId, id: deviceId });
    return { outcome: 'gone' };
  }
  const isPassing = !answer || answer.status === 429 || answer.status >= 500;
  if (!isPassing) return { outcome: 'refused' };
  const seconds =
    secondsOf(answer?.retryAfter, now) ?? firstPauseSeconds * 4 ** Math.min(given.tries, 6);
  return { outcome: 'later', at: now.add({ seconds: Math.min(seconds, pauseMaxSeconds) }) };
}

/** Reads `Retry-After`: seconds, or an HTTP date. @returns `undefined` if it says nothing readable */
export function secondsOf(
  retryAfter: string | undefined,
  now: Temporal.Instant,
): number | undefined {
  if (retryAfter === undefined) return undefined;
  if (/^\d{1,9}$/.test(retryAfter.trim())) return Number(retryAfter);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now.epochMilliseconds) / 1000));
}

/** Push services want an https URL, also from a demonstration on the loopback. */
function subjectOf(publicUrl: string): string {
  return `https://${new URL(publicUrl).hostname}`;
}
