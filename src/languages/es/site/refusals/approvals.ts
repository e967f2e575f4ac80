import type { ApprovalsRefusalTexts } from '../../../site-texts.ts';

/** Refusals of approvals and devices. `{…}` are places. */
export const approvals: ApprovalsRefusalTexts = {
  approval_over: 'Esa transferencia ya está decidida. El resultado está en Aprobaciones.',
  approval_expired:
    'Esa transferencia no se aprobó a tiempo y no se movió nada. Si todavía la quiere, envíe el comando otra vez.',
  approval_changed:
    'Esta transferencia no es la que usted firmó y no se movió nada. Revísela otra vez.',
  approval_repeated:
    'Después de pedir esta transferencia se hizo otra igual, así que ahora no se movió nada. Apruébela otra vez solo si la quiere dos veces.',
  approval_gone:
    'Una de estas cuentas ya no está o tiene otro número, y no se movió nada. Envíe el comando otra vez.',
  approval_needs_passkey:
    'Las transferencias se aprueban con una llave de acceso. Agregue una antes en Seguridad.',
  push_service_unknown:
    'No podemos enviar notificaciones a este navegador porque no conocemos su servicio de notificaciones.',
  push_keys_malformed:
    'Las claves del navegador para las notificaciones están incompletas. Desactive las notificaciones y actívelas otra vez.',
};
