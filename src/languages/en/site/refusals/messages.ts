/** Refusals of the section of the message service. `{…}` are places. */
export const messages = {
  account_not_offered:
    'We don’t offer messages on {channel} right now. You can add a phone number instead.',
  phone_not_offered: 'We don’t offer text messages right now. You can add an X account instead.',
  handle_unknown:
    'We can’t find that username on {channel}. Please check the spelling: it’s the name after the {mark}.',
  handle_is_ours: 'That is our own account. Please enter your username.',
  disclosures_first: 'Please read this and check the box to agree. We can’t continue without it.',
  address_already_yours: 'This one is already set up and works. There’s nothing more to do.',
  address_opted_out:
    'Someone sent STOP from there, so we’re not allowed to write to it. First send START from there to {to}, then start over here.',
  phone_invalid:
    'That doesn’t look like a phone number. Please enter all of it, such as {example}, or start with + and the country code.',
  phone_country_needed:
    'We can’t tell which country that number is in. Please start with + and the country code, such as +1 314 555 0123.',
  phone_abroad:
    'We can’t text that number. Please enter a mobile number from one of these places: {countries}. For any other, call us.',
  texts_spent:
    'We can’t send more of these texts today, so we didn’t text your phone. Please try again later or call us.',
  phone_landline: 'That number can’t get text messages. Please enter a mobile phone number.',
  word_malformed:
    'The code we sent has eight digits. Please enter all of them. This didn’t count as an attempt.',
  word_wrong: 'That’s not the code we sent. Check the newest message. Attempts left: {tries}.',
  enrollment_expired:
    'This code expired after ten minutes, so nothing was set up. Start over to get a new one.',
  enrollment_tries_over:
    'That was the fifth wrong code, so nothing was set up. Start over to get a new one.',
  number_serves_another:
    'This number is set up for another membership, and it can only be used for one. Which one do you want?',
  enrollment_over: 'This has already ended. Please start over.',
  service_locked: 'You locked the service. Unlock it first, then try again.',
  limit_invalid:
    'Enter an amount greater than zero, such as 200 or 200.00, or leave it empty to use our limit.',
  limit_above_ours: 'Our limit is {limit}. Yours can only be lower.',
  verify_address_again:
    'Verify this one again before it can move money: under “Add a channel”, enter it as you did the first time.',
  address_suspended:
    'This one is suspended and has no code until you verify it again: under “Add a channel”, enter it as you did the first time.',
  app_not_offered: 'Messages in the app are not available right now. Please try again later.',
  app_not_opened: 'Your conversation in the app is not open yet. Open it first.',
  app_address_other: 'Another member is signed in here now. Open the app again.',
  message_id_taken:
    'This message was not taken: its id belongs to another one. Send it with a new id.',
  streams_spent:
    'The app is open in too many places at once. Close it in one of them, or try again in a minute.',
  alert_incomplete:
    'Something is missing. Please choose the account, the amount or the day that this alert needs.',
  alert_amount: 'Enter an amount greater than zero, such as 100 or 100.00.',
  alert_not_there: 'You have no account for this alert, or this one can’t have it.',
  alerts_full: 'You have 20 alerts, which is the most there can be. Remove one first.',
  alert_no_due: 'We don’t know when your loan payments are due, so there is no such alert.',
  alerts_away: 'We don’t offer this alert for your accounts yet.',
  quiet_incomplete: 'Enter two different times, or leave both empty.',
  code_malformed: 'A code has exactly six letters or digits.',
  code_is_number: 'A code can’t be part of your member number. Please choose another.',
  code_is_word: 'That word means something in messages. Please choose another.',
  code_too_simple:
    'That’s too easy to guess. Please use at least three different letters or digits, not in a row.',
  code_used_before: 'You have used this code here before. Please choose a new one.',
} as const;
