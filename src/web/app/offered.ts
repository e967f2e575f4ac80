import { addPasskey } from '../../operations/access/add-passkey.ts';
import { beginPasskeyAddition } from '../../operations/access/begin-passkey-addition.ts';
import { beginPasskeySignIn } from '../../operations/access/begin-passkey-sign-in.ts';
import { beginVerification } from '../../operations/access/begin-verification.ts';
import { finishPasskeySignIn } from '../../operations/access/finish-passkey-sign-in.ts';
import { finishPasswordSignIn } from '../../operations/access/finish-password-sign-in.ts';
import { readAccess } from '../../operations/access/read-access.ts';
import { readSession } from '../../operations/access/read-session.ts';
import { signInWithPassword } from '../../operations/access/sign-in-with-password.ts';
import { signOut } from '../../operations/access/sign-out.ts';
import { verifyWithPasskey } from '../../operations/access/verify-with-passkey.ts';
import { verifyWithPassword } from '../../operations/access/verify-with-password.ts';
import { listAlerts } from '../../operations/alerts/list-alerts.ts';
import { removeAlert } from '../../operations/alerts/remove-alert.ts';
import { setAlert } from '../../operations/alerts/set-alert.ts';
import { setQuiet } from '../../operations/alerts/set-quiet.ts';
import { listAppMessages } from '../../operations/app/list-messages.ts';
import { markAppMessagesRead } from '../../operations/app/mark-read.ts';
import { openAppAddress } from '../../operations/app/open-address.ts';
import { readAppAddress } from '../../operations/app/read-address.ts';
import { sendAppMessage } from '../../operations/app/send-message.ts';
import { approveTransfer } from '../../operations/approvals/approve-transfer.ts';
import { beginApproval } from '../../operations/approvals/begin-approval.ts';
import { declineApproval } from '../../operations/approvals/decline-approval.ts';
import { listApprovals } from '../../operations/approvals/list-approvals.ts';
import { addDevice } from '../../operations/devices/add-device.ts';
import { listDevices } from '../../operations/devices/list-devices.ts';
import { readPushKey } from '../../operations/devices/read-push-key.ts';
import { removeDevice } from '../../operations/devices/remove-device.ts';
import { signOutDevice } from '../../operations/devices/sign-out-device.ts';
import { changeCode } from '../../operations/messages/change-code.ts';
import { listAddresses } from '../../operations/messages/list-addresses.ts';
import { listCommands } from '../../operations/messages/list-commands.ts';
import { setAddressRights } from '../../operations/messages/set-address-rights.ts';
import { showCode } from '../../operations/messages/show-code.ts';
import { listHistory } from '../../operations/shares/list-history.ts';
import { searchEntries } from '../../operations/shares/search-entries.ts';
import { listHolds } from '../../operations/shares/list-holds.ts';
import { listShares } from '../../operations/shares/list-shares.ts';
import { makeTransfer } from '../../operations/shares/make-transfer.ts';
import { reviewTransfer } from '../../operations/shares/review-transfer.ts';

/**
 * The operations that the app calls, by the name under which it calls them. Its client reads their
 * types here, and the shell gives it their methods and paths.
 */
export const offered = {
  readSession,
  readAccess,
  signOut,
  beginPasskeySignIn,
  finishPasskeySignIn,
  signInWithPassword,
  finishPasswordSignIn,
  beginVerification,
  verifyWithPasskey,
  verifyWithPassword,
  beginPasskeyAddition,
  addPasskey,
  listShares,
  listHistory,
  listHolds,
  searchEntries,
  reviewTransfer,
  makeTransfer,
  readAppAddress,
  listAddresses,
  setAddressRights,
  openAppAddress,
  listAppMessages,
  sendAppMessage,
  markAppMessagesRead,
  listCommands,
  showCode,
  changeCode,
  readPushKey,
  listDevices,
  addDevice,
  removeDevice,
  signOutDevice,
  listAlerts,
  setAlert,
  removeAlert,
  setQuiet,
  listApprovals,
  beginApproval,
  approveTransfer,
  declineApproval,
};

export type Offered = typeof offered;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant
export const offeredNames = Object.keys(offered) as (keyof Offered)[];
