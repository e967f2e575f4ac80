// @ts-check
/** What the phone itself says to the member whose phone it is. What is around it, for who tries it, is in English. */

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

/** @type {Record<'en' | 'fr' | 'es', PhoneTexts>} */
const languages = {
  en: {
    locale: 'en-US',
    phone: 'Phone',
    follow: 'Follow',
    followTitle: 'Follow the credit union again',
    unfollow: 'Unfollow',
    unfollowTitle:
      'Who unfollows the credit union can’t move money by X until they verify the account again in the online bank',
    theme: 'Switch between light and dark',
    views: 'Views',
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
      'No texts between {phone} and the bank’s {number} yet. To bank from here, add this number in {bank} under Messages.',
    noPosts: 'Nothing public yet. Post a command here by mistake and see what happens.',
    onlineBank: 'the online bank',
    code: 'Your code: only you and your credit union know it. A message without it is not from them.',
    typing: 'An answer is on its way',
    segment: '1 segment',
    segments: '{count} segments',
    statuses: {
      sent: 'Sent',
      delivered: 'Delivered',
      undelivered: 'Not delivered',
      failed: 'Not sent',
    },
    tooLong: 'At most {most} characters go here; this has {count}.',
    notSent: 'That could not be sent. Try again.',
    silent: 'The demonstration does not answer. Is it still running?',
  },
  fr: {
    locale: 'fr-CA',
    phone: 'Téléphone',
    follow: 'Suivre',
    followTitle: 'Suivre de nouveau la banque',
    unfollow: 'Ne plus suivre',
    unfollowTitle:
      'Qui ne suit plus la banque ne peut plus faire de virement par X avant d’avoir vérifié de nouveau le compte dans la banque en ligne',
    theme: 'Passer du clair au sombre',
    views: 'Vues',
    messages: 'Messages X',
    texts: 'Textos',
    posts: 'Posts publics',
    offline: 'Connexion perdue. Nouvel essai…',
    conversation: 'Conversation sur X',
    textMessages: 'Textos',
    suggestions: 'Suggestions',
    message: 'Message',
    placeholder: 'Message, par exemple {word}',
    placeholderInPublic: 'En public : @{handle} {word} 7',
    send: 'Envoyer',
    noMessages: '{name} n’a pas encore de messages sur X. Essayez {word}.',
    noTexts:
      'Pas encore de textos entre le {phone} et le {number} de la banque. Pour vous servir de la banque d’ici, ajoutez ce numéro dans {bank}, sous Messages.',
    noPosts:
      'Rien de public pour l’instant. Publiez ici une commande par erreur et voyez ce qui se passe.',
    onlineBank: 'la banque en ligne',
    code: 'Votre code : vous et votre banque êtes seuls à le connaître. Un message sans ce code ne vient pas d’elle.',
    typing: 'Une réponse arrive',
    segment: '1 segment',
    segments: '{count} segments',
    statuses: {
      sent: 'Envoyé',
      delivered: 'Remis',
      undelivered: 'Non remis',
      failed: 'Non envoyé',
    },
    tooLong: 'Au plus {most} caractères ici ; il y en a {count}.',
    notSent: 'L’envoi n’a pas réussi. Réessayez.',
    silent: 'La démonstration ne répond pas. Tourne-t-elle encore ?',
  },
  es: {
    locale: 'es',
    phone: 'Teléfono',
    follow: 'Seguir',
    followTitle: 'Seguir de nuevo al banco',
    unfollow: 'Dejar de seguir',
    unfollowTitle:
      'Quien deja de seguir al banco no puede mover dinero por X hasta que compruebe la cuenta de nuevo en el banco en línea',
    theme: 'Cambiar entre claro y oscuro',
    views: 'Vistas',
    messages: 'Mensajes X',
    texts: 'Textos',
    posts: 'Público',
    offline: 'Se perdió la conexión. Intentando de nuevo…',
    conversation: 'Conversación en X',
    textMessages: 'Mensajes de texto',
    suggestions: 'Sugerencias',
    message: 'Mensaje',
    placeholder: 'Mensaje, como {word}',
    placeholderInPublic: 'En público: @{handle} {word} 7',
    send: 'Enviar',
    noMessages: '{name} todavía no tiene mensajes en X. Pruebe {word}.',
    noTexts:
      'Todavía no hay mensajes de texto entre {phone} y el {number} del banco. Para usar el banco desde aquí, agregue este número en {bank}, en Mensajes.',
    noPosts: 'Nada público todavía. Publique aquí un comando por error y vea qué pasa.',
    onlineBank: 'el banco en línea',
    code: 'Su código: solo usted y su banco lo conocen. Un mensaje sin él no viene de su banco.',
    typing: 'Una respuesta está en camino',
    segment: '1 segmento',
    segments: '{count} segmentos',
    statuses: {
      sent: 'Enviado',
      delivered: 'Entregado',
      undelivered: 'No entregado',
      failed: 'No enviado',
    },
    tooLong: 'Aquí caben {most} caracteres como máximo; este tiene {count}.',
    notSent: 'No se pudo enviar. Intente de nuevo.',
    silent: 'La demostración no responde. ¿Sigue en marcha?',
  },
};

/** @param {string} language @returns {PhoneTexts} */
export const phoneTexts = (language) =>
  languages[language === 'fr' || language === 'es' ? language : 'en'];

/** Puts what is meant in the places of a text. @param {string} text @param {Record<string, string>} places */
export const filled = (text, places) =>
  text.replaceAll(/\{(\w+)\}/g, (_, name) => places[name] ?? '');
