import type { Language } from '../../../kernel/vocabulary/language.ts';

const texts = {
  verify_title: { en: 'Is that you?', fr: 'Est-ce bien vous ?', es: '¿Es usted?' },
  verify_lead: {
    en: 'Members confirm with their passkey here. In this demonstration one click is enough. You can create a real passkey under Security.',
    fr: 'Ici, les membres confirment avec leur clé d’accès. Dans cette démonstration, un clic suffit. Vous pouvez créer une vraie clé d’accès sous Sécurité.',
    es: 'Aquí los socios confirman con su llave de acceso. En esta demostración basta un clic. Puede crear una llave de acceso real en Seguridad.',
  },
  verify: { en: 'It’s me', fr: 'C’est bien moi', es: 'Soy yo' },
} as const satisfies Record<string, Record<Language, string>>;

export function demonstrationText(language: Language, name: keyof typeof texts): string {
  return texts[name][language];
}
