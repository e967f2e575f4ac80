import type { RefusalTexts } from '../../wording/locale.ts';

/** Chacun dit ce qui s'est passé (rien), pourquoi, et que faire. */
export const frRefusals: RefusalTexts = {
  'refused.member_locked': [
    "Le service est bloqué sur tous les canaux : rien n'a été fait. Pour débloquer : {portal}. Urgent ? Appelez le {phone}.",
  ],
  'refused.address_suspended': [
    "Rien n'a été fait : {address} doit être vérifié de nouveau avant toute réponse ici. Passez par {portal}, ou appelez le {phone}.",
    "Rien n'a été fait : {address} doit être vérifié de nouveau. Passez par {portal}, ou appelez le {phone}.",
  ],
  'refused.address_paused': [
    "Rien n'a été fait : vous avez mis {address} en pause. Pour reprendre, ouvrez Messages dans {portal}, en ligne.",
    "Rien n'a été fait : vous avez mis {address} en pause. Pour reprendre : {portal}, en ligne.",
  ],
  'refused.money_locked': [
    "Rien n'a été viré : les virements depuis {address} sont bloqués. Pour débloquer : {portal} ou {phone}. Consulter reste possible, avec #solde.",
    "Rien n'a été viré : les virements sont bloqués ici. Pour débloquer : {portal}, ou appelez le {phone}.",
  ],
  'refused.too_late': [
    "Rien n'a été viré : votre message est arrivé trop tard pour être exécuté. Si vous le voulez toujours, renvoyez la commande.",
  ],
  'refused.too_late.again': [
    'Rien n\'a été viré : votre message est arrivé trop tard pour être exécuté. Si vous le voulez toujours, renvoyez "{again}" maintenant.',
    'Rien n\'a été viré : votre message est arrivé trop tard. Pour le faire, renvoyez "{again}" maintenant.',
  ],
  'refused.amount_malformed': [
    "Rien n'a été viré : nous n'avons pas pu lire ce montant. Écrivez-le comme 50 ou 1 250,00, par exemple #virement 50 7 0.",
  ],
  'refused.amount_foreign': [
    "Rien n'a été viré : vos comptes ne sont pas dans cette devise, et rien n'est converti. Écrivez le montant seul, comme #virement 50 7 0.",
    "Rien n'a été viré : vos comptes ne sont pas dans cette devise. Écrivez le montant seul : #virement 50 7 0.",
  ],
  'refused.amount_not_positive': [
    "Rien n'a été viré : le montant doit être supérieur à zéro. Par exemple #virement 50 7 0.",
  ],
  'refused.amount_too_large': [
    "Rien n'a été viré : ce montant dépasse tout ce qui peut être viré. Vérifiez-le et renvoyez la commande.",
  ],
  'refused.same_account': [
    "Rien n'a été viré : c'est deux fois le même compte. Nommez-en deux, comme #virement 50 7 0 ; comptes en donne la liste.",
  ],
  'refused.share_not_found': [
    "Vous n'avez pas ce compte : rien n'a été fait. Pour voir les vôtres, envoyez comptes.",
  ],
  'refused.share_not_found.shares': [
    "Vous n'avez pas ce compte : rien n'a été fait. Les vôtres : {shares}.",
  ],
  'refused.share_not_found.named': [
    'Vous n\'avez pas de compte "{named}" : rien n\'a été fait. Les vôtres : {shares}.',
    'Pas de compte "{named}", rien n\'a été fait. Les vôtres : {shares}.',
    "Compte inconnu, rien n'a été fait. Les vôtres : {shares}.",
  ],
  'refused.share_not_found.none': [
    "Aucun de vos comptes n'est encore accessible par {service} : rien n'a été fait. Passez par {portal}, ou appelez le {phone}.",
  ],
  'refused.share_unclear': [
    "Rien n'a été fait : plusieurs comptes correspondent. Nommez le vôtre, comme #solde 7 ; comptes en donne la liste.",
  ],
  'refused.share_unclear.shares': [
    "Rien n'a été fait : de quels comptes s'agit-il ? Écrivez leurs numéros, comme #virement 50 7 0. Les vôtres : {shares}.",
    "Rien n'a été fait : de quels comptes s'agit-il ? Les vôtres : {shares}.",
  ],
  'refused.no_default_share': [
    "Rien n'a été fait : vous n'avez pas de compte par défaut. Nommez-en un, comme #solde 7, ou choisissez-le dans {portal}, en ligne.",
  ],
  'refused.no_default_share.shares': [
    "Rien n'a été viré : vous n'avez pas de compte par défaut. Nommez les deux, comme #virement 50 7 0. Les vôtres : {shares}.",
    "Rien n'a été viré : nommez les deux comptes, comme #virement 50 7 0. Les vôtres : {shares}.",
  ],
  'refused.no_transfer_source': [
    "Rien n'a été viré : dites de quel compte vers quel compte, comme #virement 50 7 0.",
  ],
  'refused.no_transfer_source.shares': [
    "Rien n'a été viré : dites de quel compte vers quel compte, comme #virement 50 7 0. Les vôtres : {shares}.",
  ],
  'refused.pay_not_offered': [
    "Rien n'a été viré : on ne peut pas payer quelqu'un d'autre par message. Entre vos comptes : #virement 50 7 0. Questions : {phone}.",
  ],
  'refused.disclosures_missing': [
    "Rien n'a été viré : avant le premier virement, lisez et acceptez les conditions. Ouvrez Messages dans {portal}, en ligne.",
    "Rien n'a été viré : avant le premier virement, lisez et acceptez les conditions dans {portal}, en ligne.",
  ],
  'refused.read_only': [
    "Rien n'a été viré : {address} permet de consulter, pas de virer. Pour changer cela, ouvrez Messages dans {portal}, en ligne.",
    "Rien n'a été viré : {address} permet de consulter, pas de virer. Pour changer cela : {portal}, en ligne.",
  ],
  'refused.share_not_movable': [
    "Rien n'a été viré : un de ces comptes ne permet pas de virement par message. Passez par {portal}, ou appelez le {phone}.",
  ],
  'refused.share_not_movable.share': [
    "Rien n'a été viré : {share} ne permet pas ce virement par message. Passez par {portal}, ou appelez le {phone}.",
    "Rien n'a été viré : {suffix} ne le permet pas par message. Passez par {portal}, ou appelez le {phone}.",
  ],
  'refused.alerts_full': [
    "Vous avez 20 alertes, le maximum : rien n'est activé. #alertes les montre, #alerte off 2 en retire une.",
  ],
  'refused.alerts_no_due': [
    "Rien n'est activé : nous ne connaissons pas les échéances de vos prêts. Votre relevé les donne, ou appelez le {phone}.",
  ],
  'refused.alerts_away': [
    "Nous n'avons pas encore de telles alertes pour vos comptes : rien n'est activé. #solde montre ce que vous avez.",
  ],
  'refused.books_away': [
    "Rien n'a été fait : nous n'avons pas accès à vos comptes en ce moment. Réessayez dans quelques minutes ou appelez le {phone}.",
    "Rien n'a été fait : nous n'avons pas accès à vos comptes. Réessayez dans quelques minutes.",
  ],
  'refused.search_too_long': [
    'Nous ne pouvons pas additionner autant en une fois. Demandez une période plus courte, comme un mois.',
  ],
  'refused.already_pending': [
    "Rien de plus n'a été viré : vous avez déjà demandé ce virement et il n'est pas confirmé. Attendez notre message ou appelez le {phone}.",
    "Rien de plus n'a été viré : ce virement est déjà en cours, sans confirmation. Attendez notre message.",
  ],
  'refused.past_balance_away': [
    'Nous ne donnons ici que le solde actuel. Envoyez #solde ; vos relevés sont dans {portal}, en ligne.',
  ],
  'refused.key_reused': [
    "Rien de plus n'a été viré : ce message nous est parvenu deux fois, avec un contenu différent. Renvoyez la commande.",
  ],
  'refused.account_not_found': [
    "Ce compte n'est pas dans nos dossiers : rien n'a été fait. Pour voir les vôtres, envoyez comptes, ou appelez le {phone}.",
  ],
  'refused.account_closed': [
    "Rien n'a été viré : un de ces comptes est fermé. Pour voir les vôtres, envoyez comptes, ou appelez le {phone}.",
  ],
  'refused.account_closed.share': [
    "Rien n'a été viré : {share} est fermé. Pour voir les vôtres, envoyez comptes, ou appelez le {phone}.",
  ],
  'refused.currency_mismatch': [
    "Rien n'a été viré : un de ces comptes est dans une autre devise. Appelez le {phone} et nous le ferons pour vous.",
  ],
  'refused.limit_exceeded': [
    "Rien n'a été viré : c'est plus que le plafond par virement depuis {address}. Envoyez plafonds pour voir les vôtres, ou ouvrez {portal} en ligne.",
  ],
  'refused.limit_exceeded.limit': [
    "Rien n'a été viré : au plus {limit} à la fois depuis {address}. Envoyez moins, ou virez-le dans {portal}, en ligne.",
    "Rien n'a été viré : au plus {limit} à la fois depuis {address}. Envoyez un montant plus petit.",
  ],
  'refused.daily_limit_exceeded': [
    "Rien n'a été viré : c'est plus que le plafond du jour depuis {address}. Envoyez plafonds pour voir les vôtres, ou ouvrez {portal} en ligne.",
  ],
  'refused.daily_limit_exceeded.limit': [
    "Rien n'a été viré : il reste {limit} à virer aujourd'hui depuis {address}. Envoyez moins, ou virez-le dans {portal}, en ligne.",
    "Rien n'a été viré : il reste {limit} à virer aujourd'hui depuis {address}. Envoyez un montant plus petit.",
  ],
  'refused.daily_limit_exceeded.used': [
    "Rien n'a été viré : le plafond du jour depuis {address} est atteint. Réessayez demain, ou virez-le dans {portal}, en ligne.",
    "Rien n'a été viré : le plafond du jour depuis {address} est atteint. Réessayez dès demain matin.",
  ],
  'refused.exceeds_owed': [
    "Rien n'a été viré : c'est plus que ce qui reste dû. #solde le montre ; envoyez ensuite un montant plus petit.",
  ],
  'refused.exceeds_owed.share': [
    "Rien n'a été viré : il ne reste que {owed} à rembourser sur {share}. Envoyez ce montant ou moins.",
  ],
  'refused.insufficient_funds': [
    "Rien n'a été viré : le disponible de ce compte ne suffit pas. #solde vous le donne ; envoyez ensuite un montant plus petit.",
  ],
  'refused.insufficient_funds.share': [
    "Rien n'a été viré : {share} a {available} de disponible. Envoyez un montant plus petit, ou #solde {suffix} pour voir les retenues.",
    "Rien n'a été viré : {share} a {available} de disponible. Envoyez un montant plus petit.",
  ],
  'refused.approvals_full': [
    "Rien n'a été viré : trois virements vous attendent déjà. Décidez-en dans {portal}, ou répondez NON.",
  ],
  'refused.nothing_pending': [
    "Rien n'attend votre OK : rien n'a été fait. Pour virer, envoyez par exemple #virement 50 7 0.",
  ],
  'refused.confirmation_wrong': [
    "Ce n'est pas le numéro envoyé : rien n'a été fait. Vérifiez, et répondez OK avec les quatre chiffres.",
  ],
  'refused.confirmation_expired': [
    "Trop tard : la demande avait expiré et rien n'a été fait. Si vous le voulez toujours, renvoyez la commande.",
  ],
};
