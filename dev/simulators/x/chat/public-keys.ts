import type { Hono } from 'hono';
import { bodyOf, caller, problem } from '../api/answers.ts';
import type { ApiContext } from '../api/context.ts';
import { loseAnswer, readFault, refusedBy } from './call-faults.ts';
import { isBound } from './signature.ts';
import { newestKeys, type RegisteredKeys } from './state.ts';

/** Serves registration and look-up of public keys. */
export function addPublicKeys(app: Hono, api: ApiContext): void {
  const { chat } = api.state;
  app.get('/2/users/public_keys', (context) => {
    if (!caller(context, api)) return problem(context, 401, 'Unauthorized');
    const refused = readFault(context, api);
    if (refused) return refused;
    const ids = (context.req.query('ids') ?? '').split(',');
    if (ids.length > 100 || !ids.every((id) => /^\d{1,19}$/.test(id)))
      return problem(context, 400, 'Invalid Request');
    return context.json({ data: ids.flatMap((id) => served(api, id)) });
  });
  app.get('/2/users/:id/public_keys', (context) => {
    if (!caller(context, api)) return problem(context, 401, 'Unauthorized');
    return readFault(context, api) ?? context.json({ data: served(api, context.req.param('id')) });
  });
  app.post('/2/users/:id/public_keys', async (context) => {
    const userId = caller(context, api)?.userId;
    if (userId === undefined || userId !== context.req.param('id'))
      return problem(context, 401, 'Unauthorized');
    const fault = api.faults.chat.registrations.shift();
    const refused = refusedBy(context, api, fault);
    if (refused) return refused;
    const body = await bodyOf(context);
    const keys = keysIn(body['public_key']);
    if (!keys || typeof body['version'] !== 'string' || !isBound(keys))
      return problem(context, 400, 'Invalid Request');
    const version = nextVersion(api, userId, body);
    if (version === undefined) return problem(context, 400, 'Invalid Request');
    chat.keys.set(userId, [...(chat.keys.get(userId) ?? []), { ...keys, version }]);
    loseAnswer(fault);
    return context.json({ data: { public_key_version: version } });
  });
}

/** A user's keys, the newest first. Nobody needs permission to see them. */
function served({ state: { chat } }: ApiContext, userId: string) {
  const keys = chat.substituted.get(userId) ?? chat.keys.get(userId) ?? [];
  const juicebox = chat.juicebox.get(userId);
  return keys.toReversed().map((one) => ({
    public_key_version: one.version,
    public_key: one.publicKey,
    signing_public_key: one.signingPublicKey,
    identity_public_key_signature: one.identityPublicKeySignature,
    ...(juicebox ? { juicebox_config: juicebox } : {}),
  }));
}

function keysIn(body: unknown): Omit<RegisteredKeys, 'version'> | undefined {
  const field = (name: string): string | undefined => {
    const value: unknown =
      typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  const publicKey = field('public_key');
  const signingPublicKey = field('signing_public_key');
  const identityPublicKeySignature = field('identity_public_key_signature');
  if (
    publicKey === undefined ||
    signingPublicKey === undefined ||
    identityPublicKeySignature === undefined
  )
    return undefined;
  return { publicKey, signingPublicKey, identityPublicKeySignature };
}

/** X's own number if the caller wants one, or the caller's if it is newer than the last. */
function nextVersion(
  { state: { chat }, world }: ApiContext,
  userId: string,
  body: Readonly<Record<string, unknown>>,
): string | undefined {
  const last = BigInt(newestKeys(chat, userId)?.version ?? '0');
  if (body['generate_version'] === true) {
    const now = BigInt(world.clock.now().epochMilliseconds);
    return String(now > last ? now : last + 1n);
  }
  const asked = String(body['version']);
  return /^\d{1,19}$/.test(asked) && BigInt(asked) > last ? asked : undefined;
}
