import type { World } from '../../../src/kernel/world.ts';
import type { XState } from './state.ts';

/** Gives an access token of this user, as if they had allowed our app; without a user, the app's bearer. */
export function giveToken(
  { state, world }: { readonly state: XState; readonly world: World },
  userId?: string,
): { accessToken: string; refreshToken: string } {
  const text = () => Buffer.from(world.random.bytes(24)).toString('base64url');
  const tokens = { accessToken: text(), refreshToken: text() };
  const expiresAt = userId === undefined ? undefined : world.clock.now().add({ hours: 2 });
  state.accessTokens.set(tokens.accessToken, { userId, expiresAt });
  if (userId !== undefined) state.refreshTokens.set(tokens.refreshToken, userId);
  return tokens;
}
