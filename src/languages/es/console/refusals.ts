import type { StaffRefusalTexts } from '../../console-texts.ts';

export const refusals: StaffRefusalTexts = {
  members_only: 'Solo un socio puede hacer esto, con su propia sesión.',
  role_missing: 'Su función no permite esto. Hace falta una de estas: {roles}.',
  why_missing: 'Diga por qué lo hace: queda en el registro de auditoría.',
  member_unknown: 'No hay ningún socio {number}.',
  address_unknown: 'El socio {number} no tiene ninguna dirección en {channel}.',
  address_unclear:
    'Diga a qué dirección del socio {number} en {channel} se refiere, por su nombre: {handles}.',
  share_unknown: 'El socio {number} no tiene la cuenta {suffix}. Tiene {suffixes}.',
  task_unknown: 'No hay ninguna tarea {reference}.',
  case_unknown: 'No hay ningún caso {reference}.',
  order_unknown: 'No hay ninguna transferencia {key} en otro sistema central.',
  order_under_way:
    'La transferencia {key} todavía va camino del sistema central: aún no se desconoce su resultado.',
  order_ended: 'La transferencia {key} ya terminó: su estado es {state}.',
  member_lifts_lock: '{reason}',
  account_id_malformed: 'Dé el identificador numérico de la cuenta de {channel}, que nunca cambia.',
  own_code_refused: 'El código no se cambió: {reason}.',
  case_source_unclear: 'Dé solo una tarea, o un socio: la tarea ya tiene su socio y su hora.',
  work_invalid: '{reason}',
  nothing_given: 'Dé al menos un ajuste, el nombre o la zona horaria.',
  command_unknown:
    'No hay ningún comando «{command}» al que se pueda añadir una palabra. Use su nombre, por ejemplo balance.',
  word_unusable: 'Esta palabra no se puede añadir: {reason}.',
  texts_unusable: 'Estos textos no se pueden usar. {reason}',
  institution_invalid: '{reason}',
  address_taken: '{reason}',
  address_not_proven: '{reason}',
  keys_missing:
    'Los códigos y las direcciones están cifrados, y aquí no hay ninguna clave. Ponga TMM_MASTER_KEYS como la tiene `tmm serve`.',
  waits_for_approval:
    'Una segunda persona debe aprobarlo. Espera en Aprobaciones como {reference}.',
  approval_unknown: 'No hay ningún {reference} en Aprobaciones.',
  approval_ended: '{reference} ya no espera: {state}.',
  approval_own: 'Usted mismo lo pidió. Debe decidir otra persona.',
  approval_not_yours: 'Lo pidió {name}. Solo esa persona puede retirarlo; usted puede rechazarlo.',
  approval_needs_person:
    'Solo puede decidir una persona del personal: entre en la consola o use su token.',
  approval_stale:
    'Algo ha cambiado desde que se pidió. Revíselo, rechace {reference} y pídalo de nuevo.',
  staff_unknown: 'Nadie del personal es {person}.',
  staff_email_taken: 'Alguien del personal ya tiene la dirección {email}.',
  staff_ended: '{name} ya no actúa aquí. Invite de nuevo a esta persona si regresa.',
  staff_not_invited:
    '{name} ya inició sesión antes. Si perdió su llave de acceso, termine el acceso e invite de nuevo a esta persona.',
  staff_not_active: '{name} todavía no ha iniciado sesión.',
  last_administrator:
    '{name} es la última persona con el rol de administración. Dé antes ese rol a otra.',
  identity_missing:
    'Solo una persona del personal puede hacerlo: inicie sesión en la consola o use un token del personal.',
  link_and_code_apart:
    'El enlace y el código de {name} deben venir de dos personas, y usted hizo el otro.',
  token_own_only:
    'Cada persona crea sus propios tokens, con la sesión iniciada en la consola, bajo su nombre.',
  too_many_tokens: 'Ya hay veinte tokens. Termine uno primero.',
  invitation_refused:
    'El código no corresponde a este enlace. Tras cinco códigos erróneos, o tres días, pida otros nuevos.',
  staff_sign_in_refused: 'Esa llave de acceso no sirve aquí. Use otra o pregunte a administración.',
  single_sign_on_away:
    'Ahora no se puede contactar con su inicio de sesión único. Inténtelo en unos minutos o use una llave de acceso.',
  single_sign_on_declined: 'Su inicio de sesión único dijo que no, o usted lo canceló.',
  single_sign_on_not_valid:
    'La respuesta de su inicio de sesión único no es válida o llegó tarde. Inténtelo de nuevo.',
  single_sign_on_unknown:
    'Su inicio de sesión único le conoce, pero nadie aquí le ha invitado con esta dirección. Pregunte a administración.',
  single_sign_on_no_role:
    'Su inicio de sesión único no le da ningún rol para esta consola. Pregunte a quien lo gestiona.',
  single_sign_on_taken:
    'Esta cuenta de su inicio de sesión único ya pertenece a alguien del personal.',
  approval_asker_gone:
    '{name} ya no puede pedirlo: su acceso o su rol terminó desde entonces. Rechácelo.',
};
