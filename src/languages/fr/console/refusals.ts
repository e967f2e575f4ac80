import type { StaffRefusalTexts } from '../../console-texts.ts';

export const refusals: StaffRefusalTexts = {
  members_only: 'Seul un membre peut faire cela, connecté à son propre compte.',
  role_missing: 'Votre rôle ne le permet pas. Il faut l’un de ceux-ci : {roles}.',
  why_missing: 'Dites pourquoi vous le faites : le journal d’audit le conserve.',
  member_unknown: 'Il n’y a pas de membre {number}.',
  address_unknown: 'Le membre {number} n’a aucune adresse sur {channel}.',
  address_unclear:
    'Dites de quelle adresse du membre {number} sur {channel} il s’agit, par son nom : {handles}.',
  share_unknown: 'Le membre {number} n’a pas de compte {suffix}. Il a {suffixes}.',
  task_unknown: 'Il n’y a pas de tâche {reference}.',
  case_unknown: 'Il n’y a pas de dossier {reference}.',
  order_unknown: 'Il n’y a pas de virement {key} dans un autre système central.',
  order_under_way:
    'Le virement {key} est encore en route vers le système central : son issue n’est pas inconnue.',
  order_ended: 'Le virement {key} est déjà terminé : son état est {state}.',
  member_lifts_lock: '{reason}',
  account_id_malformed: 'Donnez l’identifiant numérique du compte {channel}, qui ne change jamais.',
  own_code_refused: 'Le code n’a pas été changé : {reason}.',
  case_source_unclear:
    'Donnez une tâche seule, ou un membre : une tâche a déjà son membre et son heure.',
  work_invalid: '{reason}',
  nothing_given: 'Donnez au moins un réglage, le nom ou le fuseau horaire.',
  command_unknown:
    'Il n’y a pas de commande « {command} » à laquelle ajouter un mot. Donnez son nom, par exemple balance.',
  word_unusable: 'Ce mot ne peut pas être ajouté : {reason}.',
  texts_unusable: 'Ces textes ne conviennent pas. {reason}',
  institution_invalid: '{reason}',
  address_taken: '{reason}',
  address_not_proven: '{reason}',
  keys_missing:
    'Les codes et les adresses sont chiffrés, et aucune clé n’est définie ici. Définissez TMM_MASTER_KEYS comme pour `tmm serve`.',
  waits_for_approval:
    'Une deuxième personne doit approuver. La demande attend sous Approbations : {reference}.',
  approval_unknown: 'Il n’y a pas de {reference} sous Approbations.',
  approval_ended: '{reference} n’attend plus : {state}.',
  approval_own: 'Vous avez fait cette demande. Une autre personne doit décider.',
  approval_not_yours:
    '{name} a fait cette demande. Cette personne seule peut la retirer ; vous pouvez la refuser.',
  approval_needs_person:
    'Seule une personne de l’équipe peut décider : connectez-vous à la console, ou utilisez un jeton.',
  approval_stale:
    'Quelque chose a changé depuis la demande. Regardez-la de nouveau, refusez {reference} et redemandez.',
  staff_unknown: 'Personne de l’équipe n’est {person}.',
  staff_email_taken: 'Une personne de l’équipe a déjà l’adresse {email}.',
  staff_ended: '{name} n’agit plus ici. Invitez cette personne de nouveau si elle revient.',
  staff_not_invited:
    '{name} s’est déjà connecté(e). Si sa clé d’accès est perdue, mettez fin à l’accès et invitez cette personne de nouveau.',
  staff_not_active: '{name} ne s’est pas encore connecté(e).',
  last_administrator:
    '{name} est la dernière personne qui administre. Donnez d’abord ce rôle à une autre.',
  identity_missing:
    'Seule une personne de l’équipe peut le faire : connectez-vous à la console ou utilisez un jeton.',
  link_and_code_apart:
    'Le lien et le code de {name} doivent venir de deux personnes, et vous avez fait l’autre.',
  token_own_only: 'Chaque personne crée ses propres jetons, connectée à la console, sous son nom.',
  too_many_tokens: 'Il y a déjà vingt jetons. Mettez fin à l’un d’eux d’abord.',
  invitation_refused:
    'Le code ne va pas avec ce lien. Après cinq codes faux, ou trois jours, demandez-en de nouveaux.',
  staff_sign_in_refused:
    'Cette clé d’accès ne permet pas de se connecter ici. Utilisez-en une autre ou demandez à l’administration.',
  single_sign_on_away:
    'Votre authentification unique est injoignable. Réessayez dans quelques minutes ou utilisez une clé d’accès.',
  single_sign_on_declined: 'Votre authentification unique a refusé, ou vous avez annulé.',
  single_sign_on_not_valid:
    'La réponse de votre authentification unique n’est pas valable ou vient trop tard. Réessayez.',
  single_sign_on_unknown:
    'Votre authentification unique vous connaît, mais personne ici ne vous a invité(e) avec cette adresse. Demandez à l’administration.',
  single_sign_on_no_role:
    'Votre authentification unique ne vous donne aucun rôle pour cette console. Demandez à qui la gère.',
  single_sign_on_taken:
    'Ce compte de votre authentification unique appartient déjà à une personne de l’équipe.',
  approval_asker_gone:
    '{name} ne peut plus le demander : son accès ou son rôle a pris fin depuis. Refusez.',
};
