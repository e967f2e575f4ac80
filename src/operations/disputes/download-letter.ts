import { z } from 'zod';
import { findCase } from '../../staff/case-rows.ts';
import { findLetter } from '../../staff/letters.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { letterFile, letterFileName } from '../shares/letters.ts';
import { referenceField } from '../staff/task-schema.ts';
import { todayOf } from './open-dispute.ts';

/** Gives a letter of a dispute as PDF, as its member gets it. */
export const downloadDisputeLetter = operation({
  id: 'downloadDisputeLetter',
  summary: 'Downloads a letter of a dispute as PDF',
  access: 'staff',
  permission: 'read_messages',
  input: z.strictObject({ reference: referenceField, id: z.uuid() }),
  output: z.object({ name: z.string(), base64: z.string().describe('The PDF.') }),
  refusals: ['case_unknown'],
  run: async (request, { reference, id }) => {
    const { db, institution } = request;
    const one = await findCase(db, institution, { reference, today: todayOf(request) });
    const letter = await findLetter(db, institution.id, id);
    if (!one || letter?.caseReference !== reference)
      return refuse('case_unknown', { facts: { reference } });
    const content = await letterFile(request, letter, one.memberName);
    return { name: letterFileName(letter), base64: Buffer.from(content).toString('base64') };
  },
});
