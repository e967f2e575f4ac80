import { expect } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import { insertLetter } from '../../src/staff/letters.ts';
import type { ApiClient } from '../support/api-client.ts';
import type { Service } from '../support/service.ts';

/** A letter is listed, read and kept. One of nobody is not found. */
export async function readLetters(
  api: ApiClient,
  { db, service }: { readonly db: Database; readonly service: Service },
): Promise<void> {
  const { fixture, world } = service;
  const id = world.ids.next();
  await insertLetter(db, fixture.institution.id, {
    id,
    caseReference: 'D-1123-4821',
    memberId: present(fixture.members[3], 'the person lives in the fixture').id,
    kind: 'received',
    language: 'en',
    version: 1,
    subject: 'We received your notice',
    paragraphs: ['We look into it.'],
    writtenAt: world.clock.now(),
    writtenBy: 'Ann',
  });
  expect(await api.do('listLetters')).toMatchObject({ letters: [{ id }] });
  expect(await api.do('readLetter', { id })).toMatchObject({ paragraphs: ['We look into it.'] });
  await api.do('downloadLetter', { id });
  const none = { id: world.ids.next() };
  expect(await api.refusal('readLetter', none)).toBe('not_found');
  expect(await api.refusal('downloadLetter', none)).toBe('not_found');
}
