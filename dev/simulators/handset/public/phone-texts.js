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
      'If you unfollow the credit union, you can’t move money by X until you verify the account again in online banking',
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
  },
  fr: {
    locale: 'fr-CA',
    phone: 'Téléphone',
    follow: 'Suivre',
    followTitle: 'Suivre de nouveau la caisse',
    unfollow: 'Ne plus suivre',
    unfollowTitle:
      'Si vous cessez de suivre la caisse, vous ne pourrez plus faire de virement par X avant d’avoir vérifié le compte de nouveau dans les services en ligne',
    theme: 'Passer du clair au sombre',
    views: 'Vues',
    messages: 'Messages X',
    texts: 'Textos',
    posts: 'Publications',
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
      'Pas encore de textos entre le {phone} et le {number} de la caisse. Pour utiliser le service par texto, ajoutez ce numéro dans {bank}, sous Messages.',
    noPosts:
      'Rien de public pour l’instant. Publiez ici une commande « par erreur » et voyez ce qui se passe.',
    onlineBank: 'les services en ligne',
    code: 'Votre code de sécurité. Seuls vous et votre caisse le connaissez. Un message sans ce code ne vient pas d’elle.',
    typing: 'Une réponse arrive',
    segment: '1 segment',
    segments: '{count} segments',
    statuses: {
      sent: 'Envoyé',
      delivered: 'Reçu',
      undelivered: 'Non reçu',
      failed: 'Non envoyé',
    },
    tooLong: 'Utilisez au plus {most} caractères. Il y en a {count}.',
    notSent: 'L’envoi n’a pas réussi. Réessayez.',
    silent: 'La démonstration ne répond pas. Fonctionne-t-elle encore ?',
  },
  es: {
    locale: 'es',
    phone: 'Teléfono',
    follow: 'Seguir',
    followTitle: 'Seguir de nuevo a la cooperativa',
    unfollow: 'Dejar de seguir',
    unfollowTitle:
      'Si deja de seguir a la cooperativa, no podrá mover dinero por X hasta que verifique la cuenta de nuevo en la banca en línea',
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
      'Todavía no hay mensajes de texto entre {phone} y el {number} de la cooperativa. Para usar el servicio por mensaje de texto, agregue este número en {bank}, en Mensajes.',
    noPosts: 'Nada público todavía. Publique aquí un comando «por error» y vea qué pasa.',
    onlineBank: 'la banca en línea',
    code: 'Su código de seguridad. Solo usted y su cooperativa lo conocen. Un mensaje sin él no viene de ella.',
    typing: 'Una respuesta está en camino',
    segment: '1 segmento',
    segments: '{count} segmentos',
    statuses: {
      sent: 'Enviado',
      delivered: 'Entregado',
      undelivered: 'No entregado',
      failed: 'No enviado',
    },
    tooLong: 'Use como máximo {most} caracteres. Este tiene {count}.',
    notSent: 'No pudimos enviarlo. Intente de nuevo.',
    silent: 'La demostración no responde. ¿Sigue funcionando?',
  },
};

/** @param {string} language @returns {PhoneTexts} */
export const phoneTexts = (language) =>
  languages[language === 'fr' || language === 'es' ? language : 'en'];

/** Fills the placeholders of a text. @param {string} text @param {Record<string, string>} places */
export const filled = (text, places) =>
  text.replaceAll(/\{(\w+)\}/g, (_, name) => places[name] ?? '');
