import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/engines.ts';
import { furnishAccounts } from '../../../../test/support/furnish-accounts.ts';
import { startService, type Service } from '../../../../test/support/service.ts';
import { siteOver } from '../../../../test/support/site-routes.ts';
import { openSession } from '../../../access/sessions.ts';
import type { Database } from '../../../database/database.ts';
import { present } from '../../../kernel/assert.ts';

let db: Database;
let service: Service;
let site: ReturnType<typeof siteOver>;
const cookies = new Map<number, string>();
const place = () => ({ db, fixture: service.fixture, world: service.world });

/** Person 0 has many accounts, the others the usual ones. */
beforeAll(async () => {
  db = await openTestDatabase();
  service = await startService(db, { people: 5 });
  const { fixture, world } = service;
  const institutionId = fixture.institution.id;
  site = siteOver({ db, world, keyring: fixture.keyring, institutionId });
  await furnishAccounts(place(), 0);
  for (const [person, { id: memberId }] of fixture.members.entries()) {
    const { token } = await db.transaction(async (tx) =>
      openSession(
        tx,
        { world, keyring: fixture.keyring },
        { institutionId, memberId, device: 'a test' },
      ),
    );
    cookies.set(person, `__Host-mv_session=${token}`);
  }
});
afterAll(async () => db[Symbol.asyncDispose]());

async function visit(
  person: number,
  path: string,
  how: { form?: Record<string, string>; language?: string } = {},
): Promise<{ status: number; text: string; location: string | null; headers: Headers }> {
  const response = await site.request(path, {
    headers: {
      cookie: cookies.get(person) ?? '',
      'accept-language': how.language ?? 'en',
      'sec-fetch-site': 'same-origin',
    },
    ...(how.form ? { method: 'POST', body: new URLSearchParams(how.form) } : {}),
  });
  return {
    status: response.status,
    text: await response.text(),
    location: response.headers.get('location'),
    headers: response.headers,
  };
}

/** The visible text of a page's body, in one line. */
function read(text: string): string {
  return present(/<main[\s\S]*<\/main>/.exec(text)?.[0], 'the page has a body')
    .replaceAll(/<(?:option|svg)[\s\S]*?<\/(?:option|svg)>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll(/\s+/g, ' ');
}

describe('a transaction', () => {
  it('shows both sides, the balances around it, and the receipt', async () => {
    const form = { from: '7', to: '0', amount: '3.25', nonce: service.world.ids.next() };
    const made = read((await visit(2, '/transfer', { form: { ...form, ...agreed } })).text);
    const receipt = present(/Receipt (\S+)/.exec(made)?.[1], 'the receipt is shown');
    const number = present(receipt.split('-')[1], 'a receipt ends in the entry');
    const words = read((await visit(2, `/accounts/7/transactions/${number}`)).text);
    expect(words).toMatch(
      /Transfer to Savings 0 -\$3\.25 .*From Checking 7 To Savings 0 Balance before \$1,000\.00 Balance after \$996\.75/,
    );
    expect(words).toContain(`Receipt ${receipt}`);
    const there = /href="(\/accounts\/0\/transactions\/\d+)"/.exec(
      (await visit(2, `/accounts/7/transactions/${number}`)).text,
    )?.[1];
    const other = read((await visit(2, present(there, 'the other side has a page'))).text);
    expect(other).toMatch(/Transfer from Checking 7 \+\$3\.25 .*From Checking 7 To Savings 0/);
    expect(other).toContain(`Receipt ${receipt}`);
    const french = await visit(2, `/accounts/7/transactions/${number}`, { language: 'fr' });
    expect(read(french.text)).toContain('Virement vers Épargne 0');
  });

  it('takes a question and a dispute, and keeps no secret of them', async () => {
    const path = '/accounts/7/transactions/2';
    const empty = await visit(0, `${path}/question`, { form: { words: '  ' } });
    expect([empty.status, empty.text.includes('id="words-error"')]).toEqual([422, true]);
    const long = await visit(0, `${path}/dispute`, { form: { words: 'x'.repeat(1_001) } });
    expect([long.status, long.text.includes('id="words-error"')]).toEqual([422, true]);
    const asked = await visit(0, `${path}/question`, {
      form: { words: 'Who is this? My card is 4111 1111 1111 1111 <b>' },
    });
    expect(asked.location).toMatch(/transactions\/2\?done=question&reference=T-\d{4}-\d+$/);
    expect(read((await visit(0, asked.location ?? '')).text)).toMatch(
      /We have your question\. Its reference is T-.*Question T-\S+ Open/,
    );
    const [task] = await db.query<{ detail: string; due: unknown }>(
      `select detail, due_on as due from tasks where institution_id = $1 and account_id is not null`,
      [service.fixture.institution.id],
    );
    expect(task?.detail).toMatch(/Who is this\? My card is █/);
    expect(task?.due).not.toBeNull();
    const disputed = await visit(0, `${path}/dispute`, { form: { words: 'Not me. PIN 4821' } });
    const page = present(disputed.location, 'it leads to the dispute');
    const words = read((await visit(0, page)).text);
    expect(words).toMatch(/Dispute D-\S+ Open .*Not me\. PIN █+/);
    expect(words).toContain('Your dispute is open.');
    // The question about the same transaction became this dispute.
    expect(read((await visit(0, path)).text)).not.toContain('Question T-');
    const again = await visit(0, `${path}/dispute`, { form: { words: 'Still not me' } });
    expect(again.location).toBe(page.replace('opened', 'already'));
    expect((await visit(1, page.replace(/\?.*/, ''))).status).toBe(404);
    const withdraw = `${page.replace(/\?.*/, '')}/withdraw`;
    expect((await visit(1, withdraw, { form: {} })).status).toBe(404);
    const withdrawn = await visit(0, withdraw, { form: {} });
    expect(read((await visit(0, withdrawn.location ?? '')).text)).toContain('Withdrawn by you');
    // Twice is once.
    expect((await visit(0, withdraw, { form: {} })).status).toBe(303);
    expect(read((await visit(0, '/messages/disputes')).text)).toMatch(/D-\S+ Withdrawn by you/);
  });
});

const agreed = { regulation_e: 'on', esign: 'on' };
