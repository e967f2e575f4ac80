import type { ApprovalsRefusalTexts } from '../../../site-texts.ts';

/** Refusals of approvals and devices. `{…}` are places. */
export const approvals: ApprovalsRefusalTexts = {
  approval_over: 'Ce virement est déjà décidé. Le résultat se trouve sous Approbations.',
  approval_expired:
    'Ce virement n’a pas été approuvé à temps : rien n’a été viré. Si vous le voulez toujours, renvoyez la commande.',
  approval_changed:
    'Ce virement n’est pas celui que vous avez signé : rien n’a été viré. Veuillez le regarder de nouveau.',
  approval_repeated:
    'Un virement identique a été fait depuis votre demande : rien n’a été viré cette fois. Approuvez-le de nouveau seulement si vous le voulez deux fois.',
  approval_gone:
    'Un de ces comptes n’est plus là ou porte un autre numéro : rien n’a été viré. Veuillez renvoyer la commande.',
  approval_needs_passkey:
    'Vous approuvez les virements avec une clé d’accès. Ajoutez-en d’abord une sous Sécurité.',
  push_service_unknown:
    'Nous ne pouvons pas envoyer de notifications à ce navigateur, car nous ne connaissons pas son service de notifications.',
  push_keys_malformed:
    'Les clés du navigateur pour les notifications sont incomplètes. Désactivez les notifications, puis réactivez-les.',
};
