import type { ChannelName } from '../../kernel/vocabulary/channel.ts';
import type { ChannelWords } from '../../wording/locale.ts';

/** The names of each channel in English. */
export const channels: Readonly<Record<ChannelName, ChannelWords>> = {
  x: {
    name: 'X',
    by: 'X',
    address: 'this X account',
    elsewhere: { account: ['your X account', 'X'], lead: ['On X: ', 'X: '] },
    add: { title: 'X account', text: (handle) => `Message @${handle} on X.` },
  },
  sms: {
    name: 'Text messages',
    by: 'text message',
    address: 'this phone number',
    add: { title: 'Phone number', text: () => 'Text us from any phone.' },
  },
  app: {
    name: 'App',
    by: 'the app',
    address: 'this app',
  },
};
