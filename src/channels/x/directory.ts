import type { FollowBack } from '../../kernel/vocabulary/follow-back.ts';
import { assertAnswered, type XClient } from './client.ts';
import { followAnswer, userAnswer } from './wire.ts';

/** Finds X users, and lets our account follow them. */
export interface XUsers {
  /** Finds the user who has this handle now. `undefined`: nobody. @throws Fault with X's code */
  userByHandle(
    handle: string,
  ): Promise<{ userId: string; handle: string; name: string } | undefined>;
  /** Makes our account follow a user. `forbidden`: X doesn't allow it, so staff must do it. @throws Fault */
  follow(userId: string): Promise<FollowBack>;
}

/** @param given `token` returns our account's access token; `bankUserId` is our account */
export function createXUsers(given: {
  readonly client: XClient;
  readonly token: () => Promise<string>;
  readonly bankUserId: string;
}): XUsers {
  const { client, token, bankUserId } = given;
  return {
    userByHandle: async (handle) => {
      const answer = await client.call({
        method: 'GET',
        path: `/2/users/by/username/${encodeURIComponent(handle)}`,
        token: await token(),
      });
      if (answer.status === 404 || answer.status === 400) return undefined;
      assertAnswered(answer, 'looking a handle up');
      // X may also answer an unknown handle with 200 and `errors`.
      const user = userAnswer.safeParse(answer.body).data?.data;
      return user && { userId: user.id, handle: user.username, name: user.name ?? user.username };
    },
    follow: async (userId) => {
      const answer = await client.call({
        method: 'POST',
        path: `/2/users/${bankUserId}/following`,
        body: { target_user_id: userId },
        token: await token(),
      });
      // The tier does not include the call, or X refuses this one. Another try would not help.
      if (answer.status === 402 || answer.status === 403) return 'forbidden';
      assertAnswered(answer, 'following a member');
      const data = followAnswer.safeParse(answer.body).data?.data;
      return data?.pending_follow === true ? 'requested' : 'following';
    },
  };
}
