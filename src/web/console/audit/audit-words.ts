import type { ConsoleAuditTexts } from '../../../languages/console-texts.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf, type Say } from '../../../languages/say.ts';
import type { ConsoleRequest } from '../frame/console-env.ts';

/** What the audit pages say in the person’s language. */
export function auditSay({
  language,
}: Pick<ConsoleRequest, 'language'>): Say<keyof ConsoleAuditTexts> {
  return sayOf(packs[language].console.audit);
}
