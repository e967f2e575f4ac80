import type { NoticeTexts } from '../../wording/locale.ts';

/** Messages que personne n'a demandés : changements faits ailleurs, et ceux qui servent à vérifier une adresse. */
export const frNotices: NoticeTexts = {
  code_changed: [
    "Dès ce message, votre nouveau code est à la fin ; l'ancien n'est plus valide. Ce n'était pas vous ? Envoyez BLOQUER et appelez le {phone}.",
  ],
  contact_card: [
    'Enregistrez notre numéro, pour que votre cellulaire ne mette pas nos textos en sourdine : {site}/contact.vcf donne notre carte.',
  ],
  verified_again: [
    "Merci : {address} est de nouveau vérifié, et tout fonctionne comme avant. Ce n'était pas vous ? Envoyez BLOQUER et appelez le {phone}.",
    "Merci : vérification faite, tout fonctionne comme avant. Ce n'était pas vous ? Envoyez BLOQUER et appelez le {phone}.",
  ],
  verified_but_locked: [
    '{address} est vérifié, mais ses clés X Chat ont changé : virements bloqués. Envoyez un code de {portal} dans X Chat. Pas vous ? BLOQUER.',
  ],
  enrolment_word: [
    "Votre code à usage unique pour {service} : {word}. Entrez-le dans {portal} d'ici 10 minutes. Ne le donnez à personne. Pas vous ? Ignorez-le.",
    "Votre code à usage unique : {word}. Entrez-le dans {portal} d'ici 10 minutes. Ne le donnez à personne. Pas vous ? Ignorez-le.",
  ],
  inactivity_warning: [
    "Rien reçu de {address} depuis longtemps. À partir du {day}, plus de virement d'ici. Pour l'éviter, envoyez un message, par exemple #solde.",
    "Rien reçu ici depuis longtemps : à partir du {day}, plus de virement d'ici. Pour l'éviter, envoyez #solde.",
  ],
  person_writes: [
    'Ici {name}, une personne de {institution}, qui vous écrit.',
    'Ici {name}, une personne qui vous écrit.',
  ],
  person_left: [
    '{name} a quitté cette conversation et {service} vous répond de nouveau. Pour joindre une personne, envoyez #agent.',
    'La personne qui vous écrivait est partie ; {service} vous répond de nouveau. Pour joindre une personne, envoyez #agent.',
    'La personne qui vous écrivait est partie. Pour joindre une personne, envoyez #agent.',
  ],
  people_closed: [
    "Notre personnel est absent : {hours}. Quelqu'un lira votre dernier message à l'ouverture. D'ici là, {service} vous répond comme avant.",
    "Notre personnel est absent. Quelqu'un lira votre dernier message à l'ouverture. D'ici là, {service} vous répond comme avant.",
    "Notre personnel est absent. Quelqu'un lira votre dernier message à l'ouverture. Les commandes marchent comme avant.",
  ],
  unreadable: [
    'Nous ne pouvons pas lire le clavardage chiffré de X : rien de ce que vous y avez écrit n’a été fait. Écrivez-nous plutôt ici. Questions : {phone}.',
    'Nous ne pouvons pas lire le clavardage chiffré de X : rien n’a été fait. Écrivez-nous plutôt ici. Questions : {phone}.',
  ],
  'money_doubt.unfollowed': [
    'Vous ne nous suivez plus : virements bloqués depuis {address}. Pour débloquer, suivez-nous et vérifiez-le de nouveau dans {portal}, sous Messages, en ligne.',
    'Vous ne nous suivez plus : virements bloqués ici. Pour débloquer, suivez-nous et vérifiez le compte dans {portal}, sous Messages, en ligne.',
  ],
  'money_doubt.handle_changed': [
    "Votre nom d'utilisateur X a changé : virements bloqués depuis {address}. Pour débloquer, vérifiez-le de nouveau dans {portal}, sous Messages. Pas vous ? {phone}.",
    "Votre nom d'utilisateur X a changé : virements bloqués ici. Pour débloquer : {portal}, sous Messages. Pas vous ? Appelez le {phone}.",
  ],
  'money_doubt.keys_changed': [
    'Vos clés X Chat ont changé : virements bloqués depuis {address}. Pour débloquer, vérifiez-le de nouveau dans {portal}, sous Messages. Pas vous ? {phone}.',
    'Vos clés X Chat ont changé : virements bloqués ici. Pour débloquer : {portal}, sous Messages. Pas vous ? Appelez le {phone}.',
  ],
  'money_doubt.inactivity': [
    'Rien reçu de {address} depuis longtemps : virements bloqués. Pour débloquer, vérifiez-le de nouveau dans {portal}, sous Messages. Questions : {phone}.',
    'Rien reçu ici depuis longtemps : virements bloqués. Pour débloquer : {portal}, sous Messages, ou appelez le {phone}.',
  ],
  'announced.code_changed': [
    "Le code d'un autre de vos canaux a été changé. Ce n'était pas vous ? Envoyez BLOQUER et appelez le {phone}.",
  ],
  'announced.address_added': [
    "Un téléphone, compte X ou appli a été ajouté à {service}. Ce n'était pas vous ? Envoyez BLOQUER et appelez le {phone}.",
  ],
  'announced.address_removed': [
    "Un de vos canaux a été retiré de {service}. Ce n'était pas vous ? Envoyez BLOQUER et appelez le {phone}.",
  ],
  'announced.passkey_added': [
    "Une clé d'accès à {portal} a été ajoutée. Ce n'était pas vous ? Envoyez BLOQUER et appelez le {phone}.",
  ],
  'announced.passkey_removed': [
    "Une clé d'accès à {portal} a été supprimée. Ce n'était pas vous ? Envoyez BLOQUER et appelez le {phone}.",
  ],
  'announced.password_changed': [
    "Votre mot de passe pour {portal} a été changé. Ce n'était pas vous ? Envoyez BLOQUER et appelez le {phone}.",
  ],
  'announced.totp_changed': [
    "La deuxième étape de connexion à {portal} a été changée. Ce n'était pas vous ? Envoyez BLOQUER et appelez le {phone}.",
  ],
  'announced.recovery_used': [
    "Quelqu'un s'est connecté à {portal} avec un de vos codes de secours. Ce n'était pas vous ? Envoyez BLOQUER et appelez le {phone}.",
  ],
  'announced.signed_in': [
    "Quelqu'un s'est connecté à {portal} en votre nom, dans un navigateur nouveau pour nous. Pas vous ? Envoyez BLOQUER et appelez le {phone}.",
  ],
  'announced.signed_out_everywhere': [
    "Tous vos appareils ont été déconnectés de {portal}. Ce n'était pas vous ? Envoyez BLOQUER et appelez le {phone}.",
  ],
  'announced.access_activated': [
    "Votre accès à {portal} a été activé. Ce n'était pas vous ? Envoyez BLOQUER et appelez le {phone}.",
  ],
  'announced.service_locked': [
    'Votre service {service} a été bloqué : aucun virement, même dans {portal}. Pas vous ? Appelez le {phone}.',
  ],
  'announced.service_unlocked': [
    'Votre service {service} a été débloqué et fonctionne de nouveau. Pas vous ? Envoyez BLOQUER et appelez le {phone}.',
  ],
  'announced.money_unlocked': [
    "Des virements sont de nouveau possibles depuis l'un de vos canaux. Pas vous ? Envoyez BLOQUER et appelez le {phone}.",
  ],
  'announced.keys_changed': [
    "Les clés X Chat de votre compte X ont changé : il ne fait plus de virements. Ce n'était pas vous ? Envoyez BLOQUER et appelez le {phone}.",
  ],
  'announced.letter_waits': [
    'Dans {portal} vous attend une lettre au sujet de votre contestation.',
  ],
  'announced.limits_changed': [
    "La façon dont un de vos canaux peut virer de l'argent a changé. Pas vous ? Envoyez BLOQUER et appelez le {phone}.",
  ],
  'announced.suffix_changed': [
    'Le numéro à écrire dans les messages pour un de vos comptes a changé. Pas vous ? Envoyez BLOQUER et appelez le {phone}.',
  ],
  'announced.nickname_changed': [
    "Le surnom d'un de vos comptes a changé, y compris dans les messages. Pas vous ? Envoyez BLOQUER et appelez le {phone}.",
  ],
  'announced.default_changed': [
    'Votre compte par défaut pour les messages a changé. Pas vous ? Envoyez BLOQUER et appelez le {phone}.',
  ],
  'announced.source_changed': [
    "Le compte d'où partent vos virements quand un message n'en nomme aucun a changé. Pas vous ? Envoyez BLOQUER et appelez le {phone}.",
  ],
  'announced.transfer_returned': [
    "Nous n'avons pas pu effectuer un de vos virements et l'avons annulé : l'argent est revenu dans son compte. Voyez {portal}. Questions : {phone}.",
  ],
};
