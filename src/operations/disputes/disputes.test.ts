import { beforeAll, expect, it } from 'vitest';
import { staffPerson } from '../../../test/support/console.ts';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { staffRequest } from '../../../test/support/staff-request.ts';
import { present } from '../../kernel/assert.ts';
import type { StaffRole } from '../../kernel/vocabulary/principal.ts';
import { readShareBooks } from '../books/list-entries.ts';
import { reverseEntry } from '../books/undo-entry.ts';
import type { StaffOperation } from '../operation.ts';
import { perform } from '../perform.ts';
import type { StaffContext } from '../request-context.ts';
import { approve } from '../staff-operations.ts';
import { openCase } from '../staff/open-case.ts';
import { closeCase, noteCase } from '../staff/work-on-cases.ts';
import { giveProvisionalCredit } from './credit.ts';
import { decideDispute } from './decide.ts';
import { acknowledgeDispute, readDisputeWork } from './letters.ts';
import { takeCreditBack } from './take-credit-back.ts';

onSampledEngines('a dispute’s money and letters', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 3 });
  });
  const as = (role: StaffRole): StaffContext => ({
    ...staffRequest({ db: db(), fixture: service.fixture, world: service.world }),
    principal: staffPerson(role, service),
    why: `the ${role}’s reason`,
  });
  const number = '900001';
  const opened = async () => {
    const input = { number, note: 'called about Acme' };
    return present((await perform(as('service'), openCase, input)).done, 'opened').reference;
  };
  /** The savings account's ledger balance, in cents. */
  const balance = async () => {
    const { done } = await perform(as('teller'), readShareBooks, { number, suffix: '0' });
    return BigInt((present(done, 'books').share.ledger ?? '').replaceAll(/[.,]/g, ''));
  };
  const suffix = async (reference: string) => {
    const { done } = await perform(as('service'), readDisputeWork, { reference });
    return present(
      done?.shares.find(({ kind }) => kind === 'savings'),
      'a savings account',
    ).suffix;
  };
  /** Asks as member service, approves as compliance. @returns what the act answered */
  const byTwo = async (operation: StaffOperation, input: object) => {
    const asked = await perform(as('service'), operation, input);
    if (asked.refused?.code !== 'waits_for_approval') return asked.refused?.code;
    const waiting = /A-\d+-\d+/.exec(asked.refused.text)?.[0];
    const decided = await perform(as('compliance'), approve, { reference: waiting });
    return decided.refused?.code ?? JSON.stringify(decided.done);
  };
  const work = async (reference: string) =>
    present((await perform(as('service'), readDisputeWork, { reference })).done, 'read');

  it('credits once, decides for an error, and each letter is written', async () => {
    const reference = await opened();
    const account = await suffix(reference);
    const before = await balance();
    await perform(as('service'), acknowledgeDispute, { reference });
    const credit = { reference, suffix: account, amount: '40.00' };
    expect((await perform(as('service'), giveProvisionalCredit, credit)).refused?.code).toBe(
      'waits_for_approval',
    );
    expect(await balance()).toBe(before);
    // The tenth business day after Monday, November 23 is December 8: the clock of the law, in Chicago.
    const [asked] = await db().query<{ due: Temporal.Instant }>(
      `select due_at as due from staff_approvals where institution_id = $1 and subject = $2`,
      [service.fixture.institution.id, reference],
    );
    expect(asked?.due.toString()).toBe('2026-12-09T06:00:00Z');
    expect(await byTwo(giveProvisionalCredit, credit)).toContain('"approved":true');
    expect(await balance()).toBe(before + 4_000n);
    expect(await byTwo(giveProvisionalCredit, credit)).toBe('case_credited');
    expect(
      await byTwo(decideDispute, {
        reference,
        outcome: 'error',
        findings: 'Acme charged twice.',
        amount: '45.00',
      }),
    ).toContain('"approved":true');
    expect(await balance()).toBe(before + 4_500n);
    const { letters, credits } = await work(reference);
    expect(letters.map(({ kind }) => kind)).toEqual(['received', 'credited', 'corrected']);
    expect(letters.at(-1)?.paragraphs.join(' ')).toContain('Acme charged twice.');
    expect(letters.at(-1)?.paragraphs.join(' ')).toContain('$45.00');
    expect(credits.map(({ kind, amount }) => `${kind} ${amount}`).sort()).toEqual([
      'correction 5.00',
      'provisional 40.00',
    ]);
    expect(await byTwo(takeCreditBack, { reference })).toBe('case_credit_stands');
    expect(await byTwo(closeCase, { reference })).toContain('"approved":true');
  });

  it('takes a credit back only after no error was found, with the right to the documents told', async () => {
    const reference = await opened();
    const account = await suffix(reference);
    const before = await balance();
    await byTwo(giveProvisionalCredit, { reference, suffix: account, amount: '12.34' });
    expect(await byTwo(takeCreditBack, { reference })).toBe('case_undecided');
    await byTwo(decideDispute, { reference, outcome: 'no_error', findings: 'You signed for it.' });
    // The credit stands: nobody closes the dispute over it, and no other act undoes it.
    expect(await byTwo(closeCase, { reference })).toContain('work_invalid');
    const { done } = await perform(as('teller'), readShareBooks, { number, suffix: account });
    const entry = present(done, 'books').entries[0]?.number;
    const asked = await perform(as('service'), reverseEntry, { number, suffix: account, entry });
    expect(asked.refused?.code).toBe('entry_of_dispute');
    expect(await byTwo(takeCreditBack, { reference })).toContain('"approved":true');
    expect(await balance()).toBe(before);
    expect(await byTwo(takeCreditBack, { reference })).toBe('case_uncredited');
    const { letters } = await work(reference);
    expect(letters.map(({ kind }) => kind)).toEqual(['credited', 'no_error', 'credit_withdrawn']);
    expect(letters[1]?.paragraphs.join(' ')).toContain('right to the documents that we relied on');
  });

  it('moves nothing for a wrong account, a wrong amount, or an error without an amount', async () => {
    const reference = await opened();
    const account = await suffix(reference);
    const before = await balance();
    const codeOf = async (operation: StaffOperation, input: object) =>
      (await perform(as('service'), operation, { reference, ...input })).refused?.code;
    expect(await codeOf(giveProvisionalCredit, { suffix: 'Z', amount: '5' })).toBe('share_unknown');
    for (const amount of ['0', '-5', 'five', '1.234'])
      expect(await codeOf(giveProvisionalCredit, { suffix: account, amount })).toBe(
        'amount_invalid',
      );
    expect(await codeOf(decideDispute, { outcome: 'error', findings: 'x' })).toBe(
      'case_amount_missing',
    );
    expect(await codeOf(noteCase, { outcome: 'no_error', decidedOn: '2026-11-23' })).toBe(
      'case_takes_two',
    );
    expect(await balance()).toBe(before);
  });

  it('tells the member by message that a letter waits, with nothing of it', async () => {
    const texts = await db().query<{ text: string }>(
      `select text from outbound where institution_id = $1 and purpose = 'notice'`,
      [service.fixture.institution.id],
    );
    const waits = texts.filter(({ text }) => text.includes('letter about your dispute'));
    expect(waits.length).toBeGreaterThan(0);
    for (const { text } of waits) expect(text).not.toMatch(/\$|Acme/);
  });
});
