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
};
