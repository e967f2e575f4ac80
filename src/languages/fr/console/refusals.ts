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
  case_takes_two:
    'Un crédit, une décision ou une correction demandent deux personnes : utilisez l’acte prévu.',
  case_closed: 'La contestation {reference} est fermée.',
  case_credited: 'La contestation {reference} a déjà son crédit provisoire.',
  case_decided: 'La contestation {reference} est décidée.',
  case_undecided: 'Décidez d’abord la contestation {reference}.',
  case_uncredited: 'La contestation {reference} n’a pas de crédit provisoire à reprendre.',
  case_amount_missing:
    'Dites quel compte reçoit quel montant : la contestation {reference} n’a pas de crédit provisoire.',
  case_credit_stands:
    'Le crédit provisoire de {reference} reste acquis. Une erreur ne se décide pas pour moins.',
  letter_written: 'Cette lettre de {reference} est déjà écrite.',
  case_unknown: 'Il n’y a pas de dossier {reference}.',
  order_unknown: 'Il n’y a pas de virement {key} dans un autre système central.',
  order_under_way:
    'Le virement {key} est encore en route vers le système central : son issue n’est pas inconnue.',
  order_ended: 'Le virement {key} est déjà terminé : son état est {state}.',
  member_lifts_lock: '{reason}',
  account_id_malformed: 'Donnez l’identifiant numérique du compte {channel}, qui ne change jamais.',
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
  loan_not_here: 'Un prêt n’accepte ici ni retenue ni frais.',
  key_used: 'Ce formulaire a déjà servi à autre chose. Rouvrez la page.',
  hold_unknown: 'Le compte {suffix} n’a pas cette retenue.',
  hold_ended: 'Cette retenue sur {suffix} a déjà pris fin.',
  entry_is_reversal:
    'Cette opération en annule une autre. Elle ne s’annule pas : inscrivez de nouveau ce qui est juste.',
  entry_of_dispute:
    'Une contestation a inscrit cette opération. Utilisez les actes de la contestation.',
  entry_unknown: 'Le compte {suffix} n’a pas cette écriture.',
  entry_reversed: 'Cette écriture sur {suffix} a déjà été annulée.',
  entry_corrected:
    'Cette écriture sur {suffix} a déjà été corrigée. Annulez d’abord la correction.',
  entry_not_correctable:
    'On ne peut pas corriger à ce montant : il y a plus de deux côtés, ou le montant est le même. Annulez-la plutôt.',
  day_past: 'Indiquez un jour à partir d’aujourd’hui.',
  notice_unknown: 'Cet avis n’existe pas.',
  notice_state: 'L’avis « {name} » est déjà à l’état {state}.',
  notice_reaches_nobody: 'Personne ne le recevrait : aucun membre du choix ne peut être joint.',
  notice_count_changed:
    'Le choix touche maintenant {now} membres ; {before} ont été approuvés. Recomptez, puis redemandez.',
  notice_text_missing:
    'Écrivez aussi le texte en {language} : les membres qui l’ont choisi le reçoivent.',
  notice_text_long: 'Le texte en {language} dépasse de {over} caractères ce qu’admet {channel}.',
  notice_has_figure:
    'Le texte en {language} contient un montant, un pourcentage ou un long numéro : « {found} ». Les avis ne donnent jamais de chiffres.',
  notice_has_secret:
    'Le texte en {language} semble contenir un code, un mot de passe ou un numéro de compte : « {found} ».',
  notice_has_link:
    'Le texte en {language} mène ailleurs : « {found} ». Seuls les liens vers notre propre site sont permis.',
  notice_has_place: 'Le texte en {language} a un blanc que personne ne remplit : « {found} ».',
  consent_address_unknown:
    'Personne n’a écrit de là, et ce n’est l’adresse d’aucun membre. Vérifiez le numéro, le téléphone ou le nom.',
  conversation_unknown: 'Il n’y a pas de telle conversation avec un membre.',
  conversation_moved: 'Le membre a encore écrit. Lisez son message, puis fermez.',
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
  transfer_unknown:
    'Ce virement n’existe pas ici. Donnez le numéro du membre avec le reçu, ou la référence.',
  proof_missing: 'Il n’y a pas de preuve de ceci : {reason}.',
  period_wrong: 'Donnez un premier et un dernier jour, aucun à venir, sur 92 jours au plus.',
  period_too_large:
    'Cette période a plus de {most} lignes dans {file}. Choisissez-en une plus courte.',
  export_unknown:
    'Ce fichier n’existe pas pour vous : son délai est passé, ou il a déjà été téléchargé. Demandez-le de nouveau.',
  month_open: 'Choisissez un mois terminé. Son dernier jour est compté la nuit suivante.',
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
  token_not_fresh: 'Un jeton ne prouve pas que c’est vous maintenant. Faites-le dans la console.',
  too_many_tokens: 'Il y a déjà vingt jetons. Mettez fin à l’un d’eux d’abord.',
  program_unknown: 'Il n’y a pas de programme {program} ici, ou il a pris fin.',
  program_exists:
    'Il y a déjà un programme {name}. Mettez-y fin d’abord, ou choisissez un autre nom.',
  program_expired: '{name} a expiré. Ajoutez-le de nouveau : il faut deux personnes.',
  webhook_unknown: 'Il n’y a pas de webhook {webhook} ici, ou il a pris fin.',
  webhook_exists:
    'Il y a déjà un webhook {name}. Mettez-y fin d’abord, ou choisissez un autre nom.',
  webhook_url_refused:
    'Les événements ne partent que vers une adresse web sécurisée avec un nom, sans utilisateur ni fragment.',
  scope_unknown: '{scope} n’est pas un droit pour programmes : ils ne font que lire.',
  scope_missing: 'Les droits du programme ne comprennent pas cette opération.',
  token_refused: 'Le jeton n’est pas valable ici : il a pris fin, a expiré ou est mal recopié.',
  token_with_cookie: 'Envoyez le jeton sans cookie.',
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
  single_sign_on_not_theirs:
    'Ce compte n’a pas votre adresse e-mail, ou personne ne l’y a vérifiée. Utilisez votre propre compte ou demandez à l’administration.',
  approval_asker_gone:
    '{name} ne peut plus le demander : son accès ou son rôle a pris fin depuis. Refusez.',
  draft_unknown: 'Ce brouillon n’existe pas.',
  draft_ended: 'Ce brouillon est en vigueur ou abandonné. Créez-en un autre.',
  draft_stale: 'Quelqu’un a modifié les réglages depuis ce brouillon. Mettez-le d’abord à jour.',
  draft_empty: 'Rien ne changerait.',
  draft_not_rehearsed:
    'Essayez d’abord le brouillon sur les textes du dernier mois, jusqu’au bout. Chaque modification demande un nouvel essai.',
  version_unknown: 'Il n’y a pas de version {version} que les règles actuelles puissent lire.',
};
