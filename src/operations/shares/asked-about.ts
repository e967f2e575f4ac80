import { z } from 'zod';
import type { CoreEntry } from '../../core/core.ts';
import type { Queries } from '../../database/database.ts';
import { askedAbout, askedKinds } from '../../staff/asked-about.ts';
import type { MemberContext } from '../request-context.ts';

/** A dispute or a question about a transaction. */
export const aboutSchema = z.object({
  kind: z.enum(askedKinds),
  reference: z.string(),
  open: z.boolean(),
  at: z.string(),
});

/** Lists what the member asked about an entry, newest first. */
export async function aboutOf(
  q: Queries,
  { institution, member }: Pick<MemberContext, 'institution' | 'member'>,
  { accountId, sequence }: Pick<CoreEntry, 'accountId' | 'sequence'>,
): Promise<z.input<typeof aboutSchema>[]> {
  const asked = await askedAbout(q, institution.id, {
    memberId: member.id,
    about: { accountId, sequence },
  });
  return asked.map(({ kind, reference, state, at }) => ({
    kind,
    reference,
    open: state === 'open',
    at: at.toString(),
  }));
}
