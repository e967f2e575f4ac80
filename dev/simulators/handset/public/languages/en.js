// @ts-check
/** @typedef {import('../phone-texts.js').PhoneTexts} PhoneTexts */
/** @typedef {import('../words.js').WordsToTry} WordsToTry */

/** @type {PhoneTexts} */
export const says = {
  locale: 'en-US',
  phone: 'Phone',
  follow: 'Follow',
  followTitle: 'Follow the credit union again',
  unfollow: 'Unfollow',
  unfollowTitle:
    'If you unfollow the credit union, you can’t move money by X until you verify the account again in online banking',
  theme: 'Switch between light and dark',
  views: 'Views',
  chat: 'X Chat',
  chatConversation: 'Conversation in X Chat, encrypted',
  changePhone: 'New phone',
  changePhoneTitle: 'Move to another phone: it gets other keys in X Chat',
  noChats:
    '{name} has no messages in X Chat yet. They travel encrypted between this phone and the credit union. Try {word}.',
  messages: 'X messages',
  texts: 'Texts',
  posts: 'Public posts',
  offline: 'Connection lost. Trying again…',
  conversation: 'Conversation on X',
  textMessages: 'Text messages',
  suggestions: 'Suggestions',
  message: 'Message',
  placeholder: 'Message, such as {word}',
  placeholderInPublic: 'In public: @{handle} {word} 7',
  send: 'Send',
  noMessages: '{name} has no messages on X yet. Try {word}.',
  noTexts:
    'No texts between {phone} and the credit union’s {number} yet. To bank by text, add this number in {bank} under Messages.',
  noPosts: 'No public posts yet. Post a command here “by mistake” and see what happens.',
  onlineBank: 'online banking',
  code: 'Your security code. Only you and your credit union know it. A message without it is not from them.',
  typing: 'A reply is on its way',
  segment: '1 segment',
  segments: '{count} segments',
  statuses: {
    sent: 'Sent',
    delivered: 'Delivered',
    undelivered: 'Not delivered',
    failed: 'Not sent',
  },
  tooLong: 'Use at most {most} characters. This has {count}.',
  notSent: 'We couldn’t send that. Try again.',
  silent: 'The demonstration isn’t responding. Is it still running?',
};

/** @type {WordsToTry} */
export const words = {
  usual: ['#bal', '#hist 7', '#dep 7', '#holds', '#trans 50 7 0', '#checks 7', 'accounts', 'HELP'],
  no: 'NO',
  more: 'MORE',
};
