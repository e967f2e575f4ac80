import type { GuessPack } from '../../reading/lexicon/guess-words.ts';

/** Words and thresholds for guesses in English. */
export const guess: GuessPack = {
  banking: `account* acct* acc balance* bal bank* money cash fund* dollar* buck* pay* paid payroll salary wage* deposit* withdraw*
    withdrew debit* credit* card* visa mastercard atm check* cheque* chk transaction* transfer* activity statement* history charge*
    purchase* bought spend* spent spending saving* checking share* loan* hold* held pending post* clear* limit* balence available
    branch* teller hours contact phone call number lost stolen stole lost fraud* unauthori* dispute* scam* hack* lock* freez* frozen
    block* refund* income earn* bill* owe* overdraw* overdraft*`,
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
  thresholds: { sure: 0.7, half: 0.45, ask: 0.3 },
};
