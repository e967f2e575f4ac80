import type { AlertWords } from '../../../reading/lexicon/alert-words.ts';

/** `ALERT LOW 7 100`, `QUIET 9PM 7AM`, and wishes in free wording, in English. */
export const alerts: AlertWords = {
  kinds: {
    low: 'low below under',
    deposit: 'dep deposit deposits in incoming',
    withdrawal: 'out wd withdrawal withdrawals debit debits spend spending',
    pay: 'pay payroll paycheck payday',
    check: 'check checks',
    hold: 'hold holds',
    due: 'due',
    weekly: 'weekly week',
  },
  weeklyHeads: 'weekly',
  off: 'off remove delete',
  all: 'all everything',
  idle: 'balance below under over above than more less me when if loan payment number no. on',
  weekdays:
    'mon monday mondays, tue tues tuesday tuesdays, wed weds wednesday wednesdays, thu thur thurs thursday thursdays, fri friday fridays, sat saturday saturdays, sun sunday sundays',
  noon: 'noon',
  midnight: 'midnight',
  between: 'to till til until and thru through -',
  list: /^(?=.*\b(?:my|i|any|active|current|existing|show|list|see|view)\b)(?:(?:please|pls|can|could|you|i|want|need|would|like|to|see|show|list|view|check|display|give|tell|me|all|of|what|which|are|is|there|do|have|the|my|any|current|active|existing) )*(?:alerts|notifications)(?: (?:do|have|i|get|am|getting|are|is|set|up|turned|on|active|there|got|for|my|accounts?|please|pls|right|now|currently|you|send|me))*$/,
  wish: /^(?!.*\b(?:tell me|let me know|tell us) (?:when|if)\b.*\b(?:last|latest|most recent|received|supposed|going to be|got paid|was|were|did|next\b.*\b(?:will|is|does))\b).*\b(?:(?:alert|notify|warn|text|message|tell|ping|dm) me|let me know|(?:send|give|get|want|like|need|receive) (?:me )?(?:an? |some |the )?(?:\w+ ){0,2}(?:alerts?|notifications?|heads[ -]up|notice)|(?:set ?up|set|create|add|turn on|enable|start|activate) (?:an? |up |some |my |the )*(?:\w+ ){0,2}(?:alerts?|notifications?))\b/,
  about: [
    ['weekly', /\b(?:weekly|every week|each week)\b/],
    [
      'low',
      /\b(?:when|if|whenever|once|as soon as|every ?time|low)\b.*\b(?:below|under|less than|gets? low|is low|runs? low|drops?|falls?|almost (?:out|empty)|overdr\w+)\b|\blow[ -](?:balance|funds?) (?:alerts?|notifications?)/,
    ],
    [
      'pay',
      /\b(?:when|if|whenever|once|as soon as|every ?time)\b.*\b(?:paycheck|pay check|payroll|salary|wages|get paid|paid)\b/,
    ],
    [
      'deposit',
      /\b(?:when|if|whenever|once|as soon as|every ?time)\b.*\b(?:deposits?|deposited|comes? in|money (?:arrives|lands))\b|\bdeposit (?:alerts?|notifications?)/,
    ],
    [
      'check',
      /\b(?:when|if|whenever|once|as soon as|every ?time)\b.*\b(?:checks?|cheques?)\b.*\b(?:clears?|cashed|cleared|posts?)\b/,
    ],
    ['due', /\b(?:when|if|whenever|before)\b.*\b(?:payment|loan)\b.*\b(?:due|is due)\b/],
    ['hold', /\b(?:when|if|whenever)\b.*\bholds?\b|\bhold (?:alerts?|notifications?)/],
    [
      'withdrawal',
      /\b(?:when|if|whenever|once|as soon as|every ?time)\b.*\b(?:withdrawals?|withdrawn|withdraws?|leaves|goes out|spen[dt]s?|charges?|purchases?|taken out|more than|over)\b|\b(?:withdrawal|spending|transaction) (?:alerts?|notifications?)/,
    ],
  ],
  any: /^(?!.*\b(?:fraud|scam|travel|security|amber|weather|no|not|don't|stop)\b).*\b(?:account|balance|text|my|set ?up|turn on|get|want)\b.*\b(?:alerts?|notifications?)\b/,
};
