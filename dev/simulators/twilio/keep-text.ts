import { septets } from '../../../src/kernel/gsm7.ts';
import type { World } from '../../../src/kernel/world.ts';
import type { Feed } from '../feed.ts';
import type { TwilioDelivery } from './deliver.ts';
import type { TwilioState, TwilioText } from './state.ts';

export type TwilioFeedEvent =
  | { readonly kind: 'message'; readonly message: TwilioText }
  | { readonly kind: 'receipt'; readonly message: TwilioText }
  | { readonly kind: 'delivery'; readonly delivery: TwilioDelivery };

export type NewText = Pick<
  TwilioText,
  'from' | 'to' | 'text' | 'direction' | 'messagingServiceSid'
>;

/** Keeps a sent or received text, and calls the listeners of both phones. */
export function keepText(
  {
    state,
    world,
    feed,
  }: {
    readonly state: TwilioState;
    readonly world: World;
    readonly feed: Feed<TwilioFeedEvent, TwilioDelivery>;
  },
  text: NewText,
): TwilioText {
  const kept: TwilioText = {
    ...text,
    sid: state.nextSid(),
    createdAt: world.clock.now(),
    segments: segmentsOf(text.text),
    status: text.direction === 'inbound' ? 'received' : 'queued',
  };
  if (kept.direction !== 'outbound-api') kept.sentAt = kept.createdAt;
  state.messages.push(kept);
  feed.tell([kept.from, kept.to], { kind: 'message', message: kept });
  return kept;
}

/** Counts segments as Twilio bills them. */
function segmentsOf(text: string): number {
  const units = septets(text);
  if (units === undefined) return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
  return units <= 160 ? 1 : Math.ceil(units / 153);
}
