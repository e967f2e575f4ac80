import type { z } from 'zod';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { findExisting } from '../../src/audit/changes/find-existing.ts';
import { expireApprovals } from '../../src/approvals/expire.ts';
import type { Database, Queries } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import { verifyIn } from '../../src/ledger/verify/verify.ts';
import { loadInstitution } from '../../src/members/institution.ts';
import { approveTransfer } from '../../src/operations/approvals/approve-transfer.ts';
import { beginApproval } from '../../src/operations/approvals/begin-approval.ts';
import { listApprovals } from '../../src/operations/approvals/list-approvals.ts';
import { messagesPart } from '../../src/service/messages-part.ts';
import { accessTests } from './access.ts';
import type { Authenticator } from './authenticator.ts';
import type { Visitor } from './visitor.ts';

/** A member's browser with their passkey. */
export interface Approver {
  readonly browser: Visitor;
  readonly authenticator: Authenticator;
}

/** An approval as the member's list has it. */
export type Listed = z.output<typeof listApprovals.output>['approvals'][number];

/** Helpers for tests of approvals, at an institution that wants them above $100.00 on X and beyond an address's limits. */
export function approvalTests(db: () => Database, stepUp: object = {}) {
  const access = accessTests(db, {
    limits: { perTransfer: 30_000, perDay: 60_000 },
    onlineLimits: { perTransfer: 70_000, perDay: 90_000 },
    repeatWithinSeconds: 0,
    stepUp: { above: { x: 10_000 }, beyondLimits: true, seconds: 240, ...stepUp },
  });
  const { service, key, recorded } = access;
  const institution = async () =>
    present(await loadInstitution(db(), key(0).institutionId), 'it exists');
  const list = async (browser: Visitor) => (await browser.do(listApprovals, {})).approvals;
  const begin = async ({ browser, authenticator }: Approver, id: string) =>
    authenticator.sign(access.requestOf(await browser.do(beginApproval, { id })));
  return {
    ...access,
    institution,
    list,
    /** Gets a challenge and signs it. */
    begin,
    /** @returns the refusal; `undefined`: approved */
    approve: async (
      { browser }: Approver,
      id: string,
      response: AuthenticationResponseJSON,
    ): Promise<string | undefined> => browser.refusal(approveTransfer, { id, response }),
    /** Sends a command by X that must wait for approval. */
    ask: async (person: number, browser: Visitor, text: string): Promise<Listed> => {
      const before = new Set((await list(browser)).map(({ id }) => id));
      const { outcome } = await service().say(person, text);
      if (outcome !== 'approval_asked') throw new Error(`${text}: ${outcome}`);
      return present(
        (await list(browser)).find(({ id }) => !before.has(id)),
        'it is listed',
      );
    },
    /** The texts on the member's channels, oldest first. */
    messagesOf: async (person: number): Promise<string[]> => {
      const rows = await db().query<{ text: string }>(
        `select o.text from outbound o join addresses a on a.institution_id = o.institution_id and a.id = o.address_id
          where o.institution_id = $1 and a.member_id = $2 order by o.queued_at, o.id`,
        [key(person).institutionId, key(person).memberId],
      );
      return rows.map(({ text }) => text);
    },
    /** Available minor units of checking 7. */
    checking: async (person: number): Promise<bigint> => {
      const account = present(service().fixture.members[person], 'they live here');
      const [row] = await db().query<{ available: bigint }>(
        'select (ledger_balance - held)::int8 as available from accounts where institution_id = $1 and id = $2',
        [key(0).institutionId, account.checkingAccountId],
      );
      return present(row, 'the account exists').available;
    },
    expire: async () =>
      expireApprovals(recorded(), {
        world: service().world,
        keyring: service().fixture.keyring,
        institution: await institution(),
      }),
    /** What `tmm verify` finds. */
    problems: async (q: Queries = db()): Promise<readonly unknown[]> => {
      const { problems } = await verifyIn(q, {
        institutionId: key(0).institutionId,
        keyring: service().fixture.keyring,
        parts: [messagesPart],
        head: undefined,
      });
      return problems;
    },
    /** Begins the record of what the fixture wrote without one. */
    findExisting: async () =>
      findExisting(recorded(), service().world, { institutionId: key(0).institutionId }),
  };
}
