import type { DemonstrationTexts } from '../../site-texts.ts';

/** Lo que solo dice la demostración. */
export const demonstration: DemonstrationTexts = {
  verify_title: '¿Es usted?',
  verify_lead:
    'Aquí los socios confirman con su llave de acceso. En esta demostración basta un clic. Puede crear una llave de acceso real en Seguridad.',
  verify: 'Soy yo',
};
