import type { ApprovalTexts } from '../../wording/locale.ts';

/** What is said of transfers that wait for the member's approval, in Spanish. */
export const approvalTexts: ApprovalTexts = {
  'transfer_not_made.declined': [
    'Rechazó su transferencia de {amount}, {from} a {to}, y no se movió nada. ¿No la pidió usted? Envíe BLOQUEAR o llame al {phone}.',
    'Rechazó {amount}, {from_suffix} a {to_suffix}, y no se movió nada. ¿No la pidió usted? Envíe BLOQUEAR o llame al {phone}.',
  ],
  'transfer_not_made.expired': [
    'Su transferencia de {amount}, {from} a {to}, no se aprobó a tiempo y no se movió nada. Si todavía la quiere, envíela otra vez.',
    'Su transferencia de {amount}, {from_suffix} a {to_suffix}, no se aprobó a tiempo y no se movió nada. Si todavía la quiere, envíela otra vez.',
  ],
  'transfer_not_made.limits': [
    'Su transferencia de {amount}, {from} a {to}, supera lo que puede pasar hoy y no se movió nada. ¿Dudas? Llame al {phone}.',
    'Su transferencia de {amount}, {from_suffix} a {to_suffix}, supera lo que puede pasar hoy y no se movió nada. ¿Dudas? Llame al {phone}.',
  ],
  'transfer_not_made.locked': [
    'Su transferencia de {amount}, {from} a {to}, no se hizo: las transferencias están bloqueadas. Para desbloquearlas, ingrese a {portal}, en línea.',
    'Su transferencia de {amount}, {from_suffix} a {to_suffix}, no se hizo: están bloqueadas. Para desbloquearlas, ingrese a {portal}, en línea.',
  ],
  approval_asked: [
    'Aún no se ha movido nada. Para pasar {amount} de {from} a {to}, apruébelo con su llave de acceso en {portal} antes de {until}. Para cancelar, responda NO.',
    'Aún no se ha movido nada. Para pasar {amount} de {from} a {to}, apruébelo en {portal} antes de {until}. Para cancelar, responda NO.',
    'Aún no se ha movido nada. Para pasar {amount} de {from_suffix} a {to_suffix}, apruébelo en {portal} antes de {until}, o responda NO.',
  ],
  'approval_asked.again': [
    'Esa transferencia ya espera; aún no se ha movido nada. Apruebe {amount} de {from} a {to} en {portal} antes de {until}, o responda NO.',
    'Ya espera; aún no se ha movido nada. Apruebe {amount} de {from_suffix} a {to_suffix} en {portal} antes de {until}, o responda NO.',
  ],
  'declined.waits': [
    'De acuerdo: eso queda cancelado. {amount} de {from} a {to} sigue en espera de que lo apruebe en {portal} antes de {until}. Para cancelarlo, responda NO.',
    'Eso queda cancelado. {amount} de {from_suffix} a {to_suffix} sigue en espera; apruébelo antes de {until} o responda NO.',
  ],
};
