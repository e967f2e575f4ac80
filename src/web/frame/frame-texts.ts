import type { Language } from '../../kernel/vocabulary/language.ts';

interface FrameTexts {
  readonly skip: string;
  readonly navigation: string;
  readonly accounts: string;
  readonly transfer: string;
  readonly messages: string;
  readonly security: string;
  readonly sign_in: string;
  readonly sign_out: string;
  readonly commands: string;
  readonly language: string;
  readonly call: string;
  readonly api: string;
  readonly demonstration: string;
  readonly not_found: string;
  readonly not_found_text: string;
  readonly failed: string;
  readonly failed_text: string;
  readonly refused: string;
  readonly home: string;
}

const en: FrameTexts = {
  skip: 'Skip to the content',
  navigation: 'Your bank',
  accounts: 'Accounts',
  transfer: 'Transfer',
  messages: 'Messages',
  security: 'Security',
  sign_in: 'Sign in',
  sign_out: 'Sign out',
  commands: 'What you can send',
  language: 'Language',
  call: 'Questions? Call {phone}, {hours}.',
  api: 'For developers',
  demonstration: 'A demonstration: nobody’s real money is here.',
  not_found: 'This page is not here',
  not_found_text: 'Perhaps it has moved, or the address has a slip in it. Nothing was changed.',
  failed: 'Something went wrong on our side',
  failed_text:
    'We can’t say for certain that your request was carried out. Look at your accounts before you try again. If you call us, name the number {id}.',
  refused: 'That was not done',
  home: 'To the start',
};

const fr: FrameTexts = {
  skip: 'Aller au contenu',
  navigation: 'Votre banque',
  accounts: 'Comptes',
  transfer: 'Virement',
  messages: 'Messages',
  security: 'Sécurité',
  sign_in: 'Se connecter',
  sign_out: 'Se déconnecter',
  commands: 'Ce que vous pouvez envoyer',
  language: 'Langue',
  call: 'Des questions ? Appelez le {phone}, {hours}.',
  api: 'Pour les développeurs',
  demonstration: 'Une démonstration : l’argent de personne ne se trouve ici.',
  not_found: 'Cette page n’existe pas',
  not_found_text:
    'Elle a peut-être été déplacée, ou l’adresse contient une erreur. Rien n’a été modifié.',
  failed: 'Une erreur s’est produite de notre côté',
  failed_text:
    'Nous ne pouvons pas affirmer que votre demande a été exécutée. Consultez vos comptes avant de réessayer. Si vous nous appelez, indiquez le numéro {id}.',
  refused: 'Cela n’a pas été fait',
  home: 'Retour au début',
};

const es: FrameTexts = {
  skip: 'Ir al contenido',
  navigation: 'Su banco',
  accounts: 'Cuentas',
  transfer: 'Transferir',
  messages: 'Mensajes',
  security: 'Seguridad',
  sign_in: 'Iniciar sesión',
  sign_out: 'Cerrar sesión',
  commands: 'Lo que puede enviar',
  language: 'Idioma',
  call: '¿Preguntas? Llame al {phone}, {hours}.',
  api: 'Para desarrolladores',
  demonstration: 'Una demostración: aquí no hay dinero real de nadie.',
  not_found: 'Esta página no está aquí',
  not_found_text: 'Tal vez se haya movido o la dirección tenga un error. No se ha cambiado nada.',
  failed: 'Algo salió mal de nuestro lado',
  failed_text:
    'No podemos asegurar que su solicitud se haya realizado. Mire sus cuentas antes de volver a intentarlo. Si nos llama, indique el número {id}.',
  refused: 'No se hizo',
  home: 'Ir al inicio',
};

const texts: Readonly<Record<Language, FrameTexts>> = { en, fr, es };

/** A text of the frame around every page. */
export function frameText(
  language: Language,
  name: keyof FrameTexts,
  places: Readonly<Record<string, string>> = {},
): string {
  return texts[language][name].replaceAll(
    /\{(\w+)\}/g,
    (place, key: string) => places[key] ?? place,
  );
}
