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
  limit_not_raised:
    'Une hausse relève une limite et n’en baisse aucune. Baissez une limite à part : une personne suffit.',
  limit_not_lowered:
    'Cela ne baisse aucune limite, ou en relève une. La relever demande une seconde personne.',
  books_elsewhere:
    'Un autre système ({core}) tient les livres de cette caisse. Passez l’écriture là-bas.',
  amount_invalid: 'Indiquez un montant supérieur à zéro, comme 25.00.',
  funds_short:
    'Le compte {suffix} n’a pas ce montant disponible. Rien de ce qui est passé ici ne met un compte sous sa limite.',
  account_closed: 'Le compte {suffix} est fermé.',
  loan_not_here: 'Un prêt n’accepte ici ni blocage ni frais.',
  key_used: 'Ce formulaire a déjà servi à autre chose. Rouvrez la page.',
  hold_unknown: 'Le compte {suffix} n’a pas ce blocage.',
  hold_ended: 'Ce blocage sur {suffix} a déjà pris fin.',
  entry_unknown: 'Le compte {suffix} n’a pas cette écriture.',
  entry_reversed: 'Cette écriture sur {suffix} a déjà été annulée.',
  entry_corrected:
    'Cette écriture sur {suffix} a déjà été corrigée. Annulez d’abord la correction.',
  entry_not_correctable:
    'On ne peut pas corriger à ce montant : il y a plus de deux côtés, ou le montant est le même. Annulez-la plutôt.',
  day_past: 'Indiquez un jour à partir d’aujourd’hui.',
  consent_address_unknown:
    'Personne n’a écrit de là, et ce n’est l’adresse d’aucun membre. Vérifiez le numéro, le téléphone ou le nom.',
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
