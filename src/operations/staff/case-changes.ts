import { z } from 'zod';
import { caseOutcomes } from '../../kernel/vocabulary/staff-work.ts';
import type { CaseChanges } from '../../staff/case-work.ts';

const flag = z.boolean().optional();
const day = z.iso
  .date()
  .transform((text) => Temporal.PlainDate.from(text))
  .nullable()
  .optional();

/** What lengthens the terms of a case. */
export const transferFields = { newAccount: flag, pointOfSale: flag, outsideUs: flag };

/** What happened in a case, each with its day; null takes a day back. */
export const happenedFields = {
  statementOn: day,
  writtenOn: day,
  creditedOn: day,
  creditToldOn: day,
  decidedOn: day,
  outcome: z.enum(caseOutcomes).nullable().optional(),
  resultToldOn: day,
  correctedOn: day,
  withdrawalToldOn: day,
};

/** All that staff write down about a case. What is not given stays as it is. */
export const caseFields = {
  ...transferFields,
  writtenAsked: flag,
  ...happenedFields,
  note: z.string().max(4_000).optional(),
};

/** Leaves out what was not given, which would take away what stands. */
export function givenOf<T extends object>(
  all: T,
): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is undefined was taken out
  return Object.fromEntries(given) as { [Name in keyof T]?: Exclude<T[Name], undefined> };
}

/** The changes of a case among the fields of an operation, and the note. */
export function changesAndNote({
  note,
  ...changes
}: { readonly note?: string | undefined } & {
  readonly [Name in keyof CaseChanges]?: CaseChanges[Name] | undefined;
}): { readonly changes: CaseChanges; readonly note?: string } {
  return { changes: givenOf(changes), ...(note === undefined ? {} : { note }) };
}
