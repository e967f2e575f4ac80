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
  navigation: 'Online banking',
  accounts: 'Accounts',
  transfer: 'Transfer',
  messages: 'Messages',
  security: 'Security',
  sign_in: 'Sign in',
  sign_out: 'Sign out',
  commands: 'What you can text us',
  language: 'Language',
  call: 'Questions? Call {phone}, {hours}.',
  api: 'For developers',
  demonstration: 'This is a demonstration. No real money is here.',
  not_found: 'We can’t find this page',
  not_found_text: 'It may have moved, or the address may have a typo. Nothing was changed.',
  failed: 'Something went wrong on our side',
  failed_text:
    'We can’t tell whether your request went through. Check your accounts before you try again. If you call us, give us this number: {id}.',
  refused: 'We couldn’t do that',
  home: 'Home',
};

const fr: FrameTexts = {
  skip: 'Aller au contenu',
  navigation: 'Services en ligne',
  accounts: 'Comptes',
  transfer: 'Virement',
  messages: 'Messages',
  security: 'Sécurité',
  sign_in: 'Se connecter',
  sign_out: 'Se déconnecter',
  commands: 'Ce que vous pouvez texter',
  language: 'Langue',
  call: 'Des questions ? Appelez le {phone}, {hours}.',
  api: 'Pour les développeurs',
  demonstration: 'Ceci est une démonstration. Il n’y a pas d’argent réel ici.',
  not_found: 'Cette page est introuvable',
  not_found_text:
    'Elle a peut-être été déplacée, ou l’adresse contient une faute de frappe. Rien n’a été modifié.',
  failed: 'Une erreur s’est produite de notre côté',
  failed_text:
    'Nous ne savons pas si votre demande a été exécutée. Vérifiez vos comptes avant de réessayer. Si vous nous appelez, donnez-nous ce numéro : {id}.',
  refused: 'Nous n’avons pas pu faire cela',
  home: 'Accueil',
};

const es: FrameTexts = {
  skip: 'Ir al contenido',
  navigation: 'Banca en línea',
  accounts: 'Cuentas',
  transfer: 'Transferir',
  messages: 'Mensajes',
  security: 'Seguridad',
  sign_in: 'Iniciar sesión',
  sign_out: 'Cerrar sesión',
  commands: 'Qué puede escribirnos',
  language: 'Idioma',
  call: '¿Preguntas? Llame al {phone}, {hours}.',
  api: 'Para desarrolladores',
  demonstration: 'Esto es una demostración. Aquí no hay dinero real.',
  not_found: 'No encontramos esta página',
  not_found_text: 'Quizá se movió o la dirección tiene un error. No se cambió nada.',
  failed: 'Algo salió mal de nuestro lado',
  failed_text:
    'No sabemos si su solicitud se realizó. Revise sus cuentas antes de volver a intentarlo. Si nos llama, denos este número: {id}.',
  refused: 'No pudimos hacerlo',
  home: 'Inicio',
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
