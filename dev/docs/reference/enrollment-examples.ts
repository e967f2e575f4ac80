import type { Reply } from '../../../src/wording/reply.ts';
import type { TextKey } from '../../../src/wording/text-key.ts';
import { checking } from './example-facts.ts';

/** Examples of what members read when an address is proven. */
export const enrollmentExamples: readonly (readonly [TextKey, Reply])[] = [
  ['welcome', { reply: 'welcome', share: checking }],
  ['welcome.sms', { reply: 'welcome', share: checking }],
  ['code_changed', { reply: 'code_changed' }],
  ['verified_again', { reply: 'verified_again' }],
  ['verified_but_locked', { reply: 'verified_but_locked' }],
  ['contact_card', { reply: 'contact_card' }],
];
