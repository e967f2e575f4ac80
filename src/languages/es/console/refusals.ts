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
  limit_not_raised:
    'Un aumento sube un límite y no baja ninguno. Baje un límite por separado: basta una persona.',
  limit_not_lowered: 'Esto no baja ningún límite, o sube alguno. Subirlo requiere otra persona.',
  books_elsewhere: 'Otro sistema ({core}) lleva los libros de esta cooperativa. Regístrelo allí.',
  amount_invalid: 'Indique un importe mayor que cero, como 25.00.',
  funds_short:
    'La cuenta {suffix} no tiene ese saldo disponible. Nada de lo que se registra aquí deja una cuenta por debajo de su límite.',
  account_closed: 'La cuenta {suffix} está cerrada.',
  loan_not_here: 'Un préstamo no admite aquí retenciones ni comisiones.',
  key_used: 'Este formulario ya se usó para otra cosa. Abra la página de nuevo.',
  hold_unknown: 'La cuenta {suffix} no tiene esa retención.',
  hold_ended: 'Esta retención en {suffix} ya terminó.',
  entry_unknown: 'La cuenta {suffix} no tiene ese movimiento.',
  entry_reversed: 'Este movimiento en {suffix} ya se anuló.',
  entry_corrected: 'Este movimiento en {suffix} ya se corrigió. Anule primero la corrección.',
  entry_not_correctable:
    'No se puede corregir a ese importe: tiene más de dos lados, o el importe es el mismo. Anúlelo en su lugar.',
  day_past: 'Indique un día a partir de hoy.',
  consent_address_unknown:
    'Nadie escribió desde allí y no es de ningún socio. Revise el número, el teléfono o el usuario.',
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
};
