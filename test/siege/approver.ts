import { setTimeout as pause } from 'node:timers/promises';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { inviteMember } from '../../src/access/invitations.ts';
import {
  beginPasskeyRegistration,
  finishPasskeyRegistration,
} from '../../src/access/passkey-registration.ts';
import { addPasskey } from '../../src/access/passkeys.ts';
import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import type { World } from '../../src/kernel/world.ts';
import { createAuthenticator, type Authenticator } from '../support/authenticator.ts';
import type { Fixture } from '../support/fixture.ts';
import { sessionHeaders } from './browser-session.ts';
import { publicUrl } from './carriers.ts';

/** A member's passkey. It decides what waits for it. */
export interface Approver {
  /** Approves or declines what waits now. Asks again until the service has answered. */
  readonly decide: () => Promise<void>;
  /** What the service told of each: `posted` or `declined`. */
  readonly decided: () => ReadonlyMap<string, string>;
}

/** Whose passkey it is. */
interface Whose {
  readonly fixture: Fixture;
  readonly world: World;
  readonly memberId: string;
}

const againMilliseconds = 250;

/** Gives a member a passkey, and a browser to use it in. One transfer in eight is declined. */
export async function createApprover(
  db: Database,
  whose: Whose & { readonly network: typeof fetch },
): Promise<Approver> {
  const authenticator = createAuthenticator(publicUrl);
  await registerPasskey(db, whose, authenticator);
  const headers = await sessionHeaders(db, whose);
  const decided = new Map<string, string>();
  const ask = async (path: string, body?: object): Promise<Answer> => {
    const url = `${publicUrl}/api/v1${path}`;
    const sent = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers };
    for (;;) {
      const response = await whose.network(url, sent);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as described by the API
      const answer = (await response.json()) as Answer;
      // The copies of a request may be too many.
      if (response.status !== 429) return { ...answer, isDone: response.status === 200 };
      await pause(againMilliseconds);
    }
  };
  /** Signs and sends until nothing is left to decide. */
  const approve = async (id: string): Promise<void> => {
    let again = {};
    for (;;) {
      const begun = await ask(`/approvals/${id}/begin`, again);
      const signed =
        begun.options &&
        (await ask(`/approvals/${id}/approve`, { response: authenticator.sign(begun.options) }));
      const { isDone, code = '' } = signed ?? begun;
      if (isDone) decided.set(id, 'posted');
      // Of the copies of one signature only the first counts; the next look finds what became of it.
      if (isDone || !unsettled.has(code)) return;
      if (code === 'approval_repeated') again = { again: true };
    }
  };
  return {
    decide: async () => {
      const { approvals = [] } = await ask('/approvals');
      for (const { id, state } of approvals.toReversed()) {
        if (state !== 'waiting') continue;
        if (id.endsWith('0') || id.endsWith('1')) {
          const { isDone } = await ask(`/approvals/${id}/decline`, {});
          if (isDone) decided.set(id, 'declined');
        } else await approve(id);
      }
    },
    decided: () => decided,
  };
}

/** After these it still waits. */
const unsettled = new Set(['passkey_refused', 'approval_changed', 'approval_repeated']);

/** What the API answers. */
interface Answer {
  readonly isDone?: boolean;
  readonly code?: string;
  readonly options?: PublicKeyCredentialRequestOptionsJSON;
  readonly approvals?: readonly { readonly id: string; readonly state: string }[];
}

async function registerPasskey(
  db: Database,
  { fixture: { institution, keyring }, world, memberId }: Whose,
  authenticator: Authenticator,
): Promise<void> {
  const key = { institutionId: institution.id, memberId };
  const given = {
    member: { id: memberId, institutionId: institution.id, number: '', name: '' },
    boundTo: 'the siege',
    site: { publicUrl, name: 'the siege' },
  };
  await db.transaction(async (tx) => {
    await inviteMember(tx, { world, keyring }, key);
    const options = await beginPasskeyRegistration(tx, { world, keyring }, given);
    const passkey = await finishPasskeyRegistration(
      tx,
      { world, keyring },
      { ...given, response: authenticator.register(options), name: 'the siege' },
    );
    await addPasskey(tx, { world }, { ...key, passkey: present(passkey, 'it was checked') });
  });
}
