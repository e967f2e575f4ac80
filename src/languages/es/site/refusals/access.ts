import type { AccessRefusalTexts } from '../../../site-texts.ts';

/** Rechazos al iniciar sesión. */
export const access: AccessRefusalTexts = {
  sign_in_refused:
    'No funcionó: el número de socio, la contraseña o el código no es correcto. Revíselos y vuelva a intentarlo.',
  sign_in_locked:
    'Hubo demasiados intentos fallidos. Espere hasta {until}. Mientras tanto puede iniciar sesión con una llave de acceso, desde su dispositivo habitual.',
  sign_in_closed:
    'Hubo demasiados intentos fallidos seguidos, así que desactivamos esta forma de iniciar sesión. Use una llave de acceso y elija otra contraseña, o llámenos.',
  passkey_refused:
    'No pudimos confirmar esta llave de acceso. Inténtelo una vez más; si vuelve a fallar, inicie sesión de otra forma.',
  passkey_not_added:
    'No agregamos esta llave de acceso: ya la tiene, o ya tiene veinte. Quite alguna que ya no use.',
  last_way_in:
    'Esta es su única forma de iniciar sesión. Primero agregue otra llave de acceso, o una contraseña con una aplicación de autenticación. Después podrá quitar esta.',
  step_over: 'Pasó demasiado tiempo o ya se había terminado. Empiece de nuevo.',
  code_refused:
    'Ese código no es correcto o ya se usó. Espere el siguiente en su aplicación, o escriba un código de recuperación.',
  activation_refused:
    'Este número de socio y este código de activación no coinciden, o el código ya se usó o tiene más de siete días. Revise los dos. Si son correctos, llámenos para obtener otro código.',
  password_too_short:
    'Esa contraseña es demasiado corta. Use al menos {min} caracteres. Lo mejor son varias palabras que solo usted juntaría.',
  password_too_long: 'Esa contraseña es demasiado larga. Use como máximo {max} caracteres.',
  password_too_common:
    'Esa contraseña es muy fácil de adivinar: se repite, es muy conocida, o usa su nombre, su número o el nuestro. Elija otra.',
  totp_refused:
    'Ese no es el código que su aplicación debería mostrar. Revise que su teléfono ajuste la hora automáticamente y escriba los seis dígitos que la aplicación muestra ahora.',
  totp_first:
    'Primero configure una aplicación de autenticación. Los códigos de recuperación la sustituyen si la pierde.',
  sign_on_away:
    'Ahora no podemos comunicarnos con {bank}. Inténtelo de nuevo en unos minutos, o inicie sesión de otra forma.',
  sign_on_declined: '{bank} no inició su sesión, o usted la canceló. Puede intentarlo de nuevo.',
  sign_on_not_valid:
    'No pudimos comprobar la respuesta de {bank}, así que no iniciamos su sesión. Empiece de nuevo. Si vuelve a pasar, llámenos.',
  sign_on_unknown:
    '{bank} inició su sesión, pero no tenemos un acceso en línea para esa cuenta. Inicie sesión de otra forma, o llámenos.',
  sign_on_weak:
    '{bank} inició su sesión, pero no con la seguridad que necesitamos. Vuelva a entrar allí con su segundo factor, o inicie sesión aquí de otra forma.',
  sign_on_locked:
    'Su servicio está bloqueado, así que nadie entra desde otro banco. Inicie sesión aquí con su llave de acceso o su contraseña para desbloquearlo, o llámenos.',
  sign_on_needed:
    'No ha iniciado sesión en {bank}. Inicie sesión allí y luego vuelva a abrir esta página.',
};
