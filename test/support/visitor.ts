import { enrollableChannels } from '../../src/channels/descriptors.ts';
import type { z } from 'zod';
import { findSession } from '../../src/access/sessions.ts';
import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { silentSecurityLog, type SecurityLog } from '../../src/kernel/security-log.ts';
import type { World } from '../../src/kernel/world.ts';
import { loadInstitution } from '../../src/members/institution.ts';
import { ledgerCore } from '../../src/core/local/ledger-core.ts';
import type { RequestContext, MemberContext } from '../../src/operations/request-context.ts';
import type { Operation } from '../../src/operations/operation.ts';
import { memberPrincipal } from '../../src/operations/principal.ts';
import { perform } from '../../src/operations/perform.ts';
import type { CookieName } from '../../src/operations/cookies.ts';
import type { Fixture } from './fixture.ts';

/**
 * Somebody with a browser that keeps cookies, a stranger until they sign in. Each call is a new
 * request.
 */
export interface Visitor {
  readonly cookies: Map<CookieName, string>;
  request(): Promise<RequestContext | MemberContext>;
  /** Gives the operation's answer. @throws on a refusal */
  do<Input extends z.ZodType, Output extends z.ZodType>(
    operation: Operation<Input, Output>,
    input: unknown,
  ): Promise<z.output<Output>>;
  /** Gives the operation's refusal; `undefined` on a success. */
  refusal<Input extends z.ZodType, Output extends z.ZodType>(
    operation: Operation<Input, Output>,
    input: unknown,
  ): Promise<string | undefined>;
}

/** @param given `from`: the network address */
export function createVisitor(
  {
    db,
    fixture,
    world,
  }: { readonly db: Database; readonly fixture: Fixture; readonly world: World },
  given: {
    readonly from?: string;
    readonly device?: string;
    readonly queued?: () => void;
    readonly security?: SecurityLog;
  } = {},
): Visitor {
  const cookies = new Map<CookieName, string>();
  const request = async (): Promise<RequestContext | MemberContext> => {
    const institution = present(await loadInstitution(db, fixture.institution.id), 'it exists');
    const found = await findSession(
      db,
      { world, keyring: fixture.keyring },
      { institutionId: institution.id, token: cookies.get('session') ?? '' },
    );
    const stranger: RequestContext = {
      db,
      core: ledgerCore,
      keyring: fixture.keyring,
      world,
      logger: silentLogger,
      metrics: silentMetrics,
      security: given.security ?? silentSecurityLog,
      ports: { channels: enrollableChannels },
      publicUrl: 'https://bank.example',
      queued: given.queued ?? (() => {}),
      institution,
      language: 'en',
      from: given.from ?? '192.0.2.1',
      device: given.device ?? 'a test',
      cookies: {
        read: (name) => cookies.get(name),
        set: (name, token) => void cookies.set(name, token),
        clear: (name) => void cookies.delete(name),
      },
    };
    return found
      ? { ...stranger, ...found, principal: memberPrincipal(found.session, found.member) }
      : stranger;
  };
  return {
    cookies,
    request,
    do: async (operation, input) => {
      const { done, refused } = await perform(await request(), operation, input);
      if (refused) throw new Error(`${operation.id} refused: ${refused.code}`);
      return done;
    },
    refusal: async (operation, input) =>
      (await perform(await request(), operation, input)).refused?.code,
  };
}
