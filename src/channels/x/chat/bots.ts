import { z } from 'zod';
import { assertAnswered, type XClient } from '../client.ts';

const botAnswer = z.looseObject({
  data: z.looseObject({
    id: z.string().regex(/^\d{1,19}$/),
    username: z.string().optional(),
    token: z.string().min(1),
  }),
});

const botsAnswer = z.looseObject({
  data: z
    .array(
      z.looseObject({
        id: z.string(),
        username: z.string().optional(),
        dm_permission: z.string().optional(),
      }),
    )
    .optional(),
  meta: z.looseObject({ max_bots: z.number().optional() }).optional(),
});

/** Whom X lets write to a bot. */
export const botPermissions = ['everyone', 'premium', 'no_one'] as const;
export type BotPermission = (typeof botPermissions)[number];

/** X's calls for X Chat bots, by the app. All throw Fault with X's code. */
export interface BotCalls {
  /** Makes the bot, or replaces the token of the one with this handle. X shows the token once. */
  create(bot: {
    readonly handle: string;
    readonly name: string | undefined;
  }): Promise<{ readonly id: string; readonly handle: string; readonly token: string }>;
  list(): Promise<{
    readonly bots: readonly {
      readonly id: string;
      readonly handle: string;
      readonly permission: string;
    }[];
    readonly most: number | undefined;
  }>;
  permit(id: string, permission: BotPermission): Promise<void>;
  /** The token before ends at once. */
  newToken(id: string): Promise<string>;
  revokeToken(id: string): Promise<void>;
}

/** @param bearer the app's */
export function createBotCalls(client: XClient, bearer: string): BotCalls {
  const call = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    what: string,
    body?: object,
  ) => {
    const answer = await client.call({ method, path, token: bearer, ...(body ? { body } : {}) });
    assertAnswered(answer, what);
    return answer.body;
  };
  return {
    create: async ({ handle, name }) => {
      const made = botAnswer.parse(
        await call('POST', '/2/bots', 'making an X Chat bot', {
          handle,
          ...(name === undefined ? {} : { display_name: name }),
        }),
      );
      return { id: made.data.id, handle: made.data.username ?? handle, token: made.data.token };
    },
    list: async () => {
      const read = botsAnswer.parse(await call('GET', '/2/bots', 'listing X Chat bots'));
      return {
        most: read.meta?.max_bots,
        bots: (read.data ?? []).map(({ id, username = '', dm_permission: permission = '' }) => ({
          id,
          handle: username,
          permission,
        })),
      };
    },
    permit: async (id, permission) => {
      await call('PUT', `/2/bots/${id}`, 'setting who may write to the bot', {
        dm_permission: permission,
      });
    },
    newToken: async (id) => {
      const read = z
        .looseObject({ data: z.looseObject({ token: z.string().min(1) }) })
        .parse(await call('POST', `/2/bots/${id}/token`, 'replacing the bot’s token'));
      return read.data.token;
    },
    revokeToken: async (id) => {
      await call('DELETE', `/2/bots/${id}/token`, 'revoking the bot’s token');
    },
  };
}
