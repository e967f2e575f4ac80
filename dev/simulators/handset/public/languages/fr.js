// @ts-check
/** @typedef {import('../phone-texts.js').PhoneTexts} PhoneTexts */
/** @typedef {import('../words.js').WordsToTry} WordsToTry */

/** @type {PhoneTexts} */
export const says = {
  locale: 'fr-CA',
  phone: 'Téléphone',
  follow: 'Suivre',
  followTitle: 'Suivre de nouveau la caisse',
  unfollow: 'Ne plus suivre',
  unfollowTitle:
    'Si vous cessez de suivre la caisse, vous ne pourrez plus faire de virement par X avant d’avoir vérifié le compte de nouveau dans les services en ligne',
  theme: 'Passer du clair au sombre',
  views: 'Vues',
  chat: 'X Chat',
  chatConversation: 'Conversation dans X Chat, chiffrée',
  changePhone: 'Nouveau téléphone',
  changePhoneTitle: 'Changer de téléphone : le nouveau reçoit d’autres clés dans X Chat',
  noChats:
    '{name} n’a pas encore de messages dans X Chat. Ils circulent chiffrés entre ce téléphone et la caisse. Essayez {word}.',
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
};

/** @type {WordsToTry} */
export const words = {
  usual: [
    '#solde',
    '#historique 7',
    '#depots 7',
    '#retenues',
    '#virement 50 7 0',
    '#cheques 7',
    'comptes',
    'AIDE',
  ],
  no: 'NON',
  more: 'SUITE',
};
