import { z } from 'zod';
import { staffLimits } from '../../staff-access/staff-limits.ts';
import { makeStaffToken as make } from '../../staff-access/staff-tokens.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { isBreakGlass } from '../principal.ts';
import { isRefused, refuse } from '../refusals.ts';
import { ownChange } from './own-access.ts';
import { personField, personOf } from './staff-fields.ts';

const fields = {
  name: z.string().trim().min(1).max(60).describe('Where it is used, such as `laptop`.'),
  days: z.coerce
    .number()
    .int()
    .min(1)
    .max(staffLimits.token.maxDays)
    .default(staffLimits.token.standardDays)
    .describe('How many days it is valid.'),
};
const output = z.object({
  token: z.string().describe('It is shown once.'),
  expiresAt: z.string(),
});

/** Makes a token by which a person acts on the command line. Only they can, in the console, since the token acts in their name. */
export const makeOwnToken = operation({
  id: 'makeOwnToken',
  summary: 'Makes a token with which you act on the command line',
  access: 'staff',
  permission: 'own_access_opened',
  input: z.strictObject(fields),
  output,
  refusals: ['identity_missing', 'token_own_only', 'too_many_tokens'],
  run: async (request, { name, days }) => {
    // A token makes no further tokens: it would never end.
    if (request.principal.provenBy !== 'session') return refuse('token_own_only');
    const act = { what: 'staff_token_made', detail: { name, days } } as const;
    return ownChange(request, act, async (tx, key) => {
      const made = await make(tx, request.world, { ...key, name, days });
      return made
        ? { token: made.token, expiresAt: made.expiresAt.toString() }
        : refuse('too_many_tokens');
    });
  },
});

/**
 * Makes a token for a person by the server's own rights, such as for the first administrator. Nobody else makes one for another person: who
 * has it could ask and approve in two names.
 */
export const makeStaffToken = operation({
  id: 'makeStaffToken',
  summary: 'Makes a token for a person by the server’s own rights',
  access: 'staff',
  permission: 'manage_tokens',
  input: z.strictObject({ person: personField, ...fields }),
  output,
  refusals: ['staff_unknown', 'staff_not_active', 'token_own_only', 'too_many_tokens'],
  difference: async (request, { person, name, days }) => {
    if (!isBreakGlass(request.principal)) return refuse('token_own_only');
    const found = await personOf(request.db, request, person);
    if (isRefused(found)) return found;
    return {
      subject: found.name,
      lines: [
        { what: 'token', after: name },
        { what: 'days', after: String(days) },
      ],
    };
  },
  run: async (request, { person, name, days }) => {
    if (!isBreakGlass(request.principal)) return refuse('token_own_only');
    return request.db.transaction(async (tx) => {
      const found = await personOf(tx, request, person);
      if (isRefused(found)) return found;
      if (found.state !== 'active')
        return refuse('staff_not_active', { facts: { name: found.name } });
      const key = { institutionId: request.institution.id, staffId: found.id };
      const made = await make(tx, request.world, { ...key, name, days });
      if (!made) return refuse('too_many_tokens');
      await recordInAuditLog(tx, request, {
        what: 'staff_token_made',
        subject: found.id,
        detail: { person: found.name, name, days },
      });
      return { token: made.token, expiresAt: made.expiresAt.toString() };
    });
  },
});
