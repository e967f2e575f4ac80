import type { ApprovalTexts } from '../../wording/locale.ts';

/** What is said of transfers that wait for the member's approval, in French. */
export const approvalTexts: ApprovalTexts = {
  'transfer_not_made.declined': [
    "Vous avez refusé votre virement de {amount}, {from} vers {to} : rien n'a été viré. Pas vous ? Envoyez BLOQUER ou appelez le {phone}.",
    "Vous avez refusé {amount}, {from_suffix} vers {to_suffix} : rien n'a été viré. Pas vous ? Envoyez BLOQUER ou appelez le {phone}.",
  ],
  'transfer_not_made.expired': [
    "Votre virement de {amount}, {from} vers {to}, n'a pas été approuvé à temps : rien n'a été viré. Si vous le voulez toujours, renvoyez-le.",
    "Votre virement de {amount}, {from_suffix} vers {to_suffix}, n'a pas été approuvé à temps : rien n'a été viré. Si vous le voulez toujours, renvoyez-le.",
  ],
  'transfer_not_made.limits': [
    "Votre virement de {amount}, {from} vers {to}, dépasse ce qu'il vous reste pour aujourd'hui : rien n'a été viré. Questions ? Appelez le {phone}.",
    "Votre virement de {amount}, {from_suffix} vers {to_suffix}, dépasse ce qu'il vous reste aujourd'hui : rien n'a été viré. Appelez le {phone}.",
  ],
  'transfer_not_made.locked': [
    "Votre virement de {amount}, {from} vers {to}, ne s'est pas fait : les virements sont bloqués. Pour les débloquer, voyez {portal} en ligne.",
    "Votre virement de {amount}, {from_suffix} vers {to_suffix}, ne s'est pas fait : ils sont bloqués. Pour les débloquer, voyez {portal} en ligne.",
  ],
  approval_asked: [
    "Rien n'a encore été viré. Pour virer {amount} de {from} vers {to}, approuvez-le avec votre clé d'accès dans {portal} avant {until}, ou répondez NON.",
    "Rien n'a encore été viré. Pour virer {amount} de {from} vers {to}, approuvez-le dans {portal} avant {until}, ou répondez NON.",
    "Rien n'a encore été viré. Pour virer {amount} de {from_suffix} vers {to_suffix}, approuvez-le dans {portal} avant {until}, ou répondez NON.",
  ],
  'approval_asked.again': [
    "Ce virement attend déjà ; rien n'a encore été viré. Approuvez {amount} de {from} vers {to} dans {portal} avant {until}, ou répondez NON.",
    "Déjà en attente ; rien n'a encore été viré. Approuvez {amount} de {from_suffix} vers {to_suffix} dans {portal} avant {until}, ou répondez NON.",
  ],
  'declined.waits': [
    "C'est annulé. {amount} de {from} vers {to} attend toujours votre approbation dans {portal} avant {until}. Pour l'annuler aussi, répondez NON.",
    "C'est annulé. {amount} de {from_suffix} vers {to_suffix} attend toujours votre approbation avant {until}, ou répondez NON.",
  ],
};
