import type { CommandWords } from '../../../reading/lexicon/command-words.ts';

/** Commands that belong to no one language: credit unions' abbreviations. */
export const commands: CommandWords = {
  begins: {
    balance: 'bal b',
    history: 'hist h txn txns t lt stmt mini act tran tr',
    deposits: 'dep deps txc',
    withdrawals: 'wd wds txd',
    checks: 'chk chks cps chqstatus cheque cheques',
    transfer: 'xfer xfr xfers x trn trf trans tfr',
    accounts: 'acc accs accts acct nick nicks nickname nicknames',
    limits: 'atl',
    confirm: 'ok okay',
    decline: 'no n',
    code: 'code',
    dispute: 'fraud',
    agent: 'agent',
    contact: 'contact atm',
    help: 'com info',
    stop: 'stop stopall unsubscribe revoke optout opt-out',
    start: 'start unstop optin opt-in',
  },
  lastFew: {
    head: 'l',
    lists: { t: 'history', d: 'deposits', w: 'withdrawals', c: 'checks' },
  },
  verbHeads: 'mini',
  sureHeads: 'bal hist dep deps wd wds txn txns txc txd stmt',
  eitherHeads: 'tran tr',
  letterHeads: 'x',
  shortHeads: 'x tran trans tr',
  placeHeads: 'atm',
  gluedPlaces: 'atm',
  confirming: 'ok okay',
  boxes: 'd dm m',
  carriers: 'info',
  stopTails: 'sms dms',
};
