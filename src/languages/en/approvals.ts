import type { ApprovalTexts } from '../../wording/locale.ts';

/** What is said of transfers that wait for the member's approval, in English. */
export const approvalTexts: ApprovalTexts = {
  'transfer_not_made.declined': [
    'You declined your transfer of {amount}, {from} to {to}, so nothing moved. Not you who asked for it? Send LOCK, or call {phone}.',
    'You declined {amount}, {from_suffix} to {to_suffix}, so nothing moved. Not you who asked for it? Send LOCK, or call {phone}.',
  ],
  'transfer_not_made.expired': [
    'Your transfer of {amount}, {from} to {to}, was not approved in time, so nothing moved. If you still want it, send it again.',
    'Your transfer of {amount}, {from_suffix} to {to_suffix}, was not approved in time, so nothing moved. If you still want it, send it again.',
  ],
  'transfer_not_made.limits': [
    'Your transfer of {amount}, {from} to {to}, is more than you can move today, so nothing moved. Questions? Call {phone}.',
    'Your transfer of {amount}, {from_suffix} to {to_suffix}, is more than you can move today, so nothing moved. Questions? Call {phone}.',
  ],
  'transfer_not_made.locked': [
    'Your transfer of {amount}, {from} to {to}, was not made: transfers are locked. To unlock them, sign in to {portal} first.',
    'Your transfer of {amount}, {from_suffix} to {to_suffix}, was not made: transfers are locked. To unlock them, sign in to {portal} first.',
  ],
  approval_asked: [
    'Nothing moved yet. To move {amount} from {from} to {to}, approve it with your passkey in {portal} by {until}. To cancel, reply NO.',
    'Nothing moved yet. To move {amount} from {from} to {to}, approve it in {portal} by {until}. To cancel, reply NO.',
    'Nothing moved yet. To move {amount} from {from_suffix} to {to_suffix}, approve it in {portal} by {until}, or reply NO.',
  ],
  'approval_asked.again': [
    'That transfer is already waiting; nothing moved yet. Approve {amount} from {from} to {to} in {portal} by {until}, or reply NO.',
    'Already waiting; nothing moved yet. Approve {amount} from {from_suffix} to {to_suffix} in {portal} by {until}, or reply NO.',
  ],
  'declined.waits': [
    'All right, that one is canceled. {amount} from {from} to {to} still waits for your approval in {portal} by {until}. To cancel it too, reply NO.',
    'All right, that one is canceled. {amount} from {from_suffix} to {to_suffix} still waits for your approval by {until}. To cancel it, reply NO.',
  ],
};
