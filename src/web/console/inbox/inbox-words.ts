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

/** How long somebody waits since then, in its largest unit: `8 minutes`, `2 days`. */
export function waitText(
  { language, world }: Pick<ConsoleRequest, 'language' | 'world'>,
  since: string,
): string {
  const minutes = Math.max(
    0,
    Math.floor(Temporal.Instant.from(since).until(world.clock.now()).total('minutes')),
  );
  const [unit, value] =
    minutes < 60
      ? (['minute', minutes] as const)
      : minutes < 2880
        ? (['hour', Math.floor(minutes / 60)] as const)
        : (['day', Math.floor(minutes / 1440)] as const);
  return new Intl.NumberFormat(packs[language].intl, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).format(value);
}
