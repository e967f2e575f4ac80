import type { Order } from '../../../src/ledger/order.ts';

/**
 * The books in a hundred naive lines, for the property tests. They handle one order at a time in
 * plain maps, by the documented rules, without any of the real code.
 */
export class Model {
  readonly accounts = new Map<string, ModelAccount>();
  readonly holds = new Map<
    string,
    { account: string; left: bigint; expires?: number; open: boolean }
  >();
  readonly posted = new Map<string, { account: string; amount: bigint }[]>();
  readonly reversed = new Set<string>();
  readonly keys = new Map<string, string>();
  nowMs = 0;

  /**
   * The expected result: a refusal, `already`, or `posted`. Apply it with the ids from the real
   * books.
   */
  take(order: Order): string {
    const content = JSON.stringify(order, (name, value: unknown) => {
      if (name === 'key' || name === 'memo') return undefined;
      if (order.order === 'transfer' && /Description$|^effectiveOn$/.test(name)) return undefined;
      return typeof value === 'bigint' ? String(value) : value;
    });
    const known = this.keys.get(order.key);
    if (known !== undefined) return known === content ? 'already' : 'key_reused';
    const refusal = this.#refusal(order);
    if (refusal) return refusal;
    this.keys.set(order.key, content);
    this.#apply(order);
    return 'posted';
  }

  /** Only the real books make ids of holds and transactions that later orders name. */
  learn(order: Order, ids: { transactionId: string; holdId?: string }): void {
    if (order.order === 'place_hold' && ids.holdId) {
      const { accountId: account, amount: left, expiresAt } = order;
      const expires = expiresAt === undefined ? {} : { expires: expiresAt.epochMilliseconds };
      this.holds.set(ids.holdId, { account, left, open: true, ...expires });
    }
    this.posted.set(ids.transactionId, this.#legs(order));
  }

  #legs(order: Order): { account: string; amount: bigint }[] {
    switch (order.order) {
      case 'transfer':
        return [
          { account: order.fromAccountId, amount: order.amount },
          { account: order.toAccountId, amount: -order.amount },
        ];
      case 'capture_hold':
        return [
          { account: order.accountId, amount: order.amount },
          { account: order.toAccountId, amount: -order.amount },
        ];
      case 'entries':
        return order.entries.map(({ accountId: account, amount }) => ({ account, amount }));
      case 'reversal':
        return (this.posted.get(order.transactionId) ?? []).map(({ account, amount }) => ({
          account,
          amount: -amount,
        }));
      case 'place_hold':
      case 'release_hold':
      case 'expire_hold':
      case 'open_account':
      case 'set_overdraft_limit':
      case 'close_account':
      default:
        return [];
    }
  }

  #refusal(order: Order): string | undefined {
    const legs = this.#legs(order);
    if (order.order === 'reversal' && legs.length === 0) return 'transaction_not_found';
    const hold = 'holdId' in order ? this.holds.get(order.holdId) : undefined;
    if ('holdId' in order && hold?.account !== order.accountId) return 'hold_not_found';
    const named = legs.map(({ account }) => account);
    if ('accountId' in order && order.order !== 'open_account') named.push(order.accountId);
    if (named.some((id) => !this.accounts.has(id))) return 'account_not_found';
    const accounts = named.map((id) => this.account(id));
    if (accounts.some(({ closed }) => closed)) return 'account_closed';
    if (new Set(accounts.map(({ currency }) => currency)).size > 1) return 'currency_mismatch';
    if ('amount' in order && order.amount <= 0n) return 'amount_not_positive';
    if (legs.some(({ amount }) => amount === 0n)) return 'amount_not_positive';
    if (new Set(legs.map(({ account }) => account)).size < legs.length) return 'same_account';
    const moved = legs.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n);
    const size = order.order === 'place_hold' ? order.amount : moved;
    if ('limit' in order && order.limit !== undefined && size > order.limit)
      return 'limit_exceeded';
    if (order.order === 'reversal' && this.reversed.has(order.transactionId))
      return 'already_reversed';
    if (hold && !hold.open) return 'hold_ended';
    if (hold && order.order === 'capture_hold' && order.amount > hold.left) return 'hold_exceeded';
    if (hold && order.order === 'expire_hold' && (hold.expires ?? Infinity) > this.nowMs)
      return 'hold_not_due';
    if (!('forced' in order && order.forced) && this.#lacksFunds(order, legs))
      return 'insufficient_funds';
    if (order.order === 'close_account') {
      const { balance, held } = this.account(order.accountId);
      if (balance !== 0n || held !== 0n) return 'account_not_empty';
    }
    return undefined;
  }

  #lacksFunds(order: Order, legs: { account: string; amount: bigint }[]): boolean {
    if (order.order === 'transfer') {
      const from = this.account(order.fromAccountId);
      if (!from.internal && from.debit) return true;
    }
    const effects =
      order.order === 'place_hold' ? [{ account: order.accountId, by: -order.amount }] : [];
    for (const { account, amount } of legs) {
      // The held amount was promised.
      if (order.order === 'capture_hold' && account === order.accountId) continue;
      effects.push({ account, by: this.account(account).debit ? amount : -amount });
    }
    return effects.some(({ account, by }) => {
      const { internal, balance, held, limit } = this.account(account);
      return !internal && by < 0n && balance + by - held + limit < 0n;
    });
  }

  #apply(order: Order): void {
    for (const { account, amount } of this.#legs(order)) {
      const one = this.account(account);
      one.balance += one.debit ? amount : -amount;
      one.entries += 1;
    }
    if (order.order === 'reversal') this.reversed.add(order.transactionId);
    if (order.order === 'place_hold') this.account(order.accountId).held += order.amount;
    if (order.order === 'set_overdraft_limit')
      this.account(order.accountId).limit = order.overdraftLimit;
    if (order.order === 'close_account') this.account(order.accountId).closed = true;
    if ('holdId' in order) {
      const hold = this.holds.get(order.holdId);
      if (!hold) throw new Error('the model met this hold before');
      const taken = order.order === 'capture_hold' ? order.amount : hold.left;
      hold.left -= taken;
      hold.open = hold.left > 0n;
      this.account(hold.account).held -= taken;
    }
  }

  account(id: string): ModelAccount {
    const account = this.accounts.get(id);
    if (!account) throw new Error('the model knows this account');
    return account;
  }
}

export interface ModelAccount {
  debit: boolean;
  internal: boolean;
  currency: string;
  balance: bigint;
  held: bigint;
  limit: bigint;
  closed: boolean;
  entries: number;
}
