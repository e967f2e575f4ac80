import type { Language } from '../../../kernel/vocabulary/language.ts';

const texts = {
  verify_title: { en: 'Is it you?', fr: 'Est-ce bien vous ?', es: '¿Es usted?' },
  verify_lead: {
    en: 'Here members confirm with their passkey. This demonstration takes one click for it; you can make a real passkey under Security.',
    fr: 'Ici, les membres confirment avec leur clé d’accès. Cette démonstration se contente d’un clic ; vous pouvez créer une vraie clé d’accès sous Sécurité.',
    es: 'Aquí los miembros confirman con su llave de acceso. En esta demostración basta un clic; puede crear una llave de acceso real en Seguridad.',
  },
  verify: { en: 'It is me', fr: 'C’est bien moi', es: 'Soy yo' },
} as const satisfies Record<string, Record<Language, string>>;

export function demonstrationText(language: Language, name: keyof typeof texts): string {
  return texts[name][language];
}
