import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import { languages } from '../../kernel/vocabulary/language.ts';
import { staffRoles } from '../../kernel/vocabulary/principal.ts';
import { setStaffLanguage } from '../../staff-access/change-staff.ts';
import { recordOwnAct, type OwnAct } from '../../staff-access/own-act.ts';
import { findStaff, type StaffMember } from '../../staff-access/staff-members.ts';
import { listStaffPasskeys, removeStaffPasskey } from '../../staff-access/staff-passkeys.ts';
import { endOwnStaffSession, listStaffSessions } from '../../staff-access/staff-sessions.ts';
import { endStaffToken, listStaffTokens } from '../../staff-access/staff-tokens.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';

const idInput = z.strictObject({ id: z.uuid() });

/** Reads a person's own access: who they are here, and what signs them in. */
export const readOwnAccess = operation({
  id: 'readOwnAccess',
  summary: 'Shows your own identity, passkeys, sessions and tokens',
  access: 'staff',
  permission: 'own_access',
  input: z.strictObject({}),
  output: z.object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    roles: z.array(z.enum(staffRoles)),
    language: z.enum(languages),
    singleSignOn: z.string().nullable().describe('The identity provider that signs you in.'),
    passkeys: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        backedUp: z.boolean(),
        createdAt: z.string(),
        lastUsedAt: z.string().nullable(),
      }),
    ),
    sessions: z.array(
      z.object({
        id: z.uuid(),
        device: z.string(),
        from: z.string(),
        provenBy: z.string(),
        createdAt: z.string(),
        lastSeenAt: z.string(),
        endsAt: z.string(),
      }),
    ),
    tokens: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        createdAt: z.string(),
        expiresAt: z.string(),
        lastUsedAt: z.string().nullable(),
      }),
    ),
  }),
  refusals: ['identity_missing'],
  run: async (request) => {
    const person = await ownPerson(request.db, request);
    if (isRefused(person)) return person;
    const { db, institution, world } = request;
    const key = { institutionId: institution.id, staffId: person.id, at: world.clock.now() };
    const passkeys = await listStaffPasskeys(db, key);
    const sessions = await listStaffSessions(db, key);
    const tokens = await listStaffTokens(db, key);
    const { id, name, email, roles, language, singleSignOn } = person;
    return {
      id,
      name,
      email,
      language,
      roles: [...roles],
      singleSignOn: singleSignOn?.issuer ?? null,
      passkeys: passkeys.map((one) => ({
        ...one,
        createdAt: one.createdAt.toString(),
        lastUsedAt: one.lastUsedAt?.toString() ?? null,
      })),
      sessions: sessions.map((one) => ({
        ...one,
        createdAt: one.createdAt.toString(),
        lastSeenAt: one.lastSeenAt.toString(),
        endsAt: one.endsAt.toString(),
      })),
      tokens: tokens.map((one) => ({
        ...one,
        createdAt: one.createdAt.toString(),
        expiresAt: one.expiresAt.toString(),
        lastUsedAt: one.lastUsedAt?.toString() ?? null,
      })),
    };
  },
});

/** Ends one of a person's own sessions, such as one on a computer that they left. */
export const endOwnSession = operation({
  id: 'endOwnSession',
  summary: 'Ends one of your own sessions',
  access: 'staff',
  permission: 'own_access',
  input: idInput,
  output: z.object({ ended: z.literal(true) }),
  refusals: ['identity_missing', 'not_found'],
  run: async (request, { id }) =>
    ownChange(request, { what: 'staff_session_ended', detail: { session: id } }, async (tx, key) =>
      (await endOwnStaffSession(tx, { ...key, id }))
        ? { ended: true as const }
        : refuse('not_found'),
    ),
});

/** Removes one of a person's own passkeys. The last way to sign in stays. */
export const removeOwnPasskey = operation({
  id: 'removeOwnPasskey',
  summary: 'Removes one of your own passkeys',
  access: 'staff',
  permission: 'own_access_opened',
  input: idInput,
  output: z.object({ name: z.string() }),
  refusals: ['identity_missing', 'not_found', 'last_way_in'],
  run: async (request, { id }) =>
    ownChange(
      request,
      { what: 'staff_passkey_removed', detail: { passkey: id } },
      async (tx, key) => {
        const name = await removeStaffPasskey(tx, { ...key, id });
        if (name === undefined) return refuse('not_found');
        const left = await listStaffPasskeys(tx, key);
        if (left.length === 0 && !key.person.singleSignOn) throw new LastWayIn();
        return { name };
      },
    ).catch((error: unknown) => {
      if (error instanceof LastWayIn) return refuse('last_way_in');
      throw error;
    }),
});

/** Undoes the removal of the last way to sign in. */
class LastWayIn extends Error {}

/** Ends one of a person's own tokens. */
export const endOwnToken = operation({
  id: 'endOwnToken',
  summary: 'Ends one of your own tokens for the command line',
  access: 'staff',
  permission: 'own_access',
  input: idInput,
  output: z.object({ name: z.string() }),
  refusals: ['identity_missing', 'not_found'],
  run: async (request, { id }) =>
    ownChange(request, { what: 'staff_token_ended', detail: { token: id } }, async (tx, key) => {
      const name = await endStaffToken(tx, { ...key, id });
      return name === undefined ? refuse('not_found') : { name };
    }),
});

/** Sets the language of a person's own pages. */
export const setOwnLanguage = operation({
  id: 'setOwnLanguage',
  summary: 'Sets the language of your pages',
  access: 'staff',
  permission: 'own_access',
  input: z.strictObject({ language: z.enum(languages) }),
  output: z.object({ language: z.enum(languages) }),
  refusals: ['identity_missing'],
  run: async (request, { language }) =>
    ownChange(request, { what: 'staff_language', detail: { language } }, async (tx, key) => {
      await setStaffLanguage(tx, { ...key, language });
      return { language };
    }),
});

/** Finds the person who acts. The server's own rights are nobody. */
export async function ownPerson(
  q: Queries,
  { institution, principal }: Pick<StaffContext, 'institution' | 'principal'>,
): Promise<StaffMember | Refused> {
  const staffId = principal.kind === 'staff' ? principal.identity : undefined;
  if (staffId === undefined) return refuse('identity_missing');
  const person = await findStaff(q, { institutionId: institution.id, staffId }, { lock: false });
  return person?.state === 'active' ? person : refuse('identity_missing');
}

/** Changes a person's own access and records it, in one transaction. */
export async function ownChange<Done extends object>(
  request: StaffContext,
  act: { readonly what: OwnAct; readonly detail: Readonly<Record<string, unknown>> },
  change: (
    tx: Queries,
    key: { readonly institutionId: number; readonly staffId: string; readonly person: StaffMember },
  ) => Promise<Done | Refused>,
): Promise<Done | Refused> {
  const { institution, world, from, principal } = request;
  const proven = { provenBy: principal.provenBy, provenAt: principal.provenAt };
  return request.db.transaction(async (tx) => {
    const own = await ownPerson(tx, request);
    if (isRefused(own)) return own;
    const institutionId = institution.id;
    // Two requests that each remove the last but one way in come one after the other.
    const person = await findStaff(tx, { institutionId, staffId: own.id }, { lock: true });
    if (!person) return refuse('identity_missing');
    const done = await change(tx, { institutionId, staffId: person.id, person });
    if (!isRefused(done))
      await recordOwnAct(tx, world, { institutionId, person, ...act, proven, from });
    return done;
  });
}
