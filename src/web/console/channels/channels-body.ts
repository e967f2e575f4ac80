import type { z } from 'zod';
import { descriptors } from '../../../channels/descriptors.ts';
import type { ConsoleChannelTexts } from '../../../languages/console-texts.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf, type Say } from '../../../languages/say.ts';
import type { readChannels, ShownEncryption } from '../../../operations/today/read-channels.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { card } from '../ui/card.ts';
import { chip } from '../ui/chip.ts';
import { facts } from '../ui/facts.ts';
import { fromNow } from '../ui/moment.ts';
import { table } from '../ui/table.ts';

type Listed = z.output<(typeof readChannels)['output']>['channels'];

/** Each channel; of an encrypted one its keys, what waits for staff, and its use. */
export function channelsBody(request: SignedInRequest, channels: Listed): Html {
  const say = sayOf(packs[request.language].console.channels);
  return html`<header class="page-head">
      <h1>${say('title')}</h1>
      <p class="lead">${say('lead')}</p>
    </header>
    ${channels.length === 0 ? html`<p>${say('none')}</p>` : nothing}
    ${channels.map(({ channel, encryption }) =>
      card({
        title: descriptors[channel].title,
        body: encryption
          ? encrypted({ request, say }, encryption)
          : html`<p class="hint">${say('no_keys')}</p>`,
      }),
    )}`;
}

interface Given {
  readonly request: SignedInRequest;
  readonly say: Say<keyof ConsoleChannelTexts>;
}

function encrypted(given: Given, encryption: ShownEncryption): Html {
  return html`<p class="hint">${given.say('encrypted')}</p>
    ${keysTable(given, encryption)} ${standing(given, encryption)}`;
}

function keysTable({ request, say }: Given, { keys }: ShownEncryption): Html {
  const registered = ({ isRegistered }: ShownEncryption['keys'][number]) =>
    isRegistered === null
      ? chip(say('not_asked'), 'mind')
      : chip(say(isRegistered ? 'yes' : 'no'), isRegistered ? 'good' : 'plain');
  return table({
    caption: say('keys'),
    columns: (['fingerprint', 'version', 'made', 'registered'] as const).map((name) => ({
      head: say(name),
    })),
    rows: keys.map((one) => ({
      cells: [
        html`<code>${one.fingerprint}</code>`,
        one.version ?? say('unconfirmed_version'),
        fromNow(request, one.madeAt),
        registered(one),
      ],
    })),
    empty: html`<p>${say('no_keys')}</p>`,
  });
}

/** What waits for staff, and what the month has cost so far. */
function standing({ request, say }: Given, encryption: ShownEncryption): Html {
  const { keys, foreignKeys, requestsWait, peers, unconfirmed, unverified, month } = encryption;
  const { intl } = packs[request.language];
  const number = (count: number) => count.toLocaleString(intl);
  const toned = (count: number) => (count === 0 ? number(count) : chip(number(count), 'mind'));
  const cost = month.received * month.receivedMicrodollars + month.sent * month.sentMicrodollars;
  const newest = keys.find(({ version }) => version !== null);
  return html`${newest?.isRegistered === false ? html`<p>${chip(say('not_ours'), 'bad')}</p>` : nothing}
  ${facts([
    [say('foreign'), foreignKeys === null ? say('not_asked') : toned(foreignKeys)],
    [say('requests'), requestsState(say, requestsWait)],
    [say('unverified'), toned(unverified)],
    [say('changed'), number(peers.changed)],
    [say('unconfirmed'), toned(unconfirmed)],
    [say('refused'), number(peers.refused)],
    [say('people'), number(peers.all)],
    [
      say('month'),
      say('month_use', {
        received: number(month.received),
        sent: number(month.sent),
        cost: (cost / 1_000_000).toLocaleString(intl, { style: 'currency', currency: 'USD' }),
      }),
    ],
  ])}`;
}

function requestsState(
  say: Given['say'],
  requestsWait: ShownEncryption['requestsWait'],
): string | Html {
  if (requestsWait === null) return say('not_asked');
  return requestsWait ? chip(say('requests_wait'), 'mind') : say('requests_none');
}
