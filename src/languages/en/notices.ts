import type { NoticeTexts } from '../../wording/locale.ts';

/** Told unasked: what changed on another channel, and what belongs to proving an address. */
export const enNotices: NoticeTexts = {
  code_changed: [
    "From this message on your new code stands at the end; the old one no longer counts. Wasn't you? Send LOCK and call {phone}.",
  ],
  verified_again: [
    "Thank you: {address} is verified again, and everything works from here as before. Wasn't you? Send LOCK and call {phone}.",
  ],
  enrolment_word: [
    "Your one-time word for {service} is {word}. Enter it in {portal} within 10 minutes and never share it. Wasn't you? Ignore this.",
    "Your one-time word is {word}. Enter it in {portal} within 10 minutes and never share it. Wasn't you? Ignore this.",
  ],
  inactivity_warning: [
    'You have not written from {address} for a long time. From {day} on it moves no money. To keep it, just send any message, such as #bal.',
    'You have not written from {address} for long. From {day} on it moves no money. To keep it, send #bal.',
  ],
  unreadable: [
    'We can’t read X’s encrypted chat, so what you sent us there was not done. Write from here instead. Not you? Send LOCK and call {phone}.',
    'We can’t read X’s encrypted chat, so what you sent us there was not done. Write from here instead. Questions: {phone}.',
  ],
  'money_doubt.unfollowed': [
    'You no longer follow us, so moving money from {address} is locked. To unlock, follow us again and verify it in {portal} under Messages.',
    'You no longer follow us, so moving money is locked here. To unlock, follow us again and verify in {portal} under Messages.',
  ],
  'money_doubt.handle_changed': [
    'Your name on X changed, so moving money from {address} is locked. To unlock, verify it again in {portal} under Messages. Not you? Call {phone}.',
    'Your name on X changed, so moving money is locked here. To unlock, verify again in {portal} under Messages. Not you? Call {phone}.',
  ],
  'money_doubt.inactivity': [
    'You have not written from {address} for long, so moving money from it is locked. To unlock, verify it again in {portal} under Messages. Questions: {phone}.',
    'You have not written here for long, so moving money is locked here. To unlock, verify again in {portal} under Messages.',
  ],
  'announced.code_changed': [
    "The code of another of your channels was changed. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.address_added': [
    "Another phone, X account or app was added to your {service}. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.address_removed': [
    "One of your channels was removed from {service}. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.passkey_added': [
    "A passkey to sign in to {portal} was added. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.passkey_removed': [
    "A passkey to sign in to {portal} was removed. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.password_changed': [
    "Your password for {portal} was changed. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.totp_changed': [
    "Your second step for signing in to {portal} was changed. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.recovery_used': [
    'Somebody signed in to {portal} with one of your recovery codes. Not you? Send LOCK and call {phone}.',
  ],
  'announced.signed_out_everywhere': [
    "Every device was signed out of your {portal}. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.access_activated': [
    "Your access to {portal} was activated. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.service_locked': [
    "Your {service} was locked: no money moves, in {portal} either. Wasn't you? Call {phone}.",
  ],
  'announced.service_unlocked': [
    "Your {service} was unlocked and works again. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.money_unlocked': [
    "One of your channels can move money again. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.limits_changed': [
    "The limits of one of your channels changed. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.suffix_changed': [
    "The number that names one of your accounts in messages was changed. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.nickname_changed': [
    "The nickname of one of your accounts was changed, also for messages. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.default_changed': [
    "The account that messages mean when they name none was changed. Wasn't you? Send LOCK and call {phone}.",
  ],
  'announced.source_changed': [
    "The account from which messages move money when they name none was changed. Wasn't you? Send LOCK and call {phone}.",
  ],
};
