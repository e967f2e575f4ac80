import type { CommonRefusalTexts } from '../../../site-texts.ts';

/** Refus de toute opération. */
export const common: CommonRefusalTexts = {
  input_invalid:
    'Une information manque ou n’est pas valable. Veuillez corriger les champs indiqués.',
  sign_in_first: 'Veuillez d’abord vous connecter.',
  verify_first: 'Avant de faire cela, confirmez que c’est bien vous.',
  cross_site: 'Cette demande venait d’un autre site : nous ne l’avons pas exécutée.',
  not_found: 'Nous ne l’avons pas trouvé, ou ce n’est pas à vous.',
  books_away:
    'Vos comptes ne sont pas joignables en ce moment ; rien n’a été fait. Réessayez dans quelques minutes.',
  too_large: 'C’est plus que ce que nous pouvons traiter en une fois.',
  not_json: 'Envoyez du JSON, avec le type application/json.',
  json_malformed: 'Le corps de la demande n’est pas un objet JSON.',
  method_unknown:
    'Cette méthode n’est pas permise ici. L’en-tête Allow indique les méthodes possibles.',
  too_many: 'Trop d’essais. Veuillez patienter un peu, puis réessayer.',
  failed:
    'Une erreur s’est produite de notre côté. Vérifiez vos comptes avant de réessayer. Si vous nous appelez, donnez-nous ce numéro : {id}.',
  unavailable:
    'Nous ne pouvons pas le faire en ce moment ; rien n’a changé. Veuillez réessayer dans quelques minutes.',
};
