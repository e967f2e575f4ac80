import { z } from 'zod';
import { caseOutcomes } from '../../kernel/vocabulary/staff-work.ts';
import { storable } from '../../messages/redact.ts';
import type { CaseChanges } from '../../staff/case-work.ts';

const flag = z.boolean().optional();
const day = z.iso
  .date()
  .transform((text) => Temporal.PlainDate.from(text))
  .nullable()
  .optional();

/** Facts that extend the deadlines of a case. */
export const transferFields = { newAccount: flag, pointOfSale: flag, outsideUs: flag };

/** Events of a case, each with its day. Null removes a day. */
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

/** What decides a case, or says that money moved. Only an act of two persons records it. */
export const decidingFields = ['creditedOn', 'decidedOn', 'outcome', 'correctedOn'] as const;

/** Everything that staff record about a case. Omitted fields stay as they are. */
export const caseFields = {
  ...transferFields,
  writtenAsked: flag,
  ...happenedFields,
  note: z.string().max(4_000).optional(),
};

/** Drops omitted fields, which would otherwise overwrite stored values. */
export function givenOf<T extends object>(
  all: T,
): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- we removed every undefined field
  return Object.fromEntries(given) as { [Name in keyof T]?: Exclude<T[Name], undefined> };
}

/** Picks the changes of a case, and the note, from an operation's fields. */
export function changesAndNote({
  note,
  ...changes
}: { readonly note?: string | undefined } & {
  readonly [Name in keyof CaseChanges]?: CaseChanges[Name] | undefined;
}): { readonly changes: CaseChanges; readonly note?: string } {
  return { changes: givenOf(changes), ...(note === undefined ? {} : { note: storable(note) }) };
}
