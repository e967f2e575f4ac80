import type { ConsoleAlarmTexts } from '../../console-texts.ts';

export const alarms: ConsoleAlarmTexts = {
  subject: '{institution} : {what} ({reference})',
  reference: 'Référence : {reference}',
  nobody: 'Personne ne s’en est encore chargé.',
  sign_in: 'Connectez-vous à la console pour la lire.',
  no_data: 'Ce courriel ne nomme aucun membre. N’y répondez pas.',
  kind_stop: 'Un membre demande d’arrêter un paiement ou de bloquer une carte',
  kind_possible_error: 'Un message peut être un avis d’erreur',
  kind_alarm: 'Il s’est passé quelque chose qui ne doit pas arriver',
  kind_channel: 'Un canal a besoin d’une personne',
  kind_core_order: 'L’issue d’un virement est inconnue',
  kind_alone: 'Les droits du serveur ont fait ce qui demande deux personnes',
  kind_approval_due: 'Une approbation attend et son délai légal approche',
};
