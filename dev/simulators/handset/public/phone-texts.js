// @ts-check
/** The phone's own texts for its member. The page around it, for visitors, is in English. */

/**
 * @typedef {object} PhoneTexts
 * @property {string} locale of times and figures; times as the bank's answers say them
 * @property {string} phone
 * @property {string} follow
 * @property {string} followTitle
 * @property {string} unfollow
 * @property {string} unfollowTitle
 * @property {string} theme
 * @property {string} views
 * @property {string} chat
 * @property {string} chatConversation
 * @property {string} changePhone
 * @property {string} changePhoneTitle
 * @property {string} noChats
 * @property {string} messages
 * @property {string} texts
 * @property {string} posts
 * @property {string} offline
 * @property {string} conversation
 * @property {string} textMessages
 * @property {string} suggestions
 * @property {string} message
 * @property {string} placeholder
 * @property {string} placeholderInPublic
 * @property {string} send
 * @property {string} noMessages
 * @property {string} noTexts
 * @property {string} noPosts
 * @property {string} onlineBank
 * @property {string} code
 * @property {string} typing
 * @property {string} segment
 * @property {string} segments
 * @property {Record<string, string>} statuses
 * @property {string} tooLong
 * @property {string} notSent
 * @property {string} silent
 */

/** Puts what is meant in the places of a text. @param {string} text @param {Record<string, string>} places */
export const filled = (text, places) =>
  text.replaceAll(/\{(\w+)\}/g, (_, name) => places[name] ?? '');
