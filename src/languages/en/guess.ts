import type { GuessPack } from '../../reading/lexicon/guess-words.ts';

/** Words of banking and money. */
const banking = `
  account* acct* accnt* balance* balence* bal bank* money cash fund* dollar* buck* payroll paycheck* salary wage* paid payment*
  deposit* withdraw* withdrew debit* credit* card* visa mastercard atm* cheque* chk checks checking transaction* txn* transfer*
  statement* charge* charged purchase* spend* spent spending saving* share* loan* mortgage refund* income earn* bill* owe*
  overdraw* overdraft* hold* pending routing teller* branch* fee* union`;

/** A question about the member's own data is open without a word of banking, if the guess is sure. */
const anyWord = '*';

/** Words and thresholds for guesses in English. */
export const guess: GuessPack = {
  banking,
  own: {
    balance: anyWord,
    history: anyWord,
    deposits: anyWord,
    withdrawals: anyWord,
    holds: anyWord,
    checks: anyWord,
    accounts: anyWord,
    limits: anyWord,
    contact: 'hours open close* location* address you number call atm* drive phone directions aba',
    transfer: 'move put switch shift savings money son* daughter*',
    pay: 'pay zelle venmo wire send rent owe roommate landlord',
    loss: 'wallet purse phone pin bag checkbook keys stolen robbed mugged backpack fell dropped lost',
    dispute:
      'scam* hacked charged refunded took stole fraud* used unauthori* subscription cancel* canceled someone somebody gave anyway paycheck',
    lock: 'login password everything access account*',
  },
  topics: {
    balance: `${banking} balance* bal left available money cash funds broke overdrawn red negative afford enough cover short`,
    history: `${banking} bought activity paying transaction* history statement* spend* spent purchase* charge* txn* subscription* autopay insurance rent electric utilities netflix bill* utility groceries`,
    deposits: `${banking} pay payday direct deposit* paid paycheck payroll salary income earn* wage* credit* boss job employer benefits pension unemployment stimulus zelle venmo wire security ssi disability irs refund* commission bonus tips overtime`,
    withdrawals: `${banking} took out pulled withdraw* withdrew debit* atm machine`,
    holds: `${banking} post posted clear cleared available top topup topped hold* held pending post* clear* stuck processing authorization preauth`,
    checks: `${banking} cleared clear cash cashed bounced wrote check* cheque* chk clear* landlord`,
    accounts: `${banking} account* share* suffix*`,
    limits: `${banking} limit* most max* daily cap`,
    contact: 'branch* hours phone number call open close address contact',
    agent: 'agent human person someone representative rep operator talk speak advisor',
    help: 'help commands options can do',
    lock: 'lock* freez* frozen block* disable* suspend*',
    dispute:
      'dispute* fraud* unauthori* recogni* twice double didnt duplicate* wrong error mistake scam* hack* suspicious strange',
    loss: 'lost stolen stole missing misplaced find robbed',
  },
  thresholds: { sure: 0.73, half: 0.34, ask: 0.31, near: 0.2 },
  stricter: {
    // These ask about grave things, or answer with people: no mere resemblance.
    accounts: { sure: 0.97, half: 0.6 },
    lock: { sure: 0.88, half: 0.88, ask: 0.75, near: 0.5 },
    dispute: { sure: 0.76, half: 0.5, ask: 0.3, near: 0.25 },
    loss: { sure: 0.85, half: 0.8 },
    contact: { sure: 0.85, half: 0.7 },
    help: { sure: 0.85, half: 0.75, ask: 0.4, near: 0.4 },
    hello: { sure: 0.7, half: 0.7 },
    thanks: { sure: 0.7, half: 0.7 },
    agent: { sure: 0.8, half: 0.5, ask: 0.3, near: 0.3 },
  },
};
