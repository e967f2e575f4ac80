import type { CaseState } from '../../kernel/vocabulary/staff-work.ts';
import { findCase } from '../../staff/case-rows.ts';
import type { Shown } from '../../staff/approvals/approval.ts';
import type { CaseChanges } from '../../staff/case-work.ts';
import { invalidWork } from '../../staff/work-invalid.ts';
import type { StaffContext } from '../request-context.ts';
import { changesAndNote } from './case-changes.ts';

/** Says what recording these facts changes in a dispute, with what is recorded now. */
export async function caseShown(
  { db, institution, world }: StaffContext,
  {
    reference,
    ...written
  }: { readonly reference: string; readonly note?: string | undefined } & {
    readonly [Name in keyof CaseChanges]?: CaseChanges[Name] | undefined;
  },
  state?: CaseState,
): Promise<Shown> {
  const today = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
  const found = await findCase(db, institution, { reference, today });
  if (!found) throw invalidWork(`There is no case ${reference}`);
  const { changes, note } = changesAndNote(written);
  const before = new Map<string, unknown>(Object.entries(found));
  return {
    subject: reference,
    lines: [
      { what: 'member', before: found.memberNumber, after: found.memberNumber },
      { what: 'state', before: found.state, after: state ?? found.state },
      {
        what: 'outcome',
        before: shown(found.outcome),
        after: shown(changes.outcome ?? found.outcome),
      },
      ...Object.entries(changes)
        .filter(([what]) => what !== 'outcome')
        .map(([what, after]) => ({ what, before: shown(before.get(what)), after: shown(after) })),
      ...(note === undefined ? [] : [{ what: 'note', after: note }]),
    ],
  };
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'not recorded';
  if (typeof value === 'string') return value;
  return value instanceof Temporal.PlainDate ? value.toString() : JSON.stringify(value);
}
