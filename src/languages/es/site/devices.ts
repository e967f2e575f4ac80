import type { DevicesTexts } from '../../site-texts.ts';

/** The page of devices, and what a push says. `{…}` are places. */
export const devices: DevicesTexts = {
  push_message: 'Tiene un mensaje nuevo',
  push_approval: 'Algo espera su aprobación',
  devices_title: 'Dispositivos',
  devices_lead:
    'Dispositivos que reciben notificaciones y navegadores en los que tiene una sesión iniciada. Una notificación solo dice que algo espera.',
  devices_none: 'Ningún dispositivo',
  column_device: 'Dispositivo',
  column_seen: 'Último uso',
  column_push: 'Notificaciones',
  column_actions: 'Acciones',
  device_current: 'Este dispositivo',
  device_unknown: 'Navegador desconocido',
  push_on: 'Activadas',
  push_off: 'Desactivadas',
  push_end: 'Desactivar notificaciones',
  push_end_what: 'Desactivar notificaciones en {name}',
  sign_out: 'Cerrar sesión',
  sign_out_what: 'Cerrar sesión en {name}',
  done_removed: 'Las notificaciones están desactivadas en ese dispositivo.',
  done_signed_out: 'Se cerró la sesión en ese dispositivo, que ya no recibe notificaciones.',
};
