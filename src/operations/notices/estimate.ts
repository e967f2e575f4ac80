import { descriptors } from '../../channels/descriptors.ts';
import { channelNames, type ChannelName } from '../../kernel/vocabulary/channel.ts';
import type { ChannelTraits } from '../../messages/channel.ts';
import { allowedForAlerts } from '../../messages/sending/budget.ts';
import { sentAs } from '../../messages/sent-as.ts';
import type { Counted } from '../../notices/many/chosen.ts';
import type { EstimatedPart, NoticeEstimate, NoticeTexts } from '../../notices/many/notice.ts';
import type { StaffContext } from '../request-context.ts';

/** So many unknown numbers are shown. */
const unknownShown = 20;

/** The channels on which the institution writes to members. */
export function noticeChannels({ ports }: Pick<StaffContext, 'ports'>): readonly ChannelName[] {
  return ports?.channels ?? channelNames;
}

/** A channel’s price and limits with this institution’s carrier. */
export function traitsFor(
  { ports }: Pick<StaffContext, 'ports'>,
  channel: ChannelName,
): ChannelTraits {
  return ports?.traits?.[channel] ?? descriptors[channel];
}

/** Says what a notice costs and how long it takes at least, from the count and the texts. Pure. */
export function estimateOf(
  request: Pick<StaffContext, 'ports'>,
  given: {
    readonly counted: Counted;
    readonly texts: NoticeTexts;
    readonly perMinute: number;
  },
): NoticeEstimate {
  const { counted, texts, perMinute } = given;
  const parts = counted.parts.map(({ channel, language, recipients }): EstimatedPart => {
    const traits = traitsFor(request, channel);
    const units = sentAs(texts[language] ?? '', traits).segments ?? 1;
    const microdollars = recipients * units * traits.costMicrodollarsPerUnit;
    return { channel, language, recipients, units, microdollars };
  });
  const byChannel = Map.groupBy(parts, ({ channel }) => channel);
  const minutes = [...byChannel].map(([channel, own]) =>
    minutesOf(
      traitsFor(request, channel),
      own.reduce((sum, { recipients }) => sum + recipients, 0),
      perMinute,
    ),
  );
  return {
    recipients: parts.reduce((sum, { recipients }) => sum + recipients, 0),
    parts,
    unreached: counted.unreached,
    unknown: counted.unknown.slice(0, unknownShown),
    unknownCount: counted.unknown.length,
    minutes: Math.max(0, ...minutes),
  };
}

/** Replies and alerts of members leave first, so it may take longer. */
function minutesOf({ budget = [] }: ChannelTraits, recipients: number, perMinute: number): number {
  const paces = budget
    .filter(({ scope }) => scope === 'institution')
    .map(
      ({ sends, seconds }) => (Math.max(1, Math.floor(sends * allowedForAlerts)) * 60) / seconds,
    );
  return Math.ceil(recipients / Math.min(perMinute, ...paces));
}

/** Millionths of a dollar as people read them. */
export function dollarsOf(microdollars: number): string {
  return (microdollars / 1_000_000).toLocaleString('en-US', { style: 'currency', currency: 'USD' });
}
