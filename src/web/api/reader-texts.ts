import type { Language } from '../../kernel/vocabulary/language.ts';

const texts = {
  title: {
    en: 'The API',
    fr: 'L’interface de programmation',
    es: 'La interfaz de programación',
  },
  lead: {
    en: 'What members do here can also be done by a program, as JSON: the same checks, the same refusals. Who calls is known by the cookie of their session.',
    fr: 'Ce que les membres font ici, un programme peut aussi le faire, en JSON : mêmes contrôles, mêmes refus. L’appelant est reconnu au cookie de sa session.',
    es: 'Lo que los miembros hacen aquí también lo puede hacer un programa, en JSON: los mismos controles, los mismos rechazos. Quien llama se reconoce por la cookie de su sesión.',
  },
  description: {
    en: 'The description for programs (OpenAPI 3.1)',
    fr: 'La description pour les programmes (OpenAPI 3.1)',
    es: 'La descripción para programas (OpenAPI 3.1)',
  },
  contents: { en: 'Contents', fr: 'Sommaire', es: 'Contenido' },
  input: { en: 'Input', fr: 'Entrée', es: 'Entrada' },
  output: { en: 'Answer', fr: 'Réponse', es: 'Respuesta' },
  refusals: { en: 'Refusals', fr: 'Refus', es: 'Rechazos' },
  access_anyone: {
    en: 'for anyone',
    fr: 'pour tout le monde',
    es: 'para cualquiera',
  },
  access_member: {
    en: 'for members who are signed in',
    fr: 'pour les membres connectés',
    es: 'para miembros con sesión iniciada',
  },
  access_fresh: {
    en: 'for members who proved to be it within the last five minutes',
    fr: 'pour les membres qui ont confirmé leur identité dans les cinq dernières minutes',
    es: 'para miembros que confirmaron su identidad en los últimos cinco minutos',
  },
} as const satisfies Record<string, Record<Language, string>>;

export function readerText(language: Language, name: keyof typeof texts): string {
  return texts[name][language];
}
