import type { World } from '../../../src/kernel/world.ts';

/** What the simulated Twilio knows. In memory. */
export interface TwilioState {
  /** Our numbers, and where Twilio delivers what comes in to each. */
  readonly numbers: Map<string, TwilioNumber>;
  /** The world's phones, by E.164. A phone that is not here is a mobile about which no carrier says anything. */
  readonly phones: Map<string, TwilioPhone>;
  /** In order of time. */
  readonly messages: TwilioText[];
  /** `sender>phone` of those who said STOP; a messaging service is one sender. */
  readonly optedOut: Set<string>;
  /** Receipts that are still to be told, oldest first. */
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

/** By whom a phone's STOP holds. */
export function senderKey(message: {
  readonly number: string;
  readonly messagingServiceSid: string | undefined;
  readonly phone: string;
}): string {
  return `${message.messagingServiceSid ?? message.number}>${message.phone}`;
}
