import type { FieldFaultTexts } from '../../site-texts.ts';

/** Ce qui ne va pas dans un champ d’un formulaire. */
export const fieldFaults: FieldFaultTexts = {
  missing: 'Veuillez remplir ce champ.',
  too_long: 'Utilisez au plus {count} caractères.',
  too_short: 'Utilisez au moins {count} caractères.',
  malformed: 'Le format n’est pas le bon. Veuillez vérifier.',
};
