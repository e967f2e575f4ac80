import type { AgreementTexts } from '../../site-texts.ts';

/** En español, como se escribe en los Estados Unidos. */
export const agreements: AgreementTexts = {
  agree_title: 'Antes de empezar',
  agree_regulation_e:
    'He leído la información sobre transferencias electrónicas y estoy de acuerdo.',
  agree_regulation_e_title: 'Información sobre transferencias electrónicas',
  agree_regulation_e_text:
    'Puede pasar dinero entre sus propias cuentas por mensaje, hasta sus límites y los nuestros. No tiene costo. Si ve una transferencia que no hizo, o pierde su teléfono o su cuenta de X, avísenos enseguida: {phone}, o DISPUTA o BLOQUEAR por mensaje. Si nos avisa en 2 días hábiles no pierde más de $50; si es después, hasta $500. Avise de un error en los 60 días del estado de cuenta que lo muestra, o lo que se pierda después puede no devolverse. Investigamos en 10 días hábiles; si necesitamos hasta 45, mientras tanto le acreditamos provisionalmente. Si no completamos bien una transferencia, respondemos por sus pérdidas, salvo que le faltaran fondos o fuera por causas fuera de nuestro control. Cada transferencia tiene su recibo en el mensaje y aparece en su estado de cuenta. {business_days} Hablamos a otros de sus cuentas solo para completar transferencias, si la ley lo exige o con su permiso.',
  agree_esign: 'Acepto recibir esta información y la siguiente por medios electrónicos.',
  agree_esign_title: 'Entrega electrónica',
  agree_esign_text:
    'Recibe la información y los avisos aquí, en {portal}, en vez de en papel. Necesita un navegador que muestre esta página y pueda imprimirla o guardarla. Puede pedir papel sin costo, o retirar este acuerdo, en cualquier momento en el {phone}; entonces termina el servicio por mensaje. Mantenga aquí sus datos al día.',
  agree_sms_terms: 'Acepto los mensajes de texto en estas condiciones.',
  agree_sms_terms_title: 'Condiciones de los mensajes de texto',
  agree_sms_terms_text:
    '{service} responde cuando usted escribe y le avisa de cambios en su servicio: la frecuencia de los mensajes varía. Pueden aplicarse tarifas de mensajes y datos. Envíe STOP para terminar, AYUDA para recibir ayuda, o llame al {phone}. Un mensaje de texto demuestra mal quién es usted: un número se puede robar. Por eso los códigos, los límites y los bloqueos se cambian solo aquí, y le recomendamos una llave de acceso para ingresar.',
  app_terms:
    '{service} le responde aquí cuando usted escribe y le avisa sobre sus cuentas y los cambios en su servicio. No tiene costo. Envíe STOP aquí para dejar de recibir estos mensajes, START para recibirlos de nuevo, HELP para obtener ayuda, o llame al {phone}.',
  agree_passkey: 'Crear una llave de acceso',
};
