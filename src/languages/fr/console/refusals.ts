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
  conversation_unknown: 'Il n’y a pas de telle conversation avec un membre.',
  conversation_held: '{name} tient cette conversation. Vous pouvez la reprendre.',
  conversation_not_held: 'Personne ne tient cette conversation : rien à rendre.',
  colleague_unknown: 'Personne de ce nom ne travaille dans la boîte.',
  member_stopped: 'Le membre a envoyé STOP. Rien ne peut partir avant son START.',
  address_unreachable: 'Cette adresse ne reçoit pas de message : elle est {state}.',
  message_unknown: 'Il n’y a pas de tel message.',
  reply_empty: 'Écrivez d’abord quelque chose.',
  reply_too_long: 'C’est trop long. Écrivez au plus {most} caractères.',
  reply_has_secret:
    'Cela ressemble à un numéro de compte ou de carte, un NIP, un mot de passe ou un code. Aucun ne peut figurer dans un message.',
  reply_has_link: 'Les liens ne mènent qu’à notre propre site. Retirez l’autre adresse.',
  reply_has_place: 'Remplissez d’abord les places entre {…}.',
  reply_id_used:
    'Cette réponse est déjà partie dans une autre conversation. Écrivez-la de nouveau.',
  saved_reply_unknown:
    'Il n’y a pas de telle réponse enregistrée, ou elle est à quelqu’un d’autre.',
  search_empty: 'Dites que chercher : des mots, un membre, un canal, un résultat ou des jours.',
  search_unknown:
    'Il n’y a pas de telle recherche à vous, ou sa journée est finie. Cherchez de nouveau.',
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
};
