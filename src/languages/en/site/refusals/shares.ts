/** Refusals of accounts and transfers. `{…}` are places. */
export const shares = {
  days_reversed: 'The end date is before the start date. Please change one of them.',
  search_too_long: 'That is more than we can search at once. Choose a shorter time.',
  amount_malformed: 'Please enter the amount as 50 or 1250.00, without a currency.',
  amount_not_positive: 'Enter an amount greater than zero.',
  money_locked:
    'Nothing moved: LOCK stopped all transfers, including here. To move money again, unlock the service under Messages.',
  same_share: 'The money is already in that account. Please choose another one.',
  share_fixed: 'You can’t move money into or out of that account yourself. Please call us.',
  share_closed: 'That account is closed. Nothing moved.',
  currencies_differ: 'These two accounts are in different currencies. Nothing moved.',
  transfer_limit: 'You can move up to {amount} at a time here. Nothing moved.',
  transfer_limit_day: 'You can still move up to {amount} here today. Nothing moved.',
  more_than_owed: 'You owe less than that: {amount}. Nothing moved.',
  funds_insufficient: 'You can move up to {amount} from there now. Nothing moved.',
  already_pending:
    'You already asked for this transfer and it is not confirmed yet. Please don’t repeat it; nothing more moved.',
  transfer_reused:
    'You already used this form for another transfer, so nothing moved now. Please start a new one.',
  suffix_malformed:
    'Choose one or two digits, or a letter with one to three digits, such as 7 or S1.',
  suffix_taken: 'Another of your accounts already uses that. Please choose another one.',
  suffix_retired:
    'One of your accounts used that until recently. We keep it free for 90 days, so that an old habit can’t send money to the wrong place.',
  nickname_malformed:
    'A nickname has 2 to 20 letters, digits or spaces, with at least two letters in a row and one alphabet per word. It can’t look like a code or like a word used in commands.',
  nickname_taken: 'Another of your accounts already has this nickname. Please choose another one.',
  statement_too_long:
    'This month has more transactions than a statement can show. Please call us to get it.',
  dispute_settled:
    'We already credited or decided this dispute, so it can’t be withdrawn here. Please call us.',
} as const;
