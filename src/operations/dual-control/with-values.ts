import type { Keyring } from '../../kernel/keyring.ts';
import type { Database } from '../../database/database.ts';
import type { StaffContext } from '../request-context.ts';

/** The same request with other values. The key is still read only when an operation needs it. */
export function withValues(
  request: StaffContext,
  values: Partial<Pick<StaffContext, 'db' | 'principal' | 'why' | 'queued' | 'approved'>> & {
    readonly db?: Database;
  },
): StaffContext {
  const { db, world, institution, logger, metrics, security, language, from } = request;
  const { core, queued, principal, why, approved, ports } = request;
  return {
    db,
    world,
    core,
    institution,
    logger,
    metrics,
    security,
    language,
    from,
    queued,
    principal,
    ...(ports === undefined ? {} : { ports }),
    ...(why === undefined ? {} : { why }),
    ...(approved === undefined ? {} : { approved }),
    get keyring(): Keyring | undefined {
      return request.keyring;
    },
    ...values,
  };
}
