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
  case_takes_two:
    'Un crédito, una decisión o una corrección requieren dos personas: use su propio acto.',
  case_closed: 'La disputa {reference} está cerrada.',
  case_credited: 'La disputa {reference} ya tiene su crédito provisional.',
  case_decided: 'La disputa {reference} está decidida.',
  case_undecided: 'Primero decida la disputa {reference}.',
  case_uncredited: 'La disputa {reference} no tiene un crédito provisional que se pueda retirar.',
  case_amount_missing:
    'Diga qué cuenta recibe qué importe: la disputa {reference} no tiene crédito provisional.',
  case_credit_stands:
    'El crédito provisional de {reference} se mantiene. Un error no se puede decidir por menos.',
  letter_written: 'Esa carta de {reference} ya está escrita.',
  case_unknown: 'No hay ningún caso {reference}.',
  order_unknown: 'No hay ninguna transferencia {key} en otro sistema central.',
  order_under_way:
    'La transferencia {key} todavía va camino del sistema central: aún no se desconoce su resultado.',
  order_ended: 'La transferencia {key} ya terminó: su estado es {state}.',
  member_lifts_lock: '{reason}',
  account_id_malformed: 'Dé el identificador numérico de la cuenta de {channel}, que nunca cambia.',
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
  entry_is_reversal:
    'Ese movimiento anula otro. No se puede anular: registre lo correcto de nuevo.',
  entry_of_dispute: 'Ese movimiento es de una disputa. Use los actos de la disputa.',
  entry_unknown: 'La cuenta {suffix} no tiene ese movimiento.',
  entry_reversed: 'Este movimiento en {suffix} ya se anuló.',
  entry_corrected: 'Este movimiento en {suffix} ya se corrigió. Anule primero la corrección.',
  entry_not_correctable:
    'No se puede corregir a ese importe: tiene más de dos lados, o el importe es el mismo. Anúlelo en su lugar.',
  day_past: 'Indique un día a partir de hoy.',
  notice_unknown: 'No existe ese aviso.',
  notice_state: 'El aviso «{name}» ya está en el estado {state}.',
  notice_reaches_nobody: 'Nadie lo recibiría: no se puede llegar a ningún miembro de la selección.',
  notice_count_changed:
    'La selección llega ahora a {now} miembros; se aprobaron {before}. Cuente de nuevo y vuelva a pedirlo.',
  notice_text_missing:
    'Escriba también el texto en {language}: lo reciben los miembros que lo eligieron.',
  notice_text_long: 'El texto en {language} excede en {over} caracteres lo que admite {channel}.',
  notice_has_figure:
    'El texto en {language} contiene un importe, un porcentaje o un número largo: «{found}». Los avisos nunca dan cifras.',
  notice_has_secret:
    'El texto en {language} parece contener un código, una contraseña o un número de cuenta: «{found}».',
  notice_has_link:
    'El texto en {language} lleva a otro sitio: «{found}». Solo se permiten enlaces a nuestro propio sitio.',
  notice_has_place: 'El texto en {language} tiene un hueco que nadie completa: «{found}».',
  consent_address_unknown:
    'Nadie escribió desde allí y no es de ningún socio. Revise el número, el teléfono o el usuario.',
  conversation_unknown: 'No hay ninguna conversación así con un socio.',
  conversation_moved: 'El socio escribió otra vez. Léalo y luego cierre.',
  conversation_held: '{name} lleva esta conversación. Usted puede tomarla.',
  conversation_not_held: 'Nadie lleva esta conversación: no hay nada que devolver.',
  colleague_unknown: 'Nadie con ese nombre trabaja en la bandeja.',
  member_stopped: 'El socio envió STOP. No se puede enviar nada hasta que envíe START.',
  address_unreachable: 'Esta dirección no recibe mensajes ahora: está {state}.',
  message_unknown: 'No hay ningún mensaje así.',
  reply_empty: 'Primero escriba algo.',
  reply_too_long: 'Es demasiado largo. Escriba como mucho {most} caracteres.',
  reply_has_secret:
    'Esto parece un número de cuenta o de tarjeta, un PIN, una contraseña o un código. Ninguno puede ir en un mensaje.',
  reply_has_link: 'Los enlaces solo pueden llevar a nuestro sitio. Quite la otra dirección.',
  reply_has_place: 'Primero rellene los lugares entre {…}.',
  reply_id_used: 'Esta respuesta ya se envió en otra conversación. Escríbala de nuevo.',
  saved_reply_unknown: 'No hay ninguna respuesta guardada así, o es de otra persona.',
  search_empty: 'Diga qué buscar: palabras, un socio, un canal, un resultado o días.',
  search_unknown: 'No hay ninguna búsqueda suya así, o pasó su día. Busque de nuevo.',
  transfer_unknown:
    'No hay tal transferencia aquí. Indique el número del socio con el recibo, o la referencia.',
  proof_missing: 'No hay prueba de esto: {reason}.',
  period_wrong: 'Indique un primer y un último día, ninguno futuro, con 92 días como máximo.',
  period_too_large: 'Este período tiene más de {most} filas en {file}. Elija uno más corto.',
  export_unknown:
    'No hay tal archivo para usted: su plazo terminó o ya se descargó. Pídalo de nuevo.',
  month_open: 'Elija un mes que haya terminado. Su último día se cuenta la noche siguiente.',
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
  token_not_fresh: 'Un token no prueba que sea usted ahora. Hágalo en la consola.',
  too_many_tokens: 'Ya hay veinte tokens. Termine uno primero.',
  program_unknown: 'Aquí no hay un programa {program}, o ya terminó.',
  program_exists: 'Ya hay un programa {name}. Termínelo primero o elija otro nombre.',
  program_expired: '{name} venció. Añádalo otra vez: hacen falta dos personas.',
  webhook_unknown: 'Aquí no hay un webhook {webhook}, o ya terminó.',
  webhook_exists: 'Ya hay un webhook {name}. Termínelo primero o elija otro nombre.',
  webhook_url_refused:
    'Los avisos solo van a una dirección web segura con nombre, sin usuario ni fragmento.',
  scope_unknown: '{scope} no es un permiso para programas: solo leen.',
  scope_missing: 'Los permisos del programa no incluyen esta operación.',
  token_refused: 'El token no vale aquí: se terminó, venció o está mal escrito.',
  token_with_cookie: 'Envíe el token sin cookie.',
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
  single_sign_on_not_theirs:
    'Esta cuenta no tiene su dirección de correo, o allí nadie la ha verificado. Use su propia cuenta o pregunte a administración.',
  approval_asker_gone:
    '{name} ya no puede pedirlo: su acceso o su rol terminó desde entonces. Rechácelo.',
  draft_unknown: 'No existe ese borrador.',
  draft_ended: 'Este borrador ya está en vigor o se descartó. Cree otro.',
  draft_stale: 'Alguien cambió los ajustes después de crearse este borrador. Actualícelo primero.',
  draft_empty: 'No cambiaría nada.',
  draft_not_rehearsed:
    'Pruebe primero el borrador con los textos del último mes, hasta el final. Cada cambio exige otra prueba.',
  version_unknown: 'No hay una versión {version} que las reglas de hoy puedan leer.',
};
