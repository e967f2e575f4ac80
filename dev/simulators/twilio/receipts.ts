import { statusRanks } from '../../../src/channels/twilio/wire.ts';
import type { World } from '../../../src/kernel/world.ts';
import { deliver, type Delivering } from './deliver.ts';
import type { TwilioReceipt, TwilioState, TwilioText } from './state.ts';

/** `late`: the earliest receipt arrives last, as can happen on a network. */
export type ReceiptOrder = 'in_order' | 'late';

export interface Receipts {
  /** Call it when a text was sent: its receipts start from now. */
  follow(message: TwilioText, callback: string | undefined): void;
  /** Sends the due receipts. @returns how many */
  tell(order?: ReceiptOrder): Promise<number>;
}

/** Reports a text's progress: `sent`, then `delivered`, or `undelivered` with a code. */
export function createReceipts(context: {
  readonly world: World;
  readonly state: TwilioState;
  readonly accountSid: string;
  readonly delivering: Delivering;
  /** Codes with which the next texts fail. */
  readonly undelivered: number[];
  readonly changed: (message: TwilioText) => void;
  /** If absent, only when a test asks. */
  readonly receiptsAfterMilliseconds?: number;
}): Receipts {
  const { state, world } = context;
  const tell = async (order: ReceiptOrder = 'in_order'): Promise<number> => {
    const due = state.receipts.splice(0);
    for (const receipt of order === 'late' ? due.toReversed() : due) {
      const { message } = receipt;
      message.sentAt ??= world.clock.now();
      if (rankOf(receipt.status) > rankOf(message.status)) message.status = receipt.status;
      if (receipt.errorCode !== undefined) message.errorCode = receipt.errorCode;
      context.changed(message);
      await tellOne(context, receipt);
    }
    return due.length;
  };
  return {
    tell,
    follow: (message, callback) => {
      const errorCode = context.undelivered.shift();
      const last = errorCode === undefined ? 'delivered' : 'undelivered';
      state.receipts.push(
        { message, status: 'sent', errorCode: undefined, callback: callback ?? '' },
        { message, status: last, errorCode, callback: callback ?? '' },
      );
      const wait = context.receiptsAfterMilliseconds;
      // After the answer to the sender: a receipt for a text that nobody knows yet helps nobody.
      if (wait !== undefined) setTimeout(() => void tell(), wait).unref();
    },
  };
}

function rankOf(status: string): number {
  return statusRanks[status] ?? 0;
}

async function tellOne(
  { delivering, accountSid }: { readonly delivering: Delivering; readonly accountSid: string },
  { message, status, errorCode, callback }: TwilioReceipt,
): Promise<void> {
  if (callback === '') return;
  await deliver(delivering, {
    kind: 'status',
    url: callback,
    fields: {
      MessageSid: message.sid,
      SmsSid: message.sid,
      MessageStatus: status,
      SmsStatus: status,
      AccountSid: accountSid,
      From: message.from,
      To: message.to,
      ApiVersion: '2010-04-01',
      ...(message.messagingServiceSid === undefined
        ? {}
        : { MessagingServiceSid: message.messagingServiceSid }),
      ...(errorCode === undefined ? {} : { ErrorCode: String(errorCode) }),
    },
  });
}
