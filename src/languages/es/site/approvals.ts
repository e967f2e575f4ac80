import type { ApprovalsTexts } from '../../site-texts.ts';

/** The page of transfers that wait for approval. `{…}` are places. */
export const approvals: ApprovalsTexts = {
  approvals_title: 'Aprobaciones',
  approvals_lead:
    'Transferencias que usted pidió por mensaje y que necesitan su llave de acceso. No se mueve nada hasta que las apruebe.',
  approvals_none: 'No hay nada en espera',
  approvals_none_text:
    'Cuando una transferencia por mensaje necesite su aprobación, aparecerá aquí.',
  asked: 'La pidió por {channel}, {when}',
  expires: 'Espera hasta las {time}',
  from: 'De',
  to: 'A',
  approve: 'Aprobar {amount}',
  approve_again: 'Aprobar otra vez: {amount}',
  approve_without:
    'Este navegador no puede usar llaves de acceso aquí. Abra esta página en otro que pueda, o rechace.',
  decline: 'Rechazar',
  decline_hint: '¿No la pidió usted? Rechácela y luego bloquee el servicio.',
  ended_title: 'En las últimas 24 horas',
  column_transfer: 'Transferencia',
  column_asked: 'Pedida',
  column_state: 'Resultado',
  transfer: '{amount} de {from} a {to}',
  state_waiting: 'En espera',
  state_ordered: 'En proceso',
  state_posted: 'Hecha',
  state_declined: 'Rechazada por usted',
  state_withdrawn: 'Cancelada por mensaje',
  state_expired: 'No aprobada a tiempo',
  state_refused: 'No se pudo hacer',
  done_approved: 'Aprobada. El dinero ya se movió, o se mueve cuando los libros lo confirmen.',
  done_declined: 'Rechazada. No se movió nada.',
};
