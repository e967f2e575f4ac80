import { afterAll, beforeAll } from 'vitest';
import { openSession } from '../../src/access/sessions.ts';
import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import { openTestDatabase } from './engines.ts';
import { furnishAccounts } from './furnish-accounts.ts';
import { startService, type Service } from './service.ts';
import { siteOver } from './site-routes.ts';

/** A page as a member's browser gets it. */
interface Page {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
  readonly headers: Headers;
}

/** Signs five members in to the site. Person 0 has many accounts, 1 the usual ones, 2 one without entries, 3 none. */
export function memberPages() {
  let db: Database;
  let service: Service;
  let site: ReturnType<typeof siteOver>;
  const cookies = new Map<number, string>();
  const place = () => ({ db, fixture: service.fixture, world: service.world });
  beforeAll(async () => {
    db = await openTestDatabase();
    service = await startService(db, { people: 5 });
    const { fixture, world } = service;
    const institutionId = fixture.institution.id;
    site = siteOver({ db, world, keyring: fixture.keyring, institutionId });
    await furnishAccounts(place(), 0);
    const nothing = present(fixture.members[3], 'they live here').id;
    await db.query(
      'update members set default_share_id = null, transfer_source_share_id = null where institution_id = $1 and id = $2',
      [institutionId, nothing],
    );
    await db.query('delete from share_owners where institution_id = $1 and member_id = $2', [
      institutionId,
      nothing,
    ]);
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

  const visit = async (
    person: number,
    path: string,
    how: { form?: Record<string, string>; language?: string } = {},
  ): Promise<Page> => {
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
  };
  return { place, service: () => service, site: () => site, visit };
}

/** The visible text of a page's body, in one line. */
export function read(text: string): string {
  return present(/<main[\s\S]*<\/main>/.exec(text)?.[0], 'the page has a body')
    .replaceAll(/<(?:option|svg)[\s\S]*?<\/(?:option|svg)>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll(/\s+/g, ' ');
}

/** The hidden fields of a form. */
export function hidden(text: string): Record<string, string> {
  const found = text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g);
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]));
}
