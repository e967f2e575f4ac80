import { z } from 'zod';
import { letterKinds } from '../../kernel/vocabulary/dispute.ts';
import { languages } from '../../kernel/vocabulary/language.ts';
import { dayText } from '../../languages/figures.ts';
import { packs } from '../../languages/index.ts';
import { letterPdf } from '../../shares/statements/letter-pdf.ts';
import { findLetter, lettersOfMember, noteLetterRead, type Letter } from '../../staff/letters.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import type { MemberContext, OperationContext } from '../request-context.ts';

const letterField = z.uuid().describe('The letter.');

/** A letter in the member's list. */
const listedSchema = z.object({
  id: z.string(),
  reference: z.string().describe('The dispute that it is about.'),
  kind: z.enum(letterKinds),
  subject: z.string(),
  writtenAt: z.string(),
  readAt: z.string().nullable().describe('When the member first read it.'),
});

/** Lists the letters about the member's disputes. */
export const listLetters = operation({
  id: 'listLetters',
  method: 'GET',
  path: '/letters',
  tag: 'Accounts',
  summary: 'Lists the letters about the member’s disputes, newest first',
  access: 'member',
  input: z.strictObject({}),
  output: z.object({ letters: z.array(listedSchema) }),
  refusals: [],
  run: async ({ db, institution, member }) => ({
    letters: (await lettersOfMember(db, institution.id, member.id)).map(listed),
  }),
});

/** Returns one letter, as it was written, and notes that its member read it. */
export const readLetter = operation({
  id: 'readLetter',
  method: 'GET',
  path: '/letters/{id}',
  tag: 'Accounts',
  summary: 'Returns a letter about a dispute, as it was written',
  access: 'member',
  input: z.strictObject({ id: letterField }),
  output: listedSchema.extend({
    language: z.enum(languages),
    paragraphs: z.array(z.string()),
  }),
  refusals: ['not_found'],
  run: async (request, { id }) => {
    const letter = await ownLetter(request, id);
    if (!letter) return refuse('not_found');
    const { language, paragraphs } = letter;
    return { ...listed(letter), language, paragraphs: [...paragraphs] };
  },
});

const fileSchema = z.object({
  name: z.string(),
  type: z.string(),
  content: z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array),
});

/** Gives the same letter as a PDF, to keep and to print. */
export const downloadLetter = operation({
  id: 'downloadLetter',
  method: 'GET',
  path: '/letters/{id}/file',
  tag: 'Accounts',
  summary: 'Downloads a letter about a dispute as PDF',
  access: 'member',
  input: z.strictObject({ id: letterField }),
  output: fileSchema,
  refusals: ['not_found'],
  fileTypes: ['application/pdf'],
  file: (done) => fileSchema.parse(done),
  run: async (request, { id }) => {
    const letter = await ownLetter(request, id);
    if (!letter) return refuse('not_found');
    return {
      name: letterFileName(letter),
      type: 'application/pdf',
      content: await letterFile(request, letter, request.member.name),
    };
  },
});

/** Names the PDF of a letter. */
export function letterFileName({ caseReference, kind }: Letter): string {
  return `${caseReference}-${kind.replaceAll('_', '-')}.pdf`;
}

/** Writes the PDF of a letter, in the letter's language. */
export async function letterFile(
  { institution }: OperationContext,
  letter: Letter,
  name: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const day = letter.writtenAt.toZonedDateTimeISO(institution.zone).toPlainDate();
  const { language, subject, paragraphs, caseReference } = letter;
  return letterPdf(
    {
      institution: institution.name,
      subject,
      paragraphs,
      to: [name],
      date: dayText(day, language),
      reference: caseReference,
      locale: packs[language].intl,
    },
    letter.writtenAt,
  );
}

/** Finds a letter of this member, and notes that they read it. Another member's does not exist. */
async function ownLetter(
  { db, world, institution, member }: MemberContext,
  id: string,
): Promise<Letter | undefined> {
  const letter = await findLetter(db, institution.id, id);
  if (!letter || letter.memberId !== member.id) return undefined;
  if (letter.readAt !== null) return letter;
  const at = world.clock.now();
  await noteLetterRead(db, institution.id, { id, at });
  return { ...letter, readAt: at };
}

function listed({
  id,
  caseReference,
  kind,
  subject,
  writtenAt,
  readAt,
}: Letter): z.input<typeof listedSchema> {
  return {
    id,
    reference: caseReference,
    kind,
    subject,
    writtenAt: writtenAt.toString(),
    readAt: readAt?.toString() ?? null,
  };
}
