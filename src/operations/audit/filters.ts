import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import { firstIdAt } from '../../kernel/first-id-at.ts';
import { addressesOf } from '../../members/bind-address.ts';
import { isRefused, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { memberOf, numberField } from '../staff/of-member.ts';

/** What narrows the audit log. All that is given must hold. */
export const auditFilters = z.strictObject({
  who: z.string().trim().max(200).optional().describe('The name of who acted or looked.'),
  what: z.string().trim().max(100).optional().describe('What was done or shown.'),
  number: numberField.optional().describe('The member that it is about.'),
  from: z.iso.date().optional().describe('The first day.'),
  until: z.iso.date().optional().describe('The last day.'),
});

export type AuditFilters = z.output<typeof auditFilters>;

/** The filters of one page of a list, whose rows are in order of their ids. */
export const auditPageInput = auditFilters.extend({
  before: z.uuid().optional().describe('`next` of the previous page.'),
});

/** The filters as statements take them. */
interface AuditSearch {
  readonly who: string | undefined;
  readonly what: string | undefined;
  readonly memberId: string | undefined;
  /** What acts on this member name as their subject. */
  readonly subjects: readonly string[] | undefined;
  readonly firstId: string | undefined;
  readonly beforeId: string | undefined;
}

/** Finds the member, and turns days of the institution’s zone into ids. */
export async function auditSearch(
  q: Queries,
  request: Pick<StaffContext, 'institution'>,
  filters: AuditFilters & { readonly before?: string | undefined },
): Promise<AuditSearch | Refused> {
  const { id, zone } = request.institution;
  const member =
    filters.number === undefined ? undefined : await memberOf(q, request, filters.number);
  if (isRefused(member)) return member;
  const addresses = member ? await addressesOf(q, id, member.id) : [];
  const idAt = (day: Temporal.PlainDate) => firstIdAt(day.toZonedDateTime(zone).toInstant());
  const ends = [
    ...(filters.until === undefined
      ? []
      : [idAt(Temporal.PlainDate.from(filters.until).add({ days: 1 }))]),
    ...(filters.before === undefined ? [] : [filters.before]),
  ];
  return {
    who: given(filters.who),
    what: given(filters.what),
    memberId: member?.id,
    subjects: member ? [member.number, member.id, ...addresses.map((one) => one.id)] : undefined,
    firstId: filters.from === undefined ? undefined : idAt(Temporal.PlainDate.from(filters.from)),
    beforeId: ends.toSorted()[0],
  };
}

const given = (text: string | undefined) => (text === '' ? undefined : text);
