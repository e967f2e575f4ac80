import type { Inbox } from '../../messages/channel.ts';
import type { InstalledChannel, InstallPorts, Receiving } from '../install.ts';
import { pollX, xChannelOf, xDirectoryOf, type XOptions } from './account.ts';
import { withChat } from './chat/both-kinds.ts';
import { type ChatInbox, createChatInbox } from './chat/chat-inbox.ts';
import { createXChats } from './chat/install.ts';
import { duePolls, replayLost } from './lost.ts';
import { createXDeliveries, createXWebhook } from './webhook.ts';

/** Installs X: its accounts, its webhook, and the jobs that read what the webhook may have lost. */
export function installX(x: XOptions | undefined, ports: InstallPorts): InstalledChannel {
  const given = { ...ports, x };
  const chats = createXChats(given);
  let received: Inbox | undefined;
  return {
    name: 'x',
    channelOf: (institution) => {
      const dm = xChannelOf(given, institution);
      if (!dm) return undefined;
      const chat = async () => chats.accounts.of(institution);
      return withChat(dm, {
        chat,
        isOn: chats.accounts.wasOn(institution.id),
        inbox: () => received,
        db: ports.db,
        clock: ports.world.clock,
      });
    },
    accountsOf: (institution) => {
      const directory = xDirectoryOf(given, institution);
      const own = institution.settings.x;
      const encryptedAccount = chats.accounts.wasOn(institution.id) ? (own?.bot ?? own) : undefined;
      return directory && { ...directory, encryptedAccount };
    },
    encryptionOf: async (institution) => chats.stateOf(institution),
    assertWorks: async () => chats.assertWorks(),
    receive: (inbox) => {
      received = inbox;
      return receive(given, createChatInbox(chats.context, chats.accounts, inbox), inbox);
    },
  };
}

type Given = InstallPorts & { readonly x: XOptions | undefined };

function receive(given: Given, chat: ChatInbox, inbox: Inbox): Receiving {
  const { x, institutions, world, logger, metrics } = given;
  const openedAt = world.clock.now();
  const onX = async () => (await institutions.all()).filter(({ settings }) => settings.x);
  return {
    webhooks: x
      ? [
          webhookOf({
            secrets: x.secrets,
            bankOf: (userId) =>
              institutions
                .seen()
                .find(
                  ({ settings: { x: own } }) =>
                    own?.userId === userId || own?.bot?.userId === userId,
                )?.id,
            banks: () =>
              institutions.seen().flatMap(({ id, settings }) => (settings.x ? [id] : [])),
            inbox,
            chat,
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
      {
        name: 'chats',
        run: async () => chat.poll(await onX()),
      },
    ],
    poll: async () => {
      const polled = await pollX(given, { institutions: await institutions.all(), inbox });
      return polled + (await chat.poll(await onX()));
    },
  };
}

function webhookOf(options: Parameters<typeof createXDeliveries>[0]) {
  const raw = createXDeliveries(options);
  return { name: 'x', path: '/x/webhook', app: createXWebhook(options, raw), raw };
}
