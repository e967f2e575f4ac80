import type { CommonRefusalTexts } from '../../../site-texts.ts';

/** Rechazos de cualquier operación. */
export const common: CommonRefusalTexts = {
  input_invalid: 'Falta algún dato o no es válido. Corrija los campos marcados.',
  sign_in_first: 'Primero inicie sesión.',
  verify_first: 'Antes de hacer esto, confirme que es usted.',
  cross_site: 'Esta solicitud vino de otro sitio, así que no la realizamos.',
  not_found: 'No lo encontramos, o no es suyo.',
  books_away:
    'Ahora no podemos consultar sus cuentas; no se hizo nada. Intente de nuevo en unos minutos.',
  too_large: 'Es más de lo que podemos procesar de una vez.',
  not_json: 'Envíe JSON, con el tipo application/json.',
  json_malformed: 'El cuerpo de la solicitud no es un objeto JSON.',
  method_unknown: 'Aquí no se permite este método. La cabecera Allow indica los que puede usar.',
  too_many: 'Demasiados intentos. Espere un momento y vuelva a probar.',
  failed:
    'Algo salió mal de nuestro lado. Revise sus cuentas antes de volver a intentarlo. Si nos llama, denos este número: {id}.',
  unavailable:
    'No podemos hacerlo en este momento; no se cambió nada. Vuelva a intentarlo en unos minutos.',
};
