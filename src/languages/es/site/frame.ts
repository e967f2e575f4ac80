import type { FrameTexts } from '../../site-texts.ts';

/** El marco de todas las páginas. */
export const frame: FrameTexts = {
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
  demonstration: 'Esto es una demostración. Aquí no hay dinero real.',
  not_found: 'No encontramos esta página',
  not_found_text: 'Quizá se movió o la dirección tiene un error. No se cambió nada.',
  failed: 'Algo salió mal de nuestro lado',
  failed_text:
    'No sabemos si su solicitud se realizó. Revise sus cuentas antes de volver a intentarlo. Si nos llama, denos este número: {id}.',
  refused: 'No pudimos hacerlo',
  home: 'Inicio',
  outside: 'Se abre en {portal}',
  outside_text: 'Esta página no se muestra dentro de otro sitio. Se abre en una pestaña propia.',
  outside_open: 'Abrir en {portal}',
};
