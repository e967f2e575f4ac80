import type { Language } from '../../kernel/vocabulary/language.ts';

const texts = {
  title: {
    en: 'API',
    fr: 'Interface de programmation',
    es: 'Interfaz de programación',
  },
  lead: {
    en: 'Programs can do everything members do here, as JSON, with the same checks and the same refusals. The session cookie identifies the caller.',
    fr: 'Un programme peut faire tout ce que les membres font ici, en JSON, avec les mêmes contrôles et les mêmes refus. Le témoin de session identifie l’appelant.',
    es: 'Un programa puede hacer todo lo que los socios hacen aquí, en JSON, con los mismos controles y los mismos rechazos. La cookie de sesión identifica a quien llama.',
  },
  description: {
    en: 'OpenAPI 3.1 description',
    fr: 'Description OpenAPI 3.1',
    es: 'Descripción OpenAPI 3.1',
  },
  contents: { en: 'Contents', fr: 'Sommaire', es: 'Contenido' },
  input: { en: 'Request', fr: 'Requête', es: 'Solicitud' },
  output: { en: 'Response', fr: 'Réponse', es: 'Respuesta' },
  refusals: { en: 'Refusals', fr: 'Refus', es: 'Rechazos' },
  access_anyone: {
    en: 'for anyone',
    fr: 'pour tout le monde',
    es: 'para cualquiera',
  },
  access_member: {
    en: 'for members who are signed in',
    fr: 'pour les membres connectés',
    es: 'para socios con sesión iniciada',
  },
  access_fresh: {
    en: 'for members who confirmed their identity within the last five minutes',
    fr: 'pour les membres qui ont confirmé leur identité dans les cinq dernières minutes',
    es: 'para socios que confirmaron su identidad en los últimos cinco minutos',
  },
} as const satisfies Record<string, Record<Language, string>>;

export function readerText(language: Language, name: keyof typeof texts): string {
  return texts[name][language];
}
