import type { MessagesRefusalTexts } from '../../../site-texts.ts';

/** Refus de la section des messages. */
export const messages: MessagesRefusalTexts = {
  account_not_offered:
    'Nous n’offrons pas le service par {channel} en ce moment. Vous pouvez ajouter un numéro de téléphone.',
  phone_not_offered:
    'Nous n’offrons pas le service par texto en ce moment. Vous pouvez ajouter un compte X.',
  handle_unknown:
    'Nous ne trouvons pas ce nom d’utilisateur sur {channel}. Vérifiez l’orthographe : c’est le nom après le {mark}.',
  handle_is_ours: 'C’est notre propre compte. Entrez le nom d’utilisateur du vôtre.',
  disclosures_first:
    'Veuillez lire ce texte et cocher la case pour l’accepter. Sans cela, nous ne pouvons pas continuer.',
  address_already_yours:
    'Celui-ci est déjà configuré et fonctionne. Il n’y a rien d’autre à faire.',
  address_opted_out:
    'Quelqu’un a envoyé STOP à partir de là : nous n’avons pas le droit d’y écrire. Envoyez d’abord START à {to} à partir de là, puis recommencez ici.',
  phone_invalid:
    'Cela ne ressemble pas à un numéro de téléphone. Entrez-le au complet, par exemple {example}, ou commencez par + et l’indicatif du pays.',
  phone_country_needed:
    'Nous ne savons pas de quel pays est ce numéro. Commencez par + et l’indicatif du pays, par exemple +1 314 555 0123.',
  phone_abroad:
    'Nous ne pouvons pas envoyer de textos à ce numéro. Entrez un numéro de cellulaire de l’un de ces endroits : {countries}. Pour un autre, appelez-nous.',
  texts_spent:
    'Nous ne pouvons plus envoyer de textos de ce genre aujourd’hui : nous ne vous en avons pas envoyé. Réessayez plus tard ou appelez-nous.',
  phone_landline: 'Ce numéro ne peut pas recevoir de textos. Entrez un numéro de cellulaire.',
  word_malformed:
    'Le code que nous avons envoyé a huit chiffres. Entrez-les tous. Cela n’a pas compté comme un essai.',
  word_wrong:
    'Ce n’est pas le code que nous avons envoyé. Vérifiez le message le plus récent. Essais restants : {tries}.',
  enrollment_expired:
    'Ce code a expiré après dix minutes : rien n’a été configuré. Recommencez pour en recevoir un nouveau.',
  enrollment_tries_over:
    'C’était le cinquième code erroné : rien n’a été configuré. Recommencez pour en recevoir un nouveau.',
  number_serves_another:
    'Ce numéro est configuré pour une autre adhésion, et ne peut servir qu’à une seule. Laquelle voulez-vous ?',
  enrollment_over: 'C’est déjà terminé. Veuillez recommencer.',
  service_locked: 'Vous avez bloqué le service. Débloquez-le d’abord, puis réessayez.',
  limit_invalid:
    'Entrez un montant supérieur à zéro, par exemple 200 ou 200,00, ou laissez vide pour utiliser notre plafond.',
  limit_above_ours: 'Notre plafond est de {limit}. Le vôtre ne peut qu’être plus bas.',
  verify_address_again:
    'Vérifiez celui-ci de nouveau pour qu’il puisse faire des virements : entrez-le sous « Ajouter un canal », comme la première fois.',
  address_suspended:
    'Celui-ci est suspendu et n’a pas de code tant que vous ne l’avez pas vérifié de nouveau : entrez-le sous « Ajouter un canal », comme la première fois.',
  app_not_offered:
    'Les messages dans l’application ne sont pas offerts en ce moment. Veuillez réessayer plus tard.',
  app_not_opened:
    'Votre conversation dans l’application n’est pas encore ouverte. Ouvrez-la d’abord.',
  app_address_other:
    'Une autre personne a maintenant ouvert sa session ici. Rouvrez l’application.',
  message_id_taken:
    'Nous n’avons pas pris ce message : son identifiant est celui d’un autre. Envoyez-le avec un nouvel identifiant.',
  streams_spent:
    'L’application est ouverte à trop d’endroits à la fois. Fermez-la à l’un d’eux ou réessayez dans une minute.',
  alert_incomplete:
    'Il manque quelque chose. Choisissez le compte, le montant ou le jour dont cette alerte a besoin.',
  alert_amount: 'Entrez un montant supérieur à zéro, comme 100 ou 100,00.',
  alert_not_there: 'Vous n’avez pas de compte pour cette alerte, ou ce compte ne peut pas l’avoir.',
  alerts_full: 'Vous avez 20 alertes, le maximum. Retirez-en une d’abord.',
  alert_no_due:
    'Nous ne connaissons pas les échéances de vos prêts : cette alerte n’existe pas pour eux.',
  alerts_away: 'Nous n’offrons pas encore cette alerte pour vos comptes.',
  quiet_incomplete: 'Entrez deux heures différentes ou laissez les deux vides.',
  code_malformed: 'Un code a exactement six lettres ou chiffres.',
  code_is_number:
    'Un code ne peut pas faire partie de votre numéro de membre. Choisissez-en un autre.',
  code_is_word: 'Ce mot a un sens dans les messages. Choisissez-en un autre.',
  code_too_simple:
    'C’est trop facile à deviner. Utilisez au moins trois lettres ou chiffres différents, qui ne se suivent pas.',
  code_used_before: 'Vous avez déjà utilisé ce code ici. Choisissez-en un nouveau.',
};
