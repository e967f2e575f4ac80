import type { SignInTexts } from './sign-in-texts.ts';

/** Inicio de sesión y seguridad, en español de Estados Unidos. */
export const es: SignInTexts = {
  sign_in_title: 'Ingresar a {portal}',
  sign_in_passkey: 'Ingresar con una llave de acceso',
  sign_in_passkey_hint:
    'Basta su dedo, su cara o el PIN de su dispositivo. Nada que recordar, nada que escribir, y ningún otro sitio puede pedirla.',
  sign_in_no_passkey:
    'Las llaves de acceso necesitan JavaScript y un navegador que las conozca. Sin ellas, usted ingresa con su contraseña y el código de su aplicación de autenticación.',
  sign_in_with_password: 'Ingresar con una contraseña',
  sign_in_first_time: '¿Es su primera vez?',
  sign_in_activate: 'Activar su acceso',
  sign_in_lost:
    '¿Perdió su llave de acceso, su contraseña o su teléfono? Llámenos: cuando sepamos que es usted, le daremos un nuevo código de activación.',
  done_signed_out: 'Cerró la sesión. Hasta pronto.',

  password_title: 'Ingresar con una contraseña',
  password_lead:
    'Primero su número de socio y su contraseña; después, el código de su aplicación de autenticación.',
  member_number: 'Número de socio',
  member_number_hint: 'Está en sus estados de cuenta y en su tarjeta de socio.',
  password: 'Contraseña',
  continue: 'Continuar',
  passkey_instead: 'Usar una llave de acceso',

  code_title: 'Escriba su código',
  code_lead: 'Su contraseña es correcta. Falta el segundo paso.',
  code: 'Código',
  code_hint:
    'Las seis cifras que muestra ahora su aplicación de autenticación, o uno de sus códigos de recuperación.',
  sign_in: 'Ingresar',
  begin_again: 'Empezar de nuevo',

  activate_title: 'Activar su acceso',
  activate_lead:
    'Le dimos un código de activación cuando pidió acceso a {portal}. Vale siete días y una sola vez.',
  activation_code: 'Código de activación',
  activation_code_hint: 'Doce letras y cifras, como K7QF-2M9X-WPA4. Los guiones no importan.',
  activate_how_title: 'Le damos la bienvenida, {name}',
  activate_how_lead: 'Un paso más: elija cómo ingresará de ahora en adelante.',
  activate_passkey_title: 'Con una llave de acceso',
  activate_passkey_text:
    'Lo más seguro y lo más fácil. Su dispositivo guarda una llave solo para {portal}; usted la abre con su dedo, su cara o su PIN. No se puede adivinar ni entregar por error a un sitio falso.',
  activate_passkey: 'Crear una llave de acceso',
  passkey_name: '¿Cómo la llamamos?',
  passkey_name_hint: 'Para reconocerla en la lista, como «Mi teléfono».',
  activate_password_title: 'Con una contraseña y una aplicación de autenticación',
  activate_password_text:
    'Para un dispositivo sin llaves de acceso. Necesita una aplicación que muestre códigos de seis cifras, en su teléfono o en su administrador de contraseñas.',
  activate_password: 'Usar una contraseña',
  activate_password_lead:
    'Elija una contraseña y conecte una aplicación de autenticación. Cada vez que ingrese le pediremos las dos cosas.',
  activate_finish: 'Activar',
  activate_until: 'Tiene hasta {time} para terminar.',

  new_password: 'Contraseña nueva',
  new_password_hint:
    'Al menos {min} caracteres; los espacios cuentan. Lo mejor: varias palabras que solo usted juntaría. No hacen falta símbolos ni mayúsculas.',
  totp_scan: 'Escanee esto con su aplicación de autenticación',
  totp_qr: 'Código QR que configura su aplicación de autenticación',
  totp_type: 'O escriba esta clave en la aplicación:',
  totp_code: 'Código de la aplicación',
  totp_code_hint: 'Las seis cifras que la aplicación muestra ahora. Demuestran que funciona.',

  verify_title: 'Confirme que es usted',
  verify_lead:
    'Para lo que va a hacer, se lo pedimos una vez más. Así está a salvo de quien encuentre su navegador abierto.',
  verify_passkey: 'Confirmar con una llave de acceso',
  verify_no_passkey: 'Las llaves de acceso necesitan JavaScript y un navegador que las conozca.',
  verify_password_title: 'Confirmar con contraseña y código',
  verify_other: 'Puede cerrar la sesión e ingresar de otra forma.',
  confirm: 'Confirmar',
  cancel: 'Cancelar',

  passkey_cancelled: 'No se hizo nada: se canceló o tardó demasiado. Puede volver a intentarlo.',
  passkey_known: 'Este dispositivo ya tiene una llave de acceso para usted.',
  passkey_failed:
    'Su dispositivo no pudo hacerlo. Inténtelo otra vez, o use otro dispositivo u otra forma.',

  codes_title: 'Sus códigos de recuperación',
  codes_lead:
    'Cada uno sustituye una vez a su aplicación de autenticación, si la pierde. Imprímalos o anótelos, y guárdelos con sus papeles importantes.',
  codes_once: 'Solo los mostramos ahora; no podremos mostrarlos otra vez.',
  codes_done: 'Ya los guardé',

  security_title: 'Seguridad',
  security_lead: 'Cómo ingresa y dónde tiene la sesión abierta.',
  passkeys_title: 'Llaves de acceso',
  passkeys_empty: 'Todavía no hay llaves de acceso',
  passkeys_empty_text:
    'Agregue una: ingresar será más fácil, y nadie podrá adivinarla ni robarla a distancia.',
  column_name: 'Nombre',
  column_created: 'Agregada',
  column_used: 'Último uso',
  column_actions: 'Acciones',
  never_used: 'Todavía no',
  synced: 'En todos sus dispositivos',
  rename: 'Cambiar nombre',
  rename_what: 'Cambiar el nombre de {name}',
  rename_title: 'Cambiar el nombre de la llave de acceso «{name}»',
  rename_field: 'Nombre nuevo',
  remove: 'Quitar',
  remove_what: 'Quitar {name}',
  passkey_add_title: 'Agregar una llave de acceso',
  passkey_add: 'Agregar una llave de acceso',
  passkey_add_no_script:
    'Para agregar una llave de acceso hace falta JavaScript y un navegador que las conozca.',
  passkey_removed_hint:
    'Al quitarla aquí deja de funcionar. Su dispositivo quizá la siga mostrando: bórrela también allí.',

  security_password_title: 'Contraseña y aplicación de autenticación',
  password_none: 'No tiene contraseña. Con una llave de acceso no la necesita.',
  password_since: 'Contraseña elegida el {day}.',
  password_needs_totp:
    'Su contraseña todavía no basta: configure una aplicación de autenticación que la acompañe.',
  password_set: 'Elegir una contraseña',
  password_change: 'Cambiar la contraseña',
  password_change_lead:
    'Cuando la cambia, se cierra la sesión en todos los demás navegadores y le avisamos por sus otros canales.',
  password_save: 'Guardar la contraseña',
  totp_none: 'No hay ninguna aplicación de autenticación configurada.',
  totp_since: 'Aplicación de autenticación configurada el {day}.',
  totp_set: 'Configurar una aplicación de autenticación',
  totp_replace: 'Usar otra aplicación de autenticación',
  totp_title: 'Configurar una aplicación de autenticación',
  totp_lead:
    'Muestra un código nuevo cada 30 segundos, también sin red. La aplicación que tenía antes deja de servir para {portal}.',
  totp_save: 'Configurar la aplicación',
  codes_left: 'Códigos de recuperación que quedan: {count}.',
  codes_new: 'Crear códigos de recuperación nuevos',
  codes_new_hint: 'Los que tiene ahora dejan de servir.',

  sessions_title: 'Dónde tiene la sesión abierta',
  column_device: 'Navegador',
  column_seen: 'Última actividad',
  column_since: 'Abierta desde',
  session_current: 'Este navegador',
  session_end: 'Cerrar sesión',
  session_end_what: 'Cerrar la sesión en {name}',
  sessions_end_others: 'Cerrar la sesión en todos los demás navegadores',
  sessions_hint:
    'La sesión se cierra sola tras {idle} minutos sin actividad y, en todo caso, tras {hours} horas.',

  events_title: 'Lo que pasó últimamente',
  events_lead:
    '¿Ve algo que usted no hizo? Cierre la sesión en todos los demás navegadores y llámenos.',
  column_when: 'Cuándo',
  column_what: 'Qué',
  event_invited: 'Se creó un código de activación para usted',
  event_access_activated: 'Acceso activado',
  event_access_closed: 'Acceso cerrado por nuestro equipo',
  event_signed_in: 'Ingreso',
  event_sign_in_refused: 'Alguien intentó ingresar y no pudo',
  event_verified: 'Se confirmó que es usted',
  event_signed_out: 'Sesión cerrada',
  event_session_ended: 'Sesión cerrada en un navegador',
  event_signed_out_everywhere: 'Sesión cerrada en todos los demás navegadores',
  event_passkey_added: 'Llave de acceso agregada',
  event_passkey_renamed: 'Llave de acceso con otro nombre',
  event_passkey_removed: 'Llave de acceso quitada',
  event_password_changed: 'Contraseña cambiada',
  event_totp_changed: 'Aplicación de autenticación cambiada',
  event_recovery_codes_made: 'Códigos de recuperación nuevos',
  event_recovery_used: 'Código de recuperación usado',
  way_passkey: 'con una llave de acceso',
  way_password: 'con contraseña y código',
  way_password_recovery: 'con contraseña y código de recuperación',
  way_activation: 'por activación',
  way_demonstration: 'con un clic, en la demostración',
  device_unknown: 'Navegador desconocido',

  done_passkey_added: 'Se agregó la llave de acceso. Le avisamos por sus otros canales.',
  done_renamed: 'Nombre cambiado.',
  done_passkey_removed: 'Se quitó la llave de acceso y ya no deja ingresar a nadie.',
  done_password: 'Contraseña guardada; se cerró la sesión en todos los demás navegadores.',
  done_totp: 'La aplicación de autenticación está configurada.',
  done_session_ended: 'Se cerró la sesión en ese navegador.',
  done_others_ended: 'Se cerró la sesión en todos los demás navegadores.',
  back_security: 'Volver a seguridad',
};
