import { request } from 'node:http';
import type { Database } from '../../../src/database/database.ts';
import { assert, present } from '../../../src/kernel/assert.ts';
import { staffRoles } from '../../../src/kernel/vocabulary/principal.ts';
import type { World } from '../../../src/kernel/world.ts';
import { addStaff } from '../../../src/staff-access/change-staff.ts';
import { openStaffSession } from '../../../src/staff-access/staff-sessions.ts';

/** Where the staff of the bench believe to be. The server listens elsewhere, as behind a proxy. */
export const consoleUrl = 'https://staff.bank.example';

/** The console lets a session ask 240 times at once, and change 60 times. */
const turnsOfSession = 50;

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** A person of the staff who visits the console over HTTP. */
export interface ConsoleVisitor {
  get(path: string): Promise<Answer>;
  /** Asks the console's API. */
  ask(operation: string, input: object): Promise<Answer>;
}

/** Signs in a person with all roles. After some requests they sign in again, as the console limits the pace of a session. */
export async function visitConsole(
  db: Database,
  given: { readonly world: World; readonly institutionId: number; readonly port: number },
): Promise<ConsoleVisitor> {
  const { world, institutionId, port } = given;
  const staffId = await hire(db, given);
  let cookie = '';
  let turns = 0;
  const signIn = async () => {
    const { token } = await db.transaction(async (tx) =>
      openStaffSession(tx, world, institutionId, staffId, {
        provenBy: 'passkey',
        from: '127.0.0.1',
        device: 'bench',
      }),
    );
    return `__Host-console_session=${token}`;
  };
  const send = async (method: string, path: string, body?: object): Promise<Answer> => {
    if (turns % turnsOfSession === 0) cookie = await signIn();
    turns += 1;
    const headers = {
      host: new URL(consoleUrl).host,
      cookie,
      'sec-fetch-site': 'same-origin',
      ...(body ? { 'content-type': 'application/json' } : {}),
    };
    return answerOf({ port, method, path, headers }, body && JSON.stringify(body));
  };
  return {
    get: async (path) => send('GET', path),
    ask: async (operation, input) => send('POST', `/api/v1/${operation}`, input),
  };
}

async function hire(
  db: Database,
  { world, institutionId }: { readonly world: World; readonly institutionId: number },
): Promise<string> {
  const id = await db.transaction(async (tx) =>
    addStaff(tx, world, institutionId, {
      name: 'Ann',
      email: `ann-${world.ids.next()}@bank.example`,
      roles: [...staffRoles],
      language: 'en',
    }),
  );
  assert(id !== undefined, 'nobody of that name works here yet');
  await db.query(
    `update staff_members set state = 'active', activated_at = now() where institution_id = $1 and id = $2`,
    [institutionId, id],
  );
  return id;
}

async function answerOf(
  to: {
    readonly port: number;
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
  },
  body: string | undefined,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ ...to, host: '127.0.0.1' }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () =>
        resolve({
          status: present(answer.statusCode, 'an answer has a status'),
          body: Buffer.concat(pieces).toString(),
        }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
