import type { Reply } from '../../../src/wording/reply.ts';
import type { TextKey } from '../../../src/wording/text-key.ts';

/** What members read when a person of the staff writes to them, or nobody can read what they wrote. */
export const peopleExamples: readonly (readonly [TextKey, Reply])[] = [
  ['unreadable', { reply: 'unreadable' }],
  ['person_writes', { reply: 'person_writes', name: 'Ann Lee' }],
  ['person_left', { reply: 'person_left', name: 'Ann Lee' }],
  ['people_closed', { reply: 'people_closed' }],
];
