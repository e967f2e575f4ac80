import { z } from 'zod';
import type { XSimulator } from '../../dev/simulators/x/simulator.ts';
import type { AccountDirectory } from '../../src/messages/directory.ts';
import { bankUserId } from './fixture.ts';

const found = z.object({
  data: z.object({ id: z.string(), username: z.string() }).optional(),
});

/**
 * The site's directory of X accounts, over the simulator's own API.
 * @param parts read at each call, since they start later
 */
export function simulatedDirectory(
  parts: () => { readonly simulator: XSimulator; readonly token: string },
): AccountDirectory {
  return {
    userByHandle: async (handle) => {
      const { simulator, token } = parts();
      const response = await simulator.app.request(`/2/users/by/username/${handle}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const { data } = found.parse(await response.json());
      return data && { userId: data.id, handle: data.username, name: data.username };
    },
    follow: async (userId) => {
      const { simulator, token } = parts();
      const response = await simulator.app.request(`/2/users/${bankUserId}/following`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ target_user_id: userId }),
      });
      return response.ok ? 'following' : 'forbidden';
    },
    watchHandle: async () => {},
  };
}
