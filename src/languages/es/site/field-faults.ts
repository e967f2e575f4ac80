import type { FieldFaultTexts } from '../../site-texts.ts';

/** Qué está mal en un campo de un formulario. */
export const fieldFaults: FieldFaultTexts = {
  missing: 'Complete este campo.',
  too_long: 'Use como máximo {count} caracteres.',
  too_short: 'Use al menos {count} caracteres.',
  malformed: 'El formato no es correcto. Revíselo.',
};
