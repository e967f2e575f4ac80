import type { Queries } from '../../database/database.ts';
import { letterVersion } from '../../languages/letter.ts';
import { dayText } from '../../languages/figures.ts';
import { packs } from '../../languages/index.ts';
import { filled } from '../../languages/say.ts';
import type { LetterKind } from '../../kernel/vocabulary/dispute.ts';
import { defaultLanguage, type Language } from '../../kernel/vocabulary/language.ts';
import { present } from '../../kernel/assert.ts';
import { findMemberByNumber } from '../../members/members.ts';
import { announceChange } from '../../notices/announce.ts';
import type { Case } from '../../staff/case-rows.ts';
import { honorItemsUntil } from '../../staff/clocks.ts';
import { insertLetter } from '../../staff/letters.ts';
import type { StaffContext } from '../request-context.ts';
import { keyringOf } from '../staff/keyring-of.ts';
import { todayOf } from './open-dispute.ts';

/** What a letter names besides the dispute. */
export interface LetterFacts {
  readonly kind: LetterKind;
  /** Staff's own words about what they found. */
  readonly findings?: string | undefined;
  /** As the member reads it in this language. */
  readonly amount?: ((language: Language) => string) | undefined;
  /** The account's digit. */
  readonly account?: string | undefined;
}

/**
 * Writes a letter of a dispute in the member's language, and tells the member by message that it
 * waits in online banking. Call it in the transaction of what the letter is about.
 */
export async function writeLetter(
  tx: Queries,
  request: StaffContext,
  one: Case,
  { kind, findings, amount, account }: LetterFacts,
): Promise<void> {
  const { institution, world, principal } = request;
  const member = present(
    await findMemberByNumber(tx, institution.id, one.memberNumber),
    'a dispute has its member',
  );
  const language = member.language ?? institution.settings.languages[0] ?? defaultLanguage;
  const { subject, paragraphs } = packs[language].letters[kind];
  const today = todayOf(request);
  const day = (date: Temporal.PlainDate) => dayText(date, language);
  const { phone, errorAddress } = institution.settings;
  const places = {
    reference: one.reference,
    received: day(one.noticeOn),
    due: day(one.dueOn),
    last: day(one.provisionalDueOn),
    today: day(today),
    honor: day(honorItemsUntil(institution.settings, today)),
    phone,
    address: [institution.name, ...errorAddress].join(', '),
    findings: findings ?? '',
    amount: amount?.(language) ?? '',
    account: account ?? '',
  };
  await insertLetter(tx, institution.id, {
    id: world.ids.next(),
    caseReference: one.reference,
    memberId: member.id,
    kind,
    language,
    version: letterVersion,
    subject: filled(subject, places),
    paragraphs: paragraphs
      .map((paragraph) => filled(paragraph, places))
      .filter((paragraph) => paragraph !== ''),
    writtenAt: world.clock.now(),
    writtenBy: principal.name,
  });
  await announceChange(
    tx,
    { world, institution, keyring: keyringOf(request) },
    { memberId: member.id, what: 'letter_waits' },
  );
}
