import { beforeAll, expect, it } from 'vitest';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { allowed, memberRequest } from '../../../test/support/member-request.ts';
import { pdfText } from '../../../test/support/pdf-text.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { insertLetter } from '../../staff/letters.ts';
import { perform } from '../perform.ts';
import { downloadLetter, listLetters, readLetter } from './letters.ts';

onSampledEngines('the letters about a member’s disputes', (db) => {
  let service: Service;
  let id: string;
  beforeAll(async () => {
    service = await startService(db(), { people: 2 });
    const { fixture, world } = service;
    id = world.ids.next();
    await insertLetter(db(), fixture.institution.id, {
      id,
      caseReference: 'D-1123-4821',
      memberId: fixture.members[0]?.id ?? '',
      kind: 'no_error',
      language: 'en',
      version: 1,
      subject: 'What we found about your dispute',
      paragraphs: ['We found no error.', 'You may ask for the documents that we relied on.'],
      writtenAt: world.clock.now(),
      writtenBy: 'Ann',
    });
  });
  const request = async (person: number) =>
    memberRequest({ db: db(), fixture: service.fixture, world: service.world }, person);

  it('are listed, and reading one notes when it was read first', async () => {
    const before = allowed(await listLetters.run(await request(0), {}));
    expect(before.letters).toMatchObject([{ id, reference: 'D-1123-4821', readAt: null }]);
    const first = service.clock.now().toString();
    const letter = allowed(await readLetter.run(await request(0), { id }));
    expect(letter.paragraphs).toHaveLength(2);
    service.clock.advance({ hours: 1 });
    await readLetter.run(await request(0), { id });
    const after = allowed(await listLetters.run(await request(0), {}));
    expect(after.letters[0]?.readAt).toBe(first);
  });

  it('come as a PDF with the same words', async () => {
    const file = allowed(await downloadLetter.run(await request(0), { id }));
    expect(file.name).toBe('D-1123-4821-no-error.pdf');
    expect(pdfText(file.content).join(' ')).toContain('documents that we relied on');
  });

  it('of another member are not found', async () => {
    const other = await request(1);
    expect(allowed(await listLetters.run(other, {})).letters).toEqual([]);
    expect((await perform(other, readLetter, { id })).refused?.code).toBe('not_found');
    expect((await perform(other, downloadLetter, { id })).refused?.code).toBe('not_found');
    const none = service.world.ids.next();
    expect((await perform(other, readLetter, { id: none })).refused?.code).toBe('not_found');
  });
});
