import { activateWithPasskey } from './activate-with-passkey.ts';
import { activateWithPassword } from './activate-with-password.ts';
import { addPasskey } from './add-passkey.ts';
import { beginActivationPasskey } from './begin-activation-passkey.ts';
import { beginActivation } from './begin-activation.ts';
import { beginPasskeyAddition } from './begin-passkey-addition.ts';
import { beginPasskeySignIn } from './begin-passkey-sign-in.ts';
import { beginVerification } from './begin-verification.ts';
import { confirmTotp } from './confirm-totp.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { endSession } from './end-session.ts';
import { finishPasskeySignIn } from './finish-passkey-sign-in.ts';
import { finishPasswordSignIn } from './finish-password-sign-in.ts';
import { listPasskeys } from './list-passkeys.ts';
import { listSecurityEvents } from './list-security-events.ts';
import { listSessions } from './list-sessions.ts';
import { newRecoveryCodes } from './new-recovery-codes.ts';
import { readAccess } from './read-access.ts';
import { readActivation } from './read-activation.ts';
import { readSession } from './read-session.ts';
import { readTotpSetup } from './read-totp-setup.ts';
import { removePasskey } from './remove-passkey.ts';
import { renamePasskey } from './rename-passkey.ts';
import { setPassword } from './set-password.ts';
import { setUpTotp } from './set-up-totp.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { signOut } from './sign-out.ts';
import { verifyWithPasskey } from './verify-with-passkey.ts';
import { verifyWithPassword } from './verify-with-password.ts';

/** All operations about signing in. */
export const accessOperations = [
  beginActivation,
  readActivation,
  beginActivationPasskey,
  activateWithPasskey,
  activateWithPassword,
  beginPasskeySignIn,
  finishPasskeySignIn,
  signInWithPassword,
  finishPasswordSignIn,
  signOut,
  readSession,
  beginVerification,
  verifyWithPasskey,
  verifyWithPassword,
  readAccess,
  listSessions,
  endSession,
  endOtherSessions,
  listPasskeys,
  beginPasskeyAddition,
  addPasskey,
  renamePasskey,
  removePasskey,
  setPassword,
  setUpTotp,
  readTotpSetup,
  confirmTotp,
  newRecoveryCodes,
  listSecurityEvents,
];
