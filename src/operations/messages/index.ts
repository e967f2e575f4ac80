import { phoneEnrollments } from './begin-phone-enrollment.ts';
import { accountEnrollments } from './begin-account-enrollment.ts';
import { cancelEnrollment } from './cancel-enrollment.ts';
import { changeCode } from './change-code.ts';
import { checkMessage } from './check-message.ts';
import { finishPhoneEnrollment } from './finish-phone-enrollment.ts';
import { listAddresses } from './list-addresses.ts';
import { listAnswers } from './list-answers.ts';
import { listCommands } from './list-commands.ts';
import { listMessages } from './list-messages.ts';
import { lockService } from './lock-service.ts';
import { pauseAddress } from './pause-address.ts';
import { readEnrollment } from './read-enrollment.ts';
import { readLimits } from './read-limits.ts';
import { removeAddress } from './remove-address.ts';
import { resumeAddress } from './resume-address.ts';
import { setAddressRights } from './set-address-rights.ts';
import { setTimeZone } from './set-time-zone.ts';
import { showCode } from './show-code.ts';
import { tryText } from './try-text.ts';
import { unlockMoney } from './unlock-money.ts';
import { unlockService } from './unlock-service.ts';

/** All operations about the message service. */
export const messagesOperations = [
  listAddresses,
  ...Object.values(accountEnrollments),
  ...Object.values(phoneEnrollments),
  readEnrollment,
  finishPhoneEnrollment,
  cancelEnrollment,
  setAddressRights,
  pauseAddress,
  resumeAddress,
  removeAddress,
  unlockMoney,
  showCode,
  changeCode,
  checkMessage,
  listCommands,
  listAnswers,
  tryText,
  listMessages,
  readLimits,
  setTimeZone,
  lockService,
  unlockService,
];
