import type { DemonstrationTexts } from '../../site-texts.ts';

/** Ce que seule la démonstration dit. */
export const demonstration: DemonstrationTexts = {
  verify_title: 'Est-ce bien vous ?',
  verify_lead:
    'Ici, les membres confirment avec leur clé d’accès. Dans cette démonstration, un clic suffit. Vous pouvez créer une vraie clé d’accès sous Sécurité.',
  verify: 'C’est bien moi',
};
