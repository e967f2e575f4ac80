/** Signing in and the security page, in American English. `{…}` are places. */
export const signIn = {
  sign_in_title: 'Sign in to {portal}',
  sign_in_passkey: 'Sign in with a passkey',
  sign_in_passkey_hint:
    'All you need is your fingerprint, your face or your device’s PIN. There is nothing to remember or type, and no other site can ask for it.',
  sign_in_no_passkey:
    'Passkeys need JavaScript and a browser that supports them. Without them, sign in with your password and a code from your authenticator app.',
  sign_in_with_password: 'Sign in with a password',
  sign_in_from_bank: 'Continue from {bank}',
  sign_in_other: 'Sign in another way',
  sign_in_first_time: 'First time here?',
  sign_in_activate: 'Activate your account',
  sign_in_lost:
    'Lost your passkey, password or phone? Call us. Once we know it’s you, we’ll give you a new activation code.',
  done_signed_out: 'You are signed out. See you soon.',

  password_title: 'Sign in with a password',
  password_lead:
    'Start with your member number and password. Then enter the code from your authenticator app.',
  member_number: 'Member number',
  member_number_hint: 'It’s on your statements and your membership card.',
  password: 'Password',
  continue: 'Continue',
  passkey_instead: 'Use a passkey instead',

  code_title: 'Enter your code',
  code_lead: 'Your password is right. One more step.',
  code: 'Code',
  code_hint:
    'The six digits your authenticator app shows right now, or one of your recovery codes.',
  sign_in: 'Sign in',
  begin_again: 'Start over',

  activate_title: 'Activate your account',
  activate_lead:
    'We gave you an activation code when you asked for {portal}. It works once, within seven days.',
  activation_code: 'Activation code',
  activation_code_hint: 'Twelve letters and digits, such as K7QF-2M9X-WPA4. Dashes don’t matter.',
  activate_how_title: 'Welcome, {name}',
  activate_how_lead: 'One more step: choose how you will sign in.',
  activate_passkey_title: 'With a passkey',
  activate_passkey_text:
    'The safest and easiest way. Your device keeps a key just for {portal}, and you unlock it with your fingerprint, face or PIN. Nobody can guess it, and you can’t give it to a fake site by mistake.',
  activate_passkey: 'Create a passkey',
  passkey_name: 'What should we call it?',
  passkey_name_hint: 'A name you’ll recognize in the list, such as “My phone”.',
  activate_password_title: 'With a password and an authenticator app',
  activate_password_text:
    'For devices without passkeys. You need an app that shows six-digit codes, on your phone or in your password manager.',
  activate_password: 'Use a password instead',
  activate_password_lead:
    'Choose a password and connect an authenticator app. You will need both each time you sign in.',
  activate_finish: 'Activate',
  activate_until: 'You have until {time} to finish.',

  new_password: 'New password',
  new_password_hint:
    'At least {min} characters; spaces count. A few words that only you would put together work best. You don’t need symbols or capitals.',
  totp_scan: 'Scan this with your authenticator app',
  totp_qr: 'QR code that sets up your authenticator app',
  totp_type: 'Or type this key into the app:',
  totp_code: 'Code from the app',
  totp_code_hint: 'The six digits the app shows right now. They prove that it works.',

  verify_title: 'Please confirm that it’s you',
  verify_lead:
    'We ask once more before we do this. It protects you if someone finds your browser open.',
  verify_passkey: 'Confirm with a passkey',
  verify_no_passkey: 'Passkeys need JavaScript and a browser that supports them.',
  verify_password_title: 'Confirm with your password and a code',
  verify_other: 'You can sign out, and sign in again another way.',
  verify_none:
    'You have no passkey and no password here yet. Call us for an activation code, and create one.',
  confirm: 'Confirm',
  cancel: 'Cancel',

  passkey_cancelled: 'Nothing happened: it was canceled or took too long. You can try again.',
  passkey_known: 'This device already has a passkey for you.',
  passkey_failed:
    'Your device couldn’t do this. Try again, or use another device or another way to sign in.',

  codes_title: 'Your recovery codes',
  codes_lead:
    'If you lose your authenticator app, each of these replaces it once. Print them or write them down, and keep them with your important papers.',
  codes_once: 'We can only show them now.',
  codes_done: 'I saved them',

  security_title: 'Security',
  security_lead: 'How you sign in, and where you are signed in.',
  passkeys_title: 'Passkeys',
  passkeys_empty: 'No passkeys yet',
  passkeys_empty_text:
    'Add one: it makes signing in easier, and nobody can guess it or steal it remotely.',
  column_name: 'Name',
  column_created: 'Added',
  column_used: 'Last used',
  column_actions: 'Actions',
  never_used: 'Never',
  synced: 'On all your devices',
  rename: 'Rename',
  rename_what: 'Rename {name}',
  rename_title: 'Rename the passkey “{name}”',
  rename_field: 'New name',
  remove: 'Remove',
  remove_what: 'Remove {name}',
  passkey_add_title: 'Add a passkey',
  passkey_add: 'Add a passkey',
  passkey_add_no_script:
    'To add a passkey you need JavaScript and a browser that supports passkeys.',
  passkey_removed_hint:
    'Once you remove it here, it stops working. Your device may still show it, so delete it there too.',

  security_password_title: 'Password and authenticator app',
  password_none: 'You have no password. With a passkey you don’t need one.',
  password_since: 'Password set on {day}.',
  password_needs_totp:
    'You can’t sign in with your password yet: set up an authenticator app to go with it.',
  password_set: 'Set a password',
  password_change: 'Change password',
  password_change_lead:
    'When you save it, we sign out all your other browsers and let you know on your other channels.',
  password_save: 'Save password',
  totp_none: 'No authenticator app is set up.',
  totp_since: 'Authenticator app set up on {day}.',
  totp_set: 'Set up an authenticator app',
  totp_replace: 'Use another authenticator app',
  totp_title: 'Set up an authenticator app',
  totp_lead:
    'It shows a new code every 30 seconds, even offline. The app you had before stops working for {portal}.',
  totp_save: 'Set up the app',
  codes_left: 'Recovery codes left: {count}.',
  codes_new: 'Get new recovery codes',
  codes_new_hint: 'The ones you have now will stop working.',

  sessions_title: 'Where you are signed in',
  column_device: 'Browser',
  column_seen: 'Last active',
  column_since: 'Signed in',
  session_current: 'This browser',
  session_end: 'Sign out',
  session_end_what: 'Sign out {name}',
  sessions_end_others: 'Sign out all other browsers',
  sessions_hint:
    'For your security we sign you out after {idle} minutes of inactivity, and after {hours} hours in any case.',

  events_title: 'Recent activity',
  events_lead: 'See something you didn’t do? Sign out all other browsers and call us.',
  column_when: 'When',
  column_what: 'Activity',
  event_invited: 'We made an activation code for you',
  event_access_activated: 'Account activated',
  event_access_closed: 'Online access closed by our staff',
  event_signed_in: 'Signed in',
  event_sign_in_refused: 'Someone tried to sign in and failed',
  event_verified: 'You confirmed that it’s you',
  event_signed_out: 'Signed out',
  event_session_ended: 'One browser signed out',
  event_signed_out_everywhere: 'All other browsers signed out',
  event_passkey_added: 'Passkey added',
  event_passkey_renamed: 'Passkey renamed',
  event_passkey_removed: 'Passkey removed',
  event_password_changed: 'Password changed',
  event_totp_changed: 'Authenticator app changed',
  event_recovery_codes_made: 'New recovery codes made',
  event_recovery_used: 'Recovery code used',
  way_passkey: 'with a passkey',
  way_password: 'with password and code',
  way_password_recovery: 'with password and recovery code',
  way_activation: 'by activation',
  way_demonstration: 'with one click, in the demonstration',
  way_oidc: 'from another online bank',
  device_unknown: 'Unknown browser',

  done_passkey_added: 'Passkey added. We let you know on your other channels.',
  done_renamed: 'Name changed.',
  done_passkey_removed: 'Passkey removed. It no longer lets anyone in.',
  done_password: 'Password saved. All your other browsers are signed out.',
  done_totp: 'Your authenticator app is set up.',
  done_session_ended: 'That browser is signed out.',
  done_others_ended: 'All other browsers are signed out.',
  back_security: 'Back to Security',
};
