import type { World } from '../../../src/kernel/world.ts';

/** The simulated Twilio's state, in memory. */
export interface TwilioState {
  /** Our numbers, and the webhook of each. */
  readonly numbers: Map<string, TwilioNumber>;
  /** The world's phones, by E.164. Any other phone is a mobile without carrier facts. */
  readonly phones: Map<string, TwilioPhone>;
  /** In order of time. */
  readonly messages: TwilioText[];
  /** `sender>phone` for each phone that said STOP. A messaging service is one sender. */
  readonly optedOut: Set<string>;
  /** Receipts not yet sent, oldest first. */
  readonly receipts: TwilioReceipt[];
  nextSid(): string;
}

export interface TwilioNumber {
  readonly number: string;
  readonly inboundUrl: string;
  readonly messagingServiceSid: string | undefined;
}

export interface TwilioPhone {
  readonly number: string;
  readonly lineType: string;
  readonly simChangedAt?: Temporal.Instant;
  /** `null`: no data. */
  readonly reassigned?: boolean | null;
}

export interface TwilioText {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly direction: 'inbound' | 'outbound-api' | 'outbound-reply';
  readonly createdAt: Temporal.Instant;
  readonly messagingServiceSid: string | undefined;
  readonly segments: number;
  status: string;
  sentAt?: Temporal.Instant;
  errorCode?: number;
}

export interface TwilioReceipt {
  readonly message: TwilioText;
  readonly status: string;
  readonly errorCode: number | undefined;
  readonly callback: string;
}

/** Sids as long as Twilio's own. */
export function createState(world: World): TwilioState {
  return {
    numbers: new Map(),
    phones: new Map(),
    messages: [],
    optedOut: new Set(),
    receipts: [],
    nextSid: () => `SM${Buffer.from(world.random.bytes(16)).toString('hex')}`,
  };
}

/** The sender for which a phone's STOP counts. */
export function senderKey(message: {
  readonly number: string;
  readonly messagingServiceSid: string | undefined;
  readonly phone: string;
}): string {
  return `${message.messagingServiceSid ?? message.number}>${message.phone}`;
}
