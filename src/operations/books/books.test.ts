import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { staffPerson } from '../../../test/support/console.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { staffRequest } from '../../../test/support/staff-request.ts';
import type { StaffRole } from '../../kernel/vocabulary/principal.ts';
import type { StaffOperation } from '../operation.ts';
import { perform } from '../perform.ts';
import type { StaffContext } from '../request-context.ts';
import { approve } from '../staff-operations.ts';
import { placeHold, releaseHold } from './holds.ts';
import { readShareBooks, readShareEntry } from './list-entries.ts';
import { postFee } from './post-fee.ts';
import { correctEntry, reverseEntry } from './undo-entry.ts';

/** What an approved act answers. */
const outcome = z.object({ approved: z.boolean(), refusal: z.string().nullable() });

const referenceIn = (text = '') => /A-[\d-]+/.exec(text)?.[0]?.replace(/-$/, '') ?? '';

onSampledEngines('what staff post in the books', (db) => {
  let service: Service;
  let keys = 0;
  beforeAll(async () => {
    service = await startService(db(), { people: 4 });
  });
  const as = (role: StaffRole): StaffContext => ({
    ...staffRequest({ db: db(), fixture: service.fixture, world: service.world }),
    principal: staffPerson(role, service),
    why: `the ${role}’s reason`,
  });
  const key = () => {
    keys += 1;
    return `0b1a86bd-0000-4000-8000-${String(keys).padStart(12, '0')}`;
  };
  /** Asks as a service person and approves as a supervisor. */
  const act = async (operation: StaffOperation, input: object) => {
    const asked = await perform(as('service'), operation, input);
    const reference = referenceIn(asked.refused?.text);
    if (asked.refused?.code !== 'waits_for_approval') return asked.refused?.code;
    const { done, refused } = await perform(as('supervisor'), approve, { reference });
    const given = outcome.optional().parse(done);
    return refused?.code ?? given?.refusal ?? (given?.approved ? 'approved' : undefined);
  };
  const books = async (number: string, suffix = '7') => {
    const { done } = await perform(as('teller'), readShareBooks, { number, suffix });
    return done;
  };
  const totals = async () =>
    db().query<{ sum: bigint | null }>(
      'select sum(amount)::int8 as sum from entries where institution_id = $1 group by transaction_id having sum(amount) <> 0',
      [service.fixture.institution.id],
    );

  it('a fee takes two persons, is balanced, and the same form posts once', async () => {
    const input = { number: '900001', suffix: '7', amount: '25.00', fee: 'wire', key: key() };
    expect(await act(postFee, input)).toBe('approved');
    expect(await act(postFee, input)).toBe('approved');
    const done = await books('900001');
    expect(done?.share).toMatchObject({ ledger: '975.00', available: '975.00' });
    expect(done?.entries[0]).toMatchObject({
      amount: '-25.00',
      kind: 'fee',
      description: 'FEE WIRE',
    });
    expect(done?.entries.filter(({ kind }) => kind === 'fee')).toHaveLength(1);
    expect(await totals()).toEqual([]);
    expect(await act(postFee, { ...input, amount: '26.00' })).toBe('key_used');
  });

  it('a fee never takes an account below its limit', async () => {
    const input = { number: '900002', suffix: '7', amount: '1000.01', fee: 'other', key: key() };
    expect(await act(postFee, input)).toBe('funds_short');
    expect((await books('900002'))?.share.ledger).toBe('1000.00');
    expect(await act(postFee, { ...input, amount: '-5' })).toBe('amount_invalid');
  });

  it('a hold lowers what is available until it is released, once', async () => {
    const place = {
      number: '900002',
      suffix: '7',
      amount: '400.00',
      purpose: 'legal_order',
      key: key(),
    };
    expect(await act(placeHold, place)).toBe('approved');
    const held = await books('900002');
    expect(held?.share).toMatchObject({ ledger: '1000.00', held: '400.00', available: '600.00' });
    expect(await act(placeHold, { ...place, key: key(), amount: '600.01' })).toBe('funds_short');
    const holdId = held?.holds[0]?.id ?? '';
    const release = { number: '900002', suffix: '7', holdId };
    expect(await act(releaseHold, { ...release, suffix: '0' })).toBe('hold_unknown');
    expect(await act(releaseHold, release)).toBe('approved');
    expect(await act(releaseHold, release)).toBe('hold_ended');
    expect((await books('900002'))?.share).toMatchObject({ held: '0.00', available: '1000.00' });
    expect(await act(placeHold, { ...place, key: key(), until: '2026-11-22' })).toBe('day_past');
  });

  it('a reversal names its original, happens once, and only with the funds', async () => {
    await act(postFee, {
      number: '900003',
      suffix: '7',
      amount: '40.00',
      fee: 'copies',
      key: key(),
    });
    const [fee] = (await books('900003'))?.entries ?? [];
    const input = { number: '900003', suffix: '7', entry: fee?.number ?? '' };
    expect(await act(reverseEntry, input)).toBe('approved');
    expect(await act(reverseEntry, input)).toBe('entry_reversed');
    expect(await act(correctEntry, { ...input, amount: '30.00' })).toBe('entry_reversed');
    const after = await books('900003');
    expect(after?.share.ledger).toBe('1000.00');
    expect(after?.entries[0]).toMatchObject({
      amount: '40.00',
      description: 'REVERSAL OF FEE COPIES',
    });
    const original = await perform(as('teller'), readShareEntry, input);
    const reversal = await perform(as('teller'), readShareEntry, {
      ...input,
      entry: after?.entries[0]?.number ?? '',
    });
    expect(reversal.done?.transaction?.reversalOf).toBe(original.done?.transaction?.id);
    expect(original.done?.transaction?.reversedBy).toBe(reversal.done?.transaction?.id);
    // The deposit of $1,000 can't be taken back while a part of it is held.
    const deposit = after?.entries.at(-1);
    await act(placeHold, {
      number: '900003',
      suffix: '7',
      amount: '1.00',
      purpose: 'dispute',
      key: key(),
    });
    expect(await act(reverseEntry, { ...input, entry: deposit?.number ?? '' })).toBe('funds_short');
    expect(await totals()).toEqual([]);
  });

  it('a correction posts the difference once, and must be reversed before its original', async () => {
    await act(postFee, {
      number: '900004',
      suffix: '7',
      amount: '40.00',
      fee: 'copies',
      key: key(),
    });
    const [fee] = (await books('900004'))?.entries ?? [];
    const input = { number: '900004', suffix: '7', entry: fee?.number ?? '' };
    expect(await act(correctEntry, { ...input, amount: '40.00' })).toBe('entry_not_correctable');
    expect(await act(correctEntry, { ...input, amount: '4.00' })).toBe('approved');
    const after = await books('900004');
    expect(after?.share.ledger).toBe('996.00');
    expect(after?.entries[0]).toMatchObject({ amount: '36.00', kind: 'fee' });
    expect(await act(correctEntry, { ...input, amount: '3.00' })).toBe('entry_corrected');
    expect(await act(reverseEntry, input)).toBe('entry_corrected');
    const correction = { ...input, entry: after?.entries[0]?.number ?? '' };
    expect(await act(reverseEntry, correction)).toBe('approved');
    const [undoing] = (await books('900004'))?.entries ?? [];
    const undone = { ...input, entry: undoing?.number ?? '' };
    expect(await act(reverseEntry, undone)).toBe('entry_is_reversal');
    expect(await act(correctEntry, { ...undone, amount: '1.00' })).toBe('entry_is_reversal');
    // The same amount on the same day, once more: another transaction.
    expect(await act(correctEntry, { ...input, amount: '4.00' })).toBe('approved');
    expect((await books('900004'))?.share.ledger).toBe('996.00');
    const [again] = (await books('900004'))?.entries ?? [];
    expect(await act(reverseEntry, { ...input, entry: again?.number ?? '' })).toBe('approved');
    expect(await act(reverseEntry, input)).toBe('approved');
    expect((await books('900004'))?.share.ledger).toBe('1000.00');
    expect(await totals()).toEqual([]);
  });

  it('two who approve the same correction and reversal at once make one of them happen', async () => {
    await act(postFee, { number: '900001', suffix: '0', amount: '9.00', fee: 'other', key: key() });
    const [fee] = (await books('900001', '0'))?.entries ?? [];
    const input = { number: '900001', suffix: '0', entry: fee?.number ?? '' };
    const ask = async (operation: StaffOperation, given: object) => {
      const { refused } = await perform(as('service'), operation, given);
      return referenceIn(refused?.text);
    };
    const references = [
      await ask(reverseEntry, input),
      await ask(correctEntry, { ...input, amount: '8.00' }),
    ];
    const results = await Promise.all(
      references.map(async (reference) => perform(as('supervisor'), approve, { reference })),
    );
    const states = results.map(({ done }) => outcome.optional().parse(done)?.approved);
    expect(states.filter((isApproved) => isApproved === true)).toHaveLength(1);
    expect(await totals()).toEqual([]);
  });

  it.each([
    ['#history 7', 'Fee wire'],
    ['#historique 7', 'Frais virement'],
    ['#historial 7', 'Comisión giro'],
  ])('the member reads a fee in the language of %s', async (text, words) => {
    expect((await service.say(0, text)).text).toContain(words);
  });

  it('the member reads why money is on hold', async () => {
    await act(placeHold, {
      number: '900001',
      suffix: '7',
      amount: '10.00',
      purpose: 'deposited_check',
      key: key(),
    });
    expect((await service.say(0, '#holds 7')).text).toMatch(/deposited check \$10\.00/i);
  });

  it('refuses where another core keeps the books', async () => {
    const { bookkeeping: _, ...elsewhere } = as('service').core;
    const request: StaffContext = { ...as('service'), core: elsewhere };
    const { refused } = await perform(request, postFee, {
      number: '900001',
      suffix: '7',
      amount: '1.00',
      fee: 'other',
      key: key(),
    });
    expect(refused?.code).toBe('books_elsewhere');
  });
});
