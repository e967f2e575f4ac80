import type { Inbox } from '../../messages/channel.ts';
import type { InstalledChannel, InstallPorts, Receiving } from '../install.ts';
import { pollX, xChannelOf, xDirectoryOf, type XOptions } from './account.ts';
import { duePolls, replayLost } from './lost.ts';
import { createXDeliveries, createXWebhook } from './webhook.ts';

/** Installs X: its accounts, its webhook, and the jobs that read what the webhook may have lost. */
export function installX(x: XOptions | undefined, ports: InstallPorts): InstalledChannel {
  const given = { ...ports, x };
  return {
    name: 'x',
    channelOf: (institution) => xChannelOf(given, institution),
    accountsOf: (institution) => xDirectoryOf(given, institution),
    receive: (inbox) => receive(x, ports, inbox),
  };
}

function receive(x: XOptions | undefined, ports: InstallPorts, inbox: Inbox): Receiving {
  const { institutions, world, logger, metrics } = ports;
  const given = { ...ports, x };
  const openedAt = world.clock.now();
  return {
    webhooks: x
      ? [
          webhookOf({
            secrets: x.secrets,
            bankOf: (userId) =>
              institutions.seen().find(({ settings }) => settings.x?.userId === userId)?.id,
            banks: () =>
              institutions.seen().flatMap(({ id, settings }) => (settings.x ? [id] : [])),
            inbox,
            logger,
            metrics,
            clock: world.clock,
          }),
        ]
      : [],
    jobs: [
      {
        name: 'replay',
        run: async () => replayLost(given, { institutions: await institutions.all(), openedAt }),
      },
      {
        name: 'polling',
        run: async () =>
          pollX(given, { ...(await duePolls(given, await institutions.all())), inbox }),
      },
    ],
    poll: async () => pollX(given, { institutions: await institutions.all(), inbox }),
  };
}

function webhookOf(options: Parameters<typeof createXDeliveries>[0]) {
  const raw = createXDeliveries(options);
  return { name: 'x', path: '/x/webhook', app: createXWebhook(options, raw), raw };
}
