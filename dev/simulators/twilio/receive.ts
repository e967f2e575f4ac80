import { deliver, type Delivering } from './deliver.ts';
import type { NewText } from './keep-text.ts';
import { keepsOptOuts, optOutAct, type SimulatedOptOut } from './opt-out.ts';
import { senderKey, type TwilioState, type TwilioText } from './state.ts';

/**
 * Takes a text from a phone. Handles STOP, START and HELP as configured, and delivers it to its
 * number's webhook.
 */
export async function receive(
  given: {
    readonly state: TwilioState;
    readonly delivering: Delivering;
    readonly accountSid: string;
    readonly keep: (text: NewText) => TwilioText;
    readonly handling: SimulatedOptOut;
  },
  { from, to, text }: { readonly from: string; readonly to: string; readonly text: string },
): Promise<TwilioText> {
  const { state, delivering, accountSid, keep, handling } = given;
  const ours = state.numbers.get(to);
  const messagingServiceSid = ours?.messagingServiceSid;
  const received = keep({ from, to, text, direction: 'inbound', messagingServiceSid });
  if (!ours) return received;
  const key = senderKey({ number: to, messagingServiceSid, phone: from });
  const act = optOutAct(text, { handling, isOptedOut: state.optedOut.has(key), number: to });
  if (act?.act === 'stop') state.optedOut.add(key);
  // It no longer blocks phones that it had blocked before the setting changed.
  if (act?.act === 'start' || !keepsOptOuts(handling, to)) state.optedOut.delete(key);
  if (act)
    keep({
      from: to,
      to: from,
      text: act.answer,
      direction: 'outbound-reply',
      messagingServiceSid,
    });
  await deliver(delivering, {
    kind: 'inbound',
    url: ours.inboundUrl,
    fields: {
      ...inboundFields(received, accountSid),
      ...(act && handling === 'advanced' ? { OptOutType: act.act.toUpperCase() } : {}),
    },
  });
  return received;
}

function inboundFields(message: TwilioText, accountSid: string): Record<string, string> {
  return {
    ToCountry: 'US',
    ToState: 'MO',
    SmsMessageSid: message.sid,
    NumMedia: '0',
    ToCity: '',
    FromZip: '',
    SmsSid: message.sid,
    FromState: 'MO',
    SmsStatus: 'received',
    FromCity: '',
    Body: message.text,
    FromCountry: 'US',
    To: message.to,
    ToZip: '',
    NumSegments: String(message.segments),
    MessageSid: message.sid,
    AccountSid: accountSid,
    From: message.from,
    ApiVersion: '2010-04-01',
    ...(message.messagingServiceSid === undefined
      ? {}
      : { MessagingServiceSid: message.messagingServiceSid }),
  };
}
