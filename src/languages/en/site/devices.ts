/** The page of devices, and what a push says. `{…}` are places. */
export const devices = {
  push_message: 'You have a new message',
  push_approval: 'Something is waiting for your approval',
  devices_title: 'Devices',
  devices_lead:
    'Devices that get notifications, and browsers in which you are signed in. A notification says only that something is waiting.',
  devices_none: 'No devices',
  column_device: 'Device',
  column_seen: 'Last used',
  column_push: 'Notifications',
  column_actions: 'Actions',
  device_current: 'This device',
  device_unknown: 'Unknown browser',
  push_on: 'On',
  push_off: 'Off',
  push_end: 'Turn off notifications',
  push_end_what: 'Turn off notifications on {name}',
  sign_out: 'Sign out',
  sign_out_what: 'Sign out {name}',
  done_removed: 'Notifications are off for that device.',
  done_signed_out: 'That device is signed out and gets no more notifications.',
} as const;
