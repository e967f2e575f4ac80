import type { z } from 'zod';
import type { readMemberFile } from '../../../operations/people/read-member-file.ts';

/** A member as their page shows them. */
export type MemberFile = z.output<typeof readMemberFile.output>;
