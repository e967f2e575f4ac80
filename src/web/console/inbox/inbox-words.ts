import { descriptors } from '../../../channels/descriptors.ts';
import type { ConsoleInboxTexts } from '../../../languages/console-texts.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf, type Say } from '../../../languages/say.ts';
import { isOpen } from '../../../members/office-hours.ts';
import type { ThreadMessage } from '../../../operations/inbox/read-conversation.ts';
import type { ConsoleRequest, SignedInRequest } from '../frame/console-env.ts';
import type { Tone } from '../ui/chip.ts';

export type InboxSay = Say<keyof ConsoleInboxTexts>;

/** What the inbox says in the person's language. */
export function inboxSay({ language }: Pick<ConsoleRequest, 'language'>): InboxSay {
  return sayOf(packs[language].console.inbox);
}

/** Whether people are there now, with the hours. */
export function hoursLine({ institution, language, world }: SignedInRequest): {
  readonly isOpen: boolean;
  readonly text: string;
} {
  const { settings, zone } = institution;
  const open = isOpen(settings, zone, world.clock.now());
  const say = inboxSay({ language });
  const hours = settings.hours[language];
  return { isOpen: open, text: say(open ? 'open_now' : 'closed_now', { hours }) };
}

export function channelTitle(channel: keyof typeof descriptors): string {
  return descriptors[channel].title;
}

type StatusKey = Extract<keyof ConsoleInboxTexts, `status_${string}`>;

/** How far a message is, in words. */
export function statusText(say: InboxSay, { status }: Pick<ThreadMessage, 'status'>): string {
  const key = `status_${status}`;
  return isStatusKey(key) ? say(key) : status;
}

function isStatusKey(key: string): key is StatusKey {
  return key.startsWith('status_') && Object.hasOwn(packs.en.console.inbox, key);
}

export function statusTone(status: string): Tone {
  if (status === 'delivered') return 'good';
  if (status === 'failed' || status === 'expired' || status === 'stopped') return 'bad';
  return status === 'errored' || status === 'unknown' ? 'mind' : 'plain';
}
