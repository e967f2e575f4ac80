import { phoneChannels } from '../channels/descriptors.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';

/** The name of an address for staff: a phone number shows its last four digits, and no more. */
export function shownHandle(
  channel: ChannelName,
  handle: string | null | undefined,
): string | null {
  if (handle === null || handle === undefined || handle === '') return null;
  if (!phoneChannels.some((one) => one === channel)) return handle;
  const digits = handle.replace(/\D/g, '');
  return `••• ${digits.slice(-4)}`;
}
