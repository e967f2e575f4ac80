import type { AffordTexts } from '../../wording/locale.ts';

/** What can be spent, in French. */
export const affordTexts: AffordTexts = {
  afford: [
    "D'après ce que nous savons, vous pouvez dépenser jusqu'à {room} de {share} d'ici le {day}. Compté : {dues}. Pas le reste.",
    "À notre connaissance : jusqu'à {room} de {suffix} d'ici le {day}. Compté : {dues}. Pas le reste.",
    "À notre connaissance : jusqu'à {room} de {suffix} d'ici le {day}. Compté : {total}. Pas le reste.",
  ],
  'afford.free': [
    "D'après ce que nous savons, jusqu'à {room} de {share} d'ici le {day} : aucun paiement prévu. Vos autres achats ne sont pas comptés.",
    "À notre connaissance : jusqu'à {room} de {suffix} d'ici le {day}. Vos autres achats ne sont pas comptés.",
  ],
  'afford.nothing': [
    "D'après ce que nous savons, il ne reste rien à dépenser dans {share} d'ici le {day} : {available} de disponible. Compté : {dues}.",
    "À notre connaissance, rien à dépenser dans {suffix} d'ici le {day} : {available} disponible. Compté : {dues}.",
    "À notre connaissance, rien à dépenser dans {suffix} d'ici le {day} : {available} disponible. Compté : {total}.",
  ],
  'afford.yes': [
    "Oui, d'après ce que nous savons : après {amount}, il reste {left} ou plus dans {share} d'ici le {day}. Compté : {dues}. Pas le reste.",
    "Oui, à notre connaissance : après {amount}, il reste {left} dans {suffix} d'ici le {day}. Compté : {dues}. Pas le reste.",
    "Oui, à notre connaissance : après {amount}, il reste {left} dans {suffix} d'ici le {day}. Compté : {total}. Pas le reste.",
  ],
  'afford.yes.free': [
    "Oui, d'après ce que nous savons : après {amount}, il reste {left} dans {share}. Aucun paiement prévu d'ici le {day}. Vos autres achats ne sont pas comptés.",
    "Oui, à notre connaissance : après {amount}, {left} dans {suffix}. Rien de prévu d'ici le {day}. Vos autres achats ne comptent pas.",
  ],
  'afford.no': [
    "Non, d'après ce que nous savons : après {amount}, il manquerait {short} dans {share} d'ici le {day}. Compté : {dues}.",
    "Non, à notre connaissance : avec {amount}, il manque {short} dans {suffix} d'ici le {day}. Compté : {dues}.",
    "Non, à notre connaissance : avec {amount}, il manque {short} dans {suffix} d'ici le {day}. Compté : {total}.",
  ],
  'afford.no.now': [
    'Non : {share} a {available} de disponible, soit {short} de moins que {amount}.',
    'Non : {suffix} a {available}, soit {short} de moins que {amount}.',
  ],
  'afford.unknown': [
    'Impossible à dire : {share} ne montre pas encore ce qui entre et sort chaque mois. Disponible maintenant : {available}.',
    'Nous ne savons pas encore ce qui entre et sort de {suffix}. Disponible : {available}.',
  ],
};
