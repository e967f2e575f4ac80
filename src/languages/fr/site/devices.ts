import type { DevicesTexts } from '../../site-texts.ts';

/** The page of devices, and what a push says. `{…}` are places. */
export const devices: DevicesTexts = {
  push_message: 'Vous avez un nouveau message',
  push_approval: 'Quelque chose attend votre approbation',
  devices_title: 'Appareils',
  devices_lead:
    'Les appareils qui reçoivent des notifications et les navigateurs où votre session est ouverte. Une notification dit seulement que quelque chose attend.',
  devices_none: 'Aucun appareil',
  column_device: 'Appareil',
  column_seen: 'Dernière utilisation',
  column_push: 'Notifications',
  column_actions: 'Actions',
  device_current: 'Cet appareil',
  device_unknown: 'Navigateur inconnu',
  push_on: 'Activées',
  push_off: 'Désactivées',
  push_end: 'Désactiver les notifications',
  push_end_what: 'Désactiver les notifications sur {name}',
  sign_out: 'Se déconnecter',
  sign_out_what: 'Se déconnecter sur {name}',
  done_removed: 'Les notifications sont désactivées sur cet appareil.',
  done_signed_out: 'La session de cet appareil est fermée, et il ne reçoit plus de notifications.',
};
