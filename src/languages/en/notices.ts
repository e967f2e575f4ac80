import type { NoticeTexts } from '../../wording/locale.ts';

/** Unrequested messages: changes made on another channel, and those for proving an address. */
export const enNotices: NoticeTexts = {
  code_changed: [
    "Starting with this message, your new code is at the end. The old one no longer counts. Wasn't you? Send LOCK and call {phone}.",
  ],
  contact_card: [
    "Please save our number now, so that your phone doesn't silence our texts: {site}/contact.vcf has our contact card.",
  ],
  verified_again: [
    "Thank you: {address} is verified again, and everything works as before. Wasn't you? Send LOCK and call {phone}.",
  ],
  verified_but_locked: [
    '{address} is verified, but its X Chat keys changed: transfers stay locked. Get a new code in {portal}, send it in X Chat. Not you? Send LOCK.',
  ],
  enrolment_word: [
    "Your one-time code for {service} is {word}. Enter it in {portal} within 10 minutes and never share it. Wasn't you? Ignore this.",
    "Your one-time code is {word}. Enter it in {portal} within 10 minutes and never share it. Wasn't you? Ignore this.",
  ],
  inactivity_warning: [
    "You haven't written from {address} in a long time. From {day} on, it can't move money. To prevent that, send any message, such as #bal.",
    "You haven't written from {address} in a long time. From {day} on, it can't move money. To prevent that, send #bal.",
  ],
  person_writes: [
    '{name} here, a person at {institution}, writing to you.',
    '{name} here, a person, writing to you.',
  ],
  person_left: [
    '{name} has left this conversation, and {service} answers you again. To reach a person, send #agent.',
    'The person you wrote with has left, and {service} answers you again. To reach a person, send #agent.',
    'The person you wrote with has left. To reach a person again, send #agent.',
  ],
  people_closed: [
    'Our people are away now: {hours}. A person reads your last words when we open. Until then {service} answers you as usual.',
    'Our people are away now. A person reads your last words when we open. Until then {service} answers you as usual.',
    'Our people are away now. A person reads your last words when we open. Commands work as usual.',
  ],
  unreadable: [
    'We can’t read X’s encrypted chat, so we did nothing with what you sent there. Write to us here instead. Wasn’t you? Send LOCK and call {phone}.',
    'We can’t read X’s encrypted chat, so we did nothing with what you sent there. Write to us here instead. Questions: {phone}.',
  ],
  'money_doubt.unfollowed': [
    'You no longer follow us, so transfers from {address} are locked. To unlock, follow us again and verify it in {portal} under Messages.',
    'You no longer follow us, so transfers are locked here. To unlock, follow us again and verify in {portal} under Messages.',
  ],
  'money_doubt.handle_changed': [
    'Your X handle changed, so transfers from {address} are locked. To unlock, verify it again in {portal} under Messages. Not you? Call {phone}.',
    'Your X handle changed, so transfers are locked here. To unlock, verify again in {portal} under Messages. Not you? Call {phone}.',
  ],
  'money_doubt.keys_changed': [
    'Your X Chat keys changed, so transfers from {address} are locked. To unlock, verify it again in {portal} under Messages. Not you? Call {phone}.',
    'Your X Chat keys changed, so transfers are locked here. To unlock, verify again in {portal} under Messages. Not you? Call {phone}.',
  ],
  'money_doubt.inactivity': [
    "You haven't written from {address} in a long time, so transfers are locked. To unlock, verify it again in {portal} under Messages. Questions: {phone}.",
    'You have not written here in a long time, so transfers are locked here. To unlock, verify again in {portal} under Messages.',
  ],
  'announced.code_changed': [
    "The code for another of your channels was changed. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.address_added': [
    "Another phone, X account or app was added to your {service}. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.address_removed': [
    "One of your channels was removed from {service}. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.passkey_added': [
    "A passkey for {portal} was added. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.passkey_removed': [
    "A passkey for {portal} was removed. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.password_changed': [
    "Your {portal} password was changed. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.totp_changed': [
    "The second step of your {portal} sign-in was changed. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.recovery_used': [
    "Someone signed in to {portal} with one of your recovery codes. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.signed_in': [
    "Someone signed in to {portal} as you, in a browser that is new to us. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.signed_out_everywhere': [
    "All your devices were signed out of {portal}. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.access_activated': [
    "Your access to {portal} was activated. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.service_locked': [
    "Your {service} was locked: no money moves, even in {portal}. Wasn't you? Call {phone}.",
  ],
  'announced.service_unlocked': [
    "Your {service} was unlocked and works again. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.money_unlocked': [
    "One of your channels can move money again. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.keys_changed': [
    "The X Chat keys of your X account changed, so it can't move money now. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.letter_waits': ['In {portal} a letter about your dispute waits for you.'],
  'announced.limits_changed': [
    "How one of your channels can move money changed. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.suffix_changed': [
    "The number you use for one of your accounts in messages was changed. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.nickname_changed': [
    "The nickname of one of your accounts was changed, in messages too. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.default_changed': [
    "Your default account for messages was changed. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.source_changed': [
    "The account that your transfers by message come from by default was changed. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.transfer_returned': [
    'We could not complete one of your transfers, so we reversed it: the money is back in its account. See {portal}. Questions: {phone}.',
  ],
};
