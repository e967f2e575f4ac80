-- Members come from another online bank: the step between leaving for its identity provider and coming back.
alter table sign_in_steps drop constraint sign_in_steps_kind_check;
alter table sign_in_steps add constraint sign_in_steps_kind_check check (kind in ('passkey_sign_in', 'passkey_addition',
  'passkey_verification', 'second_factor', 'activation', 'totp', 'approval', 'staff_sign_in', 'staff_passkey', 'staff_verification',
  'staff_activation', 'staff_single_sign_on', 'member_single_sign_on'));
