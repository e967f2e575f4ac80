import type { AlertSayings } from '../../wording/alert-words.ts';
import type { AlertTexts } from '../../wording/locale.ts';

/** How rules and alerts are said, in French. */
export const alertSayings: AlertSayings = {
  weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  rules: {
    low: (share, amount) => `${share} sous ${amount}`,
    deposit: (share, amount) => `dépôts de ${amount} ou plus${share ? ` dans ${share}` : ''}`,
    withdrawal: (share, amount) => `retraits de ${amount} ou plus${share ? ` de ${share}` : ''}`,
    pay: (share) => `arrivée de la paie${share ? ` dans ${share}` : ''}`,
    check: (share) => `chèques payés${share ? ` de ${share}` : ''}`,
    hold: (share) => `nouvelles retenues${share ? ` dans ${share}` : ''}`,
    due: (share, days) =>
      `échéances ${share ? `de ${share}` : 'de prêt'}, ${days === 0 ? 'le jour même' : days === 1 ? '1 jour avant' : `${days} jours avant`}`,
    weekly: (weekday) => `résumé chaque ${weekday}`,
  },
  news: {
    low: (share, available) => `${share} est bas, ${available} disponible`,
    deposit: (share, amount, what) => `${amount} entrés dans ${share}${what ? ` (${what})` : ''}`,
    withdrawal: (share, amount, what) => `${amount} sortis de ${share}${what ? ` (${what})` : ''}`,
    pay: (share, amount, what) =>
      `paie de ${amount} reçue dans ${share}${what ? ` (${what})` : ''}`,
    hold: (share, amount, what) => `retenue de ${amount} dans ${share}${what ? ` (${what})` : ''}`,
    check: (share, amount, number) =>
      `chèque${number === undefined ? '' : ` ${number}`} de ${amount} payé de ${share}`,
    due: (share, amount, day) => `${share} : paiement${amount ? ` de ${amount}` : ''} dû le ${day}`,
    weekly: (shares) => `votre semaine : ${shares}`,
  },
  week: (cameIn, wentOut) => `entrées ${cameIn}, sorties ${wentOut}`,
};

export const alertTexts: AlertTexts = {
  alert: ['Alerte : {news}.'],
  alert_set: [
    "Alerte {number} activée : {what}. Nous vous écrivons chaque fois, jusqu'à #alerte off {number}. #alertes les liste.",
    'Alerte {number} activée : {what}. #alerte off {number} la retire, #alertes les liste toutes ici.',
  ],
  'alert_set.sms': [
    "Alerte {number} activée : {what}. Fréquence variable. Des frais de messages et données peuvent s'appliquer. #alerte off {number} la retire ; STOP, tous les SMS.",
    'Alerte {number} : {what}. Fréquence variable, frais de messages/données possibles. #alerte off {number} la retire ; STOP, tous les SMS.',
  ],
  'alert_set.changed': [
    'Alerte {number} modifiée : {what}. #alerte off {number} la retire, #alertes les liste toutes ici.',
  ],
  'alert_set.same': [
    'Alerte {number} déjà activée : {what}. #alerte off {number} la retire, #alertes les liste toutes ici.',
  ],
  alerts: [
    'Vos alertes : {rules}. Pour en retirer une, envoyez #alerte off et son numéro : #alerte off 2.',
    '{rules}.',
  ],
  'alerts.quiet': [
    'Vos alertes : {rules}. Aucune de {from} à {to}. Pour en retirer une, envoyez #alerte off et son numéro : #alerte off 2.',
    '{rules}. Silence de {from} à {to}.',
  ],
  'alerts.none': [
    "Vous n'avez aucune alerte. Envoyez #alerte bas 7 100 (compte 7, sous 100), #alerte dep 500, #alerte chèque, #hebdo ven. AIDE alerte : le reste.",
  ],
  alert_off: ['Alerte {number} retirée : {what}. #alertes montre celles qui restent.'],
  'alert_off.several': ['Alertes retirées : {rules}. #alertes montre celles qui restent.'],
  'alert_off.all': [
    'Toutes vos alertes sont retirées. Les avis de sécurité et les réponses continuent. AIDE alerte dit comment en remettre.',
  ],
  'alert_off.none': [
    "Vous n'avez pas une telle alerte : rien n'a été changé. #alertes liste celles que vous avez.",
  ],
  'alert_how.low': [
    "Rien n'est activé encore. Pour savoir si un compte passe sous un montant, envoyez #alerte bas, le compte et le montant : #alerte bas {example} 100.",
  ],
  'alert_how.deposit': [
    "Rien n'est activé encore. Pour les dépôts, envoyez #alerte dep, le compte et le montant minimum : #alerte dep {example} 500.",
  ],
  'alert_how.withdrawal': [
    "Rien n'est activé encore. Pour l'argent qui sort, envoyez #alerte retrait, le compte et le montant minimum : #alerte retrait {example} 200.",
  ],
  'alert_how.pay': [
    "Rien n'est activé encore. Pour l'arrivée de votre paie, envoyez #alerte paie {example} ; pour tous les comptes, #alerte paie.",
  ],
  'alert_how.check': [
    "Rien n'est activé encore. Pour savoir quand un chèque est payé, envoyez #alerte chèque {example}, ou #alerte chèque pour tous les comptes.",
  ],
  'alert_how.hold': [
    "Rien n'est activé encore. Pour les retenues, envoyez #alerte retenue {example} ; pour tous les comptes, #alerte retenue.",
  ],
  'alert_how.due': [
    "Rien n'est activé encore. Pour être averti avant l'échéance d'un prêt, envoyez #alerte échéance et les jours, de 0 à 7 : #alerte échéance 3.",
  ],
  'alert_how.weekly': [
    "Aucun résumé n'est activé encore. Pour en recevoir un chaque semaine, envoyez #hebdo et le jour : #hebdo ven.",
  ],
  'alert_how.none': [
    "Vous n'avez pas de compte pour une telle alerte : rien n'est activé. Envoyez comptes pour voir les vôtres, AIDE alerte pour les choix.",
  ],
  quiet: [
    "Pas d'alerte de {from} à {to}, à votre heure. Ce qui arrive alors vient juste après, en un seul message. #silence off y met fin.",
  ],
  'quiet.set': [
    "Désormais, pas d'alerte de {from} à {to}, à votre heure. Ce qui arrive alors vient juste après, en un message. #silence off y met fin.",
  ],
  'quiet.off': [
    'Les heures de silence sont retirées : les alertes viennent à toute heure. Pour les remettre : #silence 21h 7h.',
  ],
  'quiet.how': [
    "Aucune heure de silence n'a été fixée. Pour ne pas être réveillé, envoyez #silence et deux heures : #silence 21h 7h. #silence off y met fin.",
  ],
};
