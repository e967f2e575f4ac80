import type { Queries } from '../../database/database.ts';
import { findIssued } from '../../conversation/issued.ts';
import type { Keyring } from '../../kernel/keyring.ts';
import type { Institution } from '../../members/institution.ts';
import type { StaffConversation } from '../../messages/staff-conversation.ts';
import { findSecrets } from '../../secrets/find-secrets.ts';
import { foreignLinksIn } from './foreign-links.ts';

/** Why a text must not go to a member. */
export type ReplyProblem = 'secret' | 'link' | 'member_number' | 'place';

/**
 * Finds what must not stand in a message to a member: account and card numbers, PINs, passwords and
 * codes, the member number, links to sites that aren't the institution's, and a place that nobody
 * filled. The institution's own phone numbers are no secrets.
 */
export async function replyProblem(
  tx: Queries,
  given: {
    readonly institution: Institution;
    readonly keyring: Keyring;
    readonly conversation: Pick<StaffConversation, 'memberId' | 'memberNumber'>;
    readonly text: string;
  },
): Promise<ReplyProblem | undefined> {
  const { institution, keyring, conversation } = given;
  const text = visible(given.text);
  if (/\{\w+\}/u.test(text)) return 'place';
  if (holdsNumber(text, conversation.memberNumber)) return 'member_number';
  const open = withoutOwnNumbers(text, institution);
  if (findSecrets(open, institution.settings.routingNumber).places.length > 0) return 'secret';
  const [issued = []] = await findIssued(tx, keyring, institution.id, [
    { text, memberId: conversation.memberId },
  ]);
  if (issued.length > 0) return 'secret';
  return foreignLinksIn(text, institution.settings).length > 0 ? 'link' : undefined;
}

/** As a person sees it: one form of each letter, and nothing invisible. */
function visible(text: string): string {
  return text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '');
}

/** The member number with or without separators. A very short one would be found in every amount. */
function holdsNumber(text: string, number: string): boolean {
  if (number.length < 4) return false;
  const apart = Array.from(number, (one) => RegExp.escape(one)).join('[ .-]?');
  return new RegExp(`(?<![\\p{L}\\p{N}])${apart}(?![\\p{L}\\p{N}])`, 'u').test(text);
}

function withoutOwnNumbers(text: string, { settings }: Institution): string {
  const own = [settings.phone, settings.cardLine, settings.errorPhone].filter((one) => one !== '');
  return own.reduce((left, number) => left.replaceAll(number, ' '), text);
}
