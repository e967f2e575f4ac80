import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openAppPage, type AppAnswer, type AppPage } from '../../../../../test/support/app-page.ts';
import type * as Proof from '../proof.ts';
import type * as Session from '../session.ts';
import type * as Orders from './order.ts';

describe('an order', () => {
  let page: AppPage;
  let orders: typeof Orders;
  let session: typeof Session;
  let proof: typeof Proof;
  const load = async () => {
    orders = await import('./order.ts');
    session = await import('../session.ts');
    proof = await import('../proof.ts');
    session.memberNumber.value = '1001';
    session.session.value = 'in';
  };
  beforeEach(async () => {
    page = openAppPage();
    await load();
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  const of = (nonce: string): Orders.Order => ({
    from: '7',
    to: '0',
    amount: '50.00',
    currency: 'USD',
    nonce,
    agreedTo: [],
  });
  const done = [200, { amount: '50.00', already: true }] as const;
  const nonces = () => page.calls.map(({ body }) => body['nonce']);
  const failed = async (nonce: string, answer: AppAnswer) => {
    page.answer = () => answer;
    return orders.order(of(nonce)).then(
      () => undefined,
      (error: unknown) => error,
    );
  };

  it('that is answered is over', async () => {
    page.answer = () => done;
    await orders.order(of('first'));
    expect(orders.made.value).toMatchObject({ amount: '50.00' });
    expect(orders.unanswered.value).toBeUndefined();
  });

  it('that is refused moved nothing, so another may follow', async () => {
    await failed('first', [422, { code: 'funds', detail: 'Not enough.' }]);
    expect(orders.unanswered.value).toBeUndefined();
    page.answer = () => done;
    await orders.order(of('second'));
    expect(nonces()).toEqual(['first', 'second']);
  });

  it.each([
    ['without an answer', undefined],
    ['at which the server failed', [500, {}]],
    ['whose gateway gave up', [504, {}]],
  ] as const)('%s keeps its nonce until that is answered', async (_, answer) => {
    const error = await failed('first', answer);
    expect(String(error)).toContain('don’t know');
    expect(orders.unanswered.value).toMatchObject({ nonce: 'first' });
    // Another nonce could move the money twice.
    await failed('second', done);
    expect(nonces()).toEqual(['first']);
    for (const beforehand of [401, 429]) {
      await failed('first', [beforehand, { code: 'not_now' }]);
      expect(orders.unanswered.value).toMatchObject({ nonce: 'first' });
    }
    page.answer = () => done;
    await orders.order(of('first'));
    expect(orders.unanswered.value).toBeUndefined();
    expect(nonces()).toEqual(['first', 'first', 'first', 'first']);
  });

  it('whose answer broke off is unsure too', async () => {
    const cut = new Response('{"amount":"50', { status: 200 });
    vi.stubGlobal('fetch', async () => Promise.resolve(cut));
    await failed('first', done);
    expect(orders.unanswered.value).toMatchObject({ nonce: 'first' });
    expect(orders.made.value).toBeUndefined();
  });

  it('outlives the page and the session, for its member alone', async () => {
    await failed('first', undefined);
    vi.resetModules();
    await load();
    expect(orders.unanswered.value).toMatchObject({ nonce: 'first' });
    session.forgetMember();
    session.memberNumber.value = '2002';
    expect(orders.unanswered.value).toBeUndefined();
    page.answer = () => done;
    await orders.order(of('another')).catch(() => undefined);
    session.memberNumber.value = '1001';
    expect(orders.unanswered.value).toMatchObject({ nonce: 'first' });
    expect(session.leftCount()).toBe(1);
    session.dropLeft();
    expect(sessionStorage.getItem('transfer')).toBeNull();
  });

  it('that waits for a proof ends with the member who leaves', async () => {
    page.answer = () => [403, { code: 'verify_first' }];
    const ordered = orders.order(of('first')).catch((error: unknown) => error);
    await expect.poll(() => proof.askedProof.value).toBeDefined();
    const { settle } = proof.askedProof.value ?? {};
    session.forgetMember();
    session.memberNumber.value = '2002';
    page.answer = () => done;
    // Even a proof by the next member does not go on with it.
    settle?.(true);
    expect(await ordered).toBeInstanceOf(proof.UnprovenError);
    expect(page.calls).toHaveLength(1);
    expect(proof.askedProof.value).toBeUndefined();
    expect(orders.made.value).toBeUndefined();
    expect(sessionStorage.getItem('transfer')).toBeNull();
  });

  it('whose answer comes after the member left is not shown to the next', async () => {
    let answer: (given: AppAnswer) => void = () => undefined;
    page.answer = async () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const ordered = orders.order(of('first'));
    session.forgetMember();
    session.memberNumber.value = '2002';
    answer(done);
    await ordered;
    expect(orders.made.value).toBeUndefined();
  });
});
