import { createECDH } from 'node:crypto';
import { z } from 'zod';
import { appPath } from '../../push/app-path.ts';
import { addDevice as add } from '../../push/devices.ts';
import { endpointMax, isAllowedEndpoint } from '../../push/endpoint.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';

/** base64url, with or without padding. */
const encoded = z.string().regex(/^[\w-]{1,100}={0,2}$/);

/**
 * Subscribes this browser to pushes for the member, or notes that it is still there. Send it after each sign-in: push services renew
 * subscriptions.
 */
export const addDevice = operation({
  id: 'addDevice',
  method: 'POST',
  path: `${appPath}/devices`,
  tag: 'Access',
  summary: 'Adds this browser’s push subscription',
  access: 'member',
  input: z.strictObject({
    endpoint: z.string().max(endpointMax).describe('`endpoint` of the PushSubscription.'),
    p256dh: encoded.describe('Its key `p256dh`.'),
    auth: encoded.describe('Its key `auth`.'),
    label: z.string().trim().min(1).max(60).describe('The member’s name for the device.'),
  }),
  output: z.object({ id: z.uuid() }),
  refusals: ['push_service_unknown', 'push_keys_malformed'],
  run: async (request, { endpoint, label, ...keys }) => {
    if (!isAllowedEndpoint(endpoint, request.institution.settings.pushServices))
      return refuse('push_service_unknown', { field: 'endpoint' });
    const p256dh = Buffer.from(keys.p256dh, 'base64url');
    const auth = Buffer.from(keys.auth, 'base64url');
    if (!isPoint(p256dh)) return refuse('push_keys_malformed', { field: 'p256dh' });
    if (auth.length !== 16) return refuse('push_keys_malformed', { field: 'auth' });
    const id = await request.db.transaction(async (tx) =>
      add(tx, request, {
        institutionId: request.institution.id,
        memberId: request.member.id,
        sessionId: request.session.id,
        label,
        subscription: { endpoint, p256dh, auth },
      }),
    );
    return { id };
  },
});

/** Whether these bytes are an uncompressed point on P-256. */
function isPoint(bytes: Uint8Array): boolean {
  if (bytes.length !== 65) return false;
  const probe = createECDH('prime256v1');
  probe.generateKeys();
  try {
    probe.computeSecret(bytes);
    return true;
  } catch {
    return false;
  }
}
