/** Refusals of signing in and all that belongs to it. `{…}` are places. */
export const access = {
  sign_in_refused:
    'That didn’t work: the member number, password or code is not right. Please check them and try again.',
  sign_in_locked:
    'Too many failed attempts. Please wait until {until}. Meanwhile you can sign in with a passkey, from the device you usually use.',
  sign_in_closed:
    'Too many failed attempts in a row, so we turned off this way to sign in. Sign in with a passkey and choose a new password, or call us.',
  passkey_refused:
    'We couldn’t confirm this passkey. Try once more; if it fails again, sign in another way.',
  passkey_not_added:
    'We didn’t add this passkey: you already have it, or you have twenty. Remove one you no longer use.',
  last_way_in:
    'This is your only way to sign in. First add another passkey, or a password with an authenticator app. Then you can remove this one.',
  step_over: 'This took too long or is already finished. Please start over.',
  code_refused:
    'That code is not right, or it was already used. Wait for the next one in your app, or enter a recovery code.',
  activation_refused:
    'This member number and activation code don’t match, or the code was used or is more than seven days old. Please check both. If they are right, call us for a new code.',
  password_too_short:
    'That password is too short. Use at least {min} characters. A few words that only you would put together work best.',
  password_too_long: 'That password is too long. Use at most {max} characters.',
  password_too_common:
    'That password is too easy to guess: it repeats itself, is well known, or uses your name, your number or ours. Please choose another.',
  totp_refused:
    'That’s not the code your app should show. Check that your phone sets its clock automatically, and enter the six digits the app shows now.',
  totp_first: 'Set up an authenticator app first. Recovery codes replace it if you lose it.',
  sign_on_away:
    'We can’t reach {bank} right now. Please try again in a few minutes, or sign in another way.',
  sign_on_declined: '{bank} didn’t sign you in, or you canceled. You can try again.',
  sign_on_not_valid:
    'We couldn’t check the answer of {bank}, so we didn’t sign you in. Please start over. If it happens again, call us.',
  sign_on_unknown:
    '{bank} signed you in, but we have no online access for that account. Sign in another way, or call us.',
  sign_on_weak:
    '{bank} signed you in, but not as safely as we need. Sign in there again with your second factor, or sign in here another way.',
  sign_on_locked:
    'Your service is locked, so nobody comes in from another bank. Sign in here with your passkey or password to unlock it, or call us.',
  sign_on_needed:
    'You are not signed in to {bank}. Please sign in there, and then open this page again.',
} as const;
