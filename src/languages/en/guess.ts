import type { GuessPack } from '../../reading/lexicon/guess-words.ts';

/** Words and thresholds for guesses in English. */
export const guess: GuessPack = {
  banking: `account* acct* accnt* balance* balence* bal bank* money cash fund* dollar* buck* payroll paycheck* salary wage* paid payment*
    deposit* withdraw* withdrew debit* credit* card* visa mastercard atm* cheque* chk checks checking transaction* txn* transfer* statement*
    charge* charged purchase* spend* spent spending saving* share* loan* mortgage refund* income earn* bill* owe* overdraw* overdraft*
    hold* pending routing teller* branch* fee* union`,
  own: {
    history: 'bought activity paying',
    deposits: 'pay payday direct',
    withdrawals: 'took out pulled',
    checks: 'cleared clear cash cashed bounced wrote',
    holds: 'post posted clear cleared available top topup topped',
    limits: 'limit* most max*',
    contact: 'hours open close* location* address you',
    transfer: 'move put',
    pay: 'pay zelle venmo wire send rent',
    loss: 'wallet purse phone pin',
    dispute: 'scam* hacked',
  },
  topics: {
    balance: 'balance* bal left available money cash funds have',
    history: 'transaction* activity history statement* spend* spent purchase* charge* bought txn*',
    deposits: 'deposit* paid paycheck payroll salary pay payday income earn* wage* credit*',
    withdrawals: 'withdraw* withdrew debit* atm',
    holds: 'hold* held pending post* clear* stuck processing',
    checks: 'check* cheque* chk clear*',
    accounts: 'account* share* suffix*',
    limits: 'limit* max* most daily',
    contact: 'branch* hours phone number call open close address contact',
    agent: 'agent human person someone representative rep operator talk speak advisor',
    help: 'help commands options can do',
    lock: 'lock* freez* frozen block* disable* suspend*',
    dispute: `dispute* fraud* unauthori* recogni* twice double didnt duplicate* wrong error mistake scam* hack* suspicious strange`,
    loss: 'lost stolen stole missing misplaced find robbed',
  },
  thresholds: { sure: 0.5, half: 0.3, ask: 0.2, near: 0.15 },
  stricter: {
    // These ask about grave things, or answer with people: no mere resemblance.
    lock: { sure: 0.88, half: 0.88, ask: 0.75, near: 0.5 },
    dispute: { sure: 0.6, half: 0.45, ask: 0.3, near: 0.25 },
    loss: { sure: 0.85, half: 0.8 },
    contact: { sure: 0.85, half: 0.7 },
    help: { sure: 0.85, half: 0.75, ask: 0.4, near: 0.4 },
    hello: { sure: 0.7, half: 0.7 },
    thanks: { sure: 0.7, half: 0.7 },
    agent: { sure: 0.8, half: 0.5, ask: 0.3, near: 0.3 },
  },
};
