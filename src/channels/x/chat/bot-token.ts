import type { Queries } from '../../../database/database.ts';
import { Fault } from '../../../kernel/fault.ts';
import type { Keyring } from '../../../kernel/keyring.ts';
import type { Institution } from '../../../members/institution.ts';
import type { accountOf } from '../account.ts';
import type { TokenSource } from '../oauth.ts';
import type { Reached } from './accounts.ts';

const placeOf = (institutionId: number) => `x_accounts/${institutionId}/bot_token`;

interface Given {
  readonly db: Queries;
  readonly keyring: Keyring;
}

/** The account for X Chat: the institution's bot, or else its own account. */
export function reachChat(
  given: Given,
  of: {
    readonly institution: Pick<Institution, 'id' | 'settings'>;
    readonly reached: NonNullable<ReturnType<typeof accountOf>>;
  },
): Reached {
  const { institution, reached } = of;
  const { client, bankUserId, tokens } = reached;
  const bot = institution.settings.x?.bot;
  if (!bot) return { userId: bankUserId, client, tokens };
  return { userId: bot.userId, ...reachBot(given, { institution, client }) };
}

/** Calls X as the institution's bot. */
export function reachBot(
  given: Given,
  {
    institution,
    client,
  }: Pick<Reached, 'client'> & { readonly institution: { readonly id: number } },
): Omit<Reached, 'userId'> {
  return { client, tokens: botTokens(given, institution.id) };
}

/** A bot's token lasts until it is replaced: nothing renews it. */
function botTokens({ db, keyring }: Given, institutionId: number): TokenSource {
  const refused = async (): Promise<string> => {
    throw new Fault({
      code: 'x_bot_token_refused',
      message: 'X refuses the token of our X Chat bot: run `tmm x chat bot rotate`',
      retryable: false,
    });
  };
  return {
    current: async () => {
      const [row] = await db.query<{ token: Uint8Array | null }>(
        'select bot_token as token from x_accounts where institution_id = $1',
        [institutionId],
      );
      if (!row?.token) return refused();
      return keyring.decrypt('token', placeOf(institutionId), row.token);
    },
    renew: refused,
  };
}

/** Stores a bot's token, encrypted, or deletes it. */
export async function saveBotToken(
  { db, keyring }: Given,
  {
    institutionId,
    token,
    at,
  }: {
    readonly institutionId: number;
    readonly token: string | undefined;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await db.query(
    'insert into x_accounts (institution_id, changed_at) values ($1, $2) on conflict do nothing',
    [institutionId, at],
  );
  await db.query(
    'update x_accounts set bot_token = $2, changed_at = $3 where institution_id = $1',
    [
      institutionId,
      token === undefined ? null : keyring.encrypt('token', placeOf(institutionId), token),
      at,
    ],
  );
}
