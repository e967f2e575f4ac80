import type { ApprovalsTexts } from '../../site-texts.ts';

/** The page of transfers that wait for approval. `{…}` are places. */
export const approvals: ApprovalsTexts = {
  approvals_title: 'Approbations',
  approvals_lead:
    'Les virements que vous avez demandés par message et qui exigent votre clé d’accès. Rien n’est viré avant votre approbation.',
  approvals_none: 'Rien n’est en attente',
  approvals_none_text: 'Quand un virement par message exige votre approbation, il paraît ici.',
  asked: 'Demandé par {channel}, {when}',
  expires: 'En attente jusqu’à {time}',
  from: 'De',
  to: 'Vers',
  approve: 'Approuver {amount}',
  approve_again: 'Approuver une seconde fois : {amount}',
  approve_without:
    'Ce navigateur ne peut pas utiliser de clés d’accès ici. Ouvrez cette page dans un autre, ou refusez.',
  decline: 'Refuser',
  decline_hint: 'Ce n’était pas vous ? Refusez, puis bloquez le service.',
  ended_title: 'Dans les dernières 24 heures',
  column_transfer: 'Virement',
  column_asked: 'Demandé',
  column_state: 'Résultat',
  transfer: '{amount} de {from} vers {to}',
  state_waiting: 'En attente',
  state_ordered: 'En cours',
  state_posted: 'Fait',
  state_declined: 'Refusé par vous',
  state_withdrawn: 'Annulé par message',
  state_expired: 'Pas approuvé à temps',
  state_refused: 'N’a pas pu se faire',
  done_approved: 'Approuvé. L’argent est viré, ou le sera dès que les livres le confirment.',
  done_declined: 'Refusé. Rien n’a été viré.',
};
