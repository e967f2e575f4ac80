import type { SignInTexts } from '../../site-texts.ts';

/** Inicio de sesión y seguridad, en español de Estados Unidos. */
export const signIn: SignInTexts = {
  sign_in_title: 'Iniciar sesión en {portal}',
  sign_in_passkey: 'Iniciar sesión con una llave de acceso',
  sign_in_passkey_hint:
    'Solo necesita su huella, su cara o el PIN de su dispositivo. No hay nada que recordar ni escribir, y ningún otro sitio puede pedirla.',
  sign_in_no_passkey:
    'Las llaves de acceso requieren JavaScript y un navegador compatible. Sin ellas, inicie sesión con su contraseña y un código de su aplicación de autenticación.',
  sign_in_with_password: 'Iniciar sesión con contraseña',
  sign_in_from_bank: 'Continuar desde {bank}',
  sign_in_other: 'Iniciar sesión de otra forma',
  sign_in_first_time: '¿Es su primera vez?',
  sign_in_activate: 'Activar su cuenta',
  sign_in_lost:
    '¿Perdió su llave de acceso, su contraseña o su teléfono? Llámenos. En cuanto sepamos que es usted, le daremos un nuevo código de activación.',
  done_signed_out: 'Cerró la sesión. Hasta pronto.',

  password_title: 'Iniciar sesión con contraseña',
  password_lead:
    'Primero escriba su número de socio y su contraseña; después, el código de su aplicación de autenticación.',
  member_number: 'Número de socio',
  member_number_hint: 'Está en sus estados de cuenta y en su tarjeta de socio.',
  password: 'Contraseña',
  continue: 'Continuar',
  passkey_instead: 'Usar una llave de acceso',

  code_title: 'Escriba su código',
  code_lead: 'Su contraseña es correcta. Falta el segundo paso.',
  code: 'Código',
  code_hint:
    'Los seis dígitos que su aplicación de autenticación muestra ahora, o uno de sus códigos de recuperación.',
  sign_in: 'Iniciar sesión',
  begin_again: 'Empezar de nuevo',

  activate_title: 'Activar su cuenta',
  activate_lead:
    'Le dimos un código de activación cuando pidió acceso a {portal}. Sirve una sola vez, durante siete días.',
  activation_code: 'Código de activación',
  activation_code_hint: 'Doce letras y números, como K7QF-2M9X-WPA4. Los guiones no importan.',
  activate_how_title: 'Le damos la bienvenida, {name}',
  activate_how_lead: 'Un paso más: elija cómo iniciará sesión.',
  activate_passkey_title: 'Con una llave de acceso',
  activate_passkey_text:
    'La forma más segura y fácil. Su dispositivo guarda una llave solo para {portal}, y usted la abre con su huella, su cara o su PIN. Nadie puede adivinarla, y no es posible dársela por error a un sitio falso.',
  activate_passkey: 'Crear una llave de acceso',
  passkey_name: '¿Qué nombre le ponemos?',
  passkey_name_hint: 'Para reconocerla en la lista; por ejemplo, «Mi teléfono».',
  activate_password_title: 'Con una contraseña y una aplicación de autenticación',
  activate_password_text:
    'Para dispositivos sin llaves de acceso. Necesita una aplicación que muestre códigos de seis dígitos, en su teléfono o en su administrador de contraseñas.',
  activate_password: 'Usar una contraseña',
  activate_password_lead:
    'Elija una contraseña y conecte una aplicación de autenticación. Necesitará las dos cada vez que inicie sesión.',
  activate_finish: 'Activar',
  activate_until: 'Tiene hasta {time} para terminar.',

  new_password: 'Contraseña nueva',
  new_password_hint:
    'Al menos {min} caracteres; los espacios cuentan. Lo mejor son varias palabras que solo usted juntaría. No hacen falta símbolos ni mayúsculas.',
  totp_scan: 'Escanee esto con su aplicación de autenticación',
  totp_qr: 'Código QR que configura su aplicación de autenticación',
  totp_type: 'O escriba esta clave en la aplicación:',
  totp_code: 'Código de la aplicación',
  totp_code_hint: 'Los seis dígitos que la aplicación muestra ahora. Así comprobamos que funciona.',

  verify_title: 'Confirme que es usted',
  verify_lead:
    'Antes de hacer esto, se lo preguntamos una vez más. Así le protegemos si alguien encuentra su navegador abierto.',
  verify_passkey: 'Confirmar con una llave de acceso',
  verify_no_passkey: 'Las llaves de acceso requieren JavaScript y un navegador compatible.',
  verify_password_title: 'Confirmar con contraseña y código',
  verify_other: 'Puede cerrar la sesión e iniciarla de otra forma.',
  verify_none:
    'Todavía no tiene aquí ni llave de acceso ni contraseña. Llámenos para obtener un código de activación y cree una.',
  confirm: 'Confirmar',
  cancel: 'Cancelar',

  passkey_cancelled: 'No se hizo nada: se canceló o tardó demasiado. Puede volver a intentarlo.',
  passkey_known: 'Este dispositivo ya tiene una llave de acceso para usted.',
  passkey_failed:
    'Su dispositivo no pudo hacerlo. Intente otra vez, o use otro dispositivo u otra forma.',

  codes_title: 'Sus códigos de recuperación',
  codes_lead:
    'Si pierde su aplicación de autenticación, cada uno la sustituye una vez. Imprímalos o anótelos, y guárdelos con sus papeles importantes.',
  codes_once: 'Solo podemos mostrarlos ahora.',
  codes_done: 'Ya los guardé',

  security_title: 'Seguridad',
  security_lead: 'Cómo inicia sesión y dónde la tiene abierta.',
  passkeys_title: 'Llaves de acceso',
  passkeys_empty: 'Todavía no hay llaves de acceso',
  passkeys_empty_text:
    'Agregue una: iniciar sesión será más fácil, y nadie podrá adivinarla ni robarla a distancia.',
  column_name: 'Nombre',
  column_created: 'Agregada',
  column_used: 'Último uso',
  column_actions: 'Acciones',
  never_used: 'Nunca',
  synced: 'En todos sus dispositivos',
  rename: 'Cambiar el nombre',
  rename_what: 'Cambiar el nombre de {name}',
  rename_title: 'Cambiar el nombre de la llave de acceso «{name}»',
  rename_field: 'Nombre nuevo',
  remove: 'Quitar',
  remove_what: 'Quitar {name}',
  passkey_add_title: 'Agregar una llave de acceso',
  passkey_add: 'Agregar una llave de acceso',
  passkey_add_no_script:
    'Para agregar una llave de acceso necesita JavaScript y un navegador compatible.',
  passkey_removed_hint:
    'Al quitarla aquí deja de funcionar. Es posible que su dispositivo la siga mostrando: bórrela ahí también.',

  security_password_title: 'Contraseña y aplicación de autenticación',
  password_none: 'No tiene contraseña. Con una llave de acceso no la necesita.',
  password_since: 'Contraseña creada el {day}.',
  password_needs_totp:
    'Todavía no puede iniciar sesión con su contraseña: configure una aplicación de autenticación que la acompañe.',
  password_set: 'Crear una contraseña',
  password_change: 'Cambiar la contraseña',
  password_change_lead:
    'Cuando la guarde, cerraremos la sesión en todos sus demás navegadores y le avisaremos por sus otros canales.',
  password_save: 'Guardar contraseña',
  totp_none: 'No hay ninguna aplicación de autenticación configurada.',
  totp_since: 'Aplicación de autenticación configurada el {day}.',
  totp_set: 'Configurar una aplicación de autenticación',
  totp_replace: 'Usar otra aplicación de autenticación',
  totp_title: 'Configurar una aplicación de autenticación',
  totp_lead:
    'Muestra un código nuevo cada 30 segundos, incluso sin conexión. La aplicación que tenía antes deja de servir para {portal}.',
  totp_save: 'Configurar la aplicación',
  codes_left: 'Códigos de recuperación restantes: {count}.',
  codes_new: 'Obtener códigos de recuperación nuevos',
  codes_new_hint: 'Los que tiene ahora dejarán de servir.',

  sessions_title: 'Dónde tiene la sesión abierta',
  column_device: 'Navegador',
  column_seen: 'Última actividad',
  column_since: 'Abierta desde',
  session_current: 'Este navegador',
  session_end: 'Cerrar sesión',
  session_end_what: 'Cerrar sesión en {name}',
  sessions_end_others: 'Cerrar la sesión en todos los demás navegadores',
  sessions_hint:
    'Por su seguridad, cerramos la sesión tras {idle} minutos de inactividad y, en todo caso, tras {hours} horas.',

  events_title: 'Actividad reciente',
  events_lead:
    '¿Ve algo que usted no hizo? Cierre la sesión en todos los demás navegadores y llámenos.',
  column_when: 'Cuándo',
  column_what: 'Actividad',
  event_invited: 'Se creó un código de activación para usted',
  event_access_activated: 'Cuenta activada',
  event_access_closed: 'Nuestro personal cerró su acceso en línea',
  event_signed_in: 'Inicio de sesión',
  event_sign_in_refused: 'Alguien intentó iniciar sesión y no pudo',
  event_verified: 'Usted confirmó su identidad',
  event_signed_out: 'Sesión cerrada',
  event_session_ended: 'Sesión cerrada en un navegador',
  event_signed_out_everywhere: 'Sesión cerrada en todos los demás navegadores',
  event_passkey_added: 'Llave de acceso agregada',
  event_passkey_renamed: 'Llave de acceso renombrada',
  event_passkey_removed: 'Llave de acceso quitada',
  event_password_changed: 'Contraseña actualizada',
  event_totp_changed: 'Aplicación de autenticación cambiada',
  event_recovery_codes_made: 'Códigos de recuperación nuevos',
  event_recovery_used: 'Código de recuperación usado',
  way_passkey: 'con una llave de acceso',
  way_password: 'con contraseña y código',
  way_password_recovery: 'con contraseña y código de recuperación',
  way_activation: 'por activación',
  way_demonstration: 'con un clic, en la demostración',
  way_oidc: 'desde otro banco en línea',
  device_unknown: 'Navegador desconocido',

  done_passkey_added: 'Se agregó la llave de acceso. Le avisamos por sus otros canales.',
  done_renamed: 'Nombre cambiado.',
  done_passkey_removed: 'Se quitó la llave de acceso y ya no deja entrar a nadie.',
  done_password: 'Contraseña guardada; se cerró la sesión en todos los demás navegadores.',
  done_totp: 'La aplicación de autenticación está configurada.',
  done_session_ended: 'Se cerró la sesión en ese navegador.',
  done_others_ended: 'Se cerró la sesión en todos los demás navegadores.',
  back_security: 'Volver a Seguridad',
};
