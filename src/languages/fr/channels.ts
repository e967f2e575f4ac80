import type { ChannelName } from '../../kernel/vocabulary/channel.ts';
import type { ChannelWords } from '../../wording/locale.ts';

/** The names of each channel in French. */
export const channels: Readonly<Record<ChannelName, ChannelWords>> = {
  x: {
    name: 'X',
    by: 'X',
    address: 'ce compte X',
    elsewhere: { account: ['votre compte X', 'X'], lead: ['Sur X : ', 'X : '] },
    add: { title: 'Compte X', text: (handle) => `Écrivez à @${handle} sur X.` },
  },
  sms: {
    name: 'Textos',
    by: 'texto',
    address: 'ce numéro',
    add: {
      title: 'Numéro de téléphone',
      text: () => 'Écrivez-nous par texto, de n’importe quel téléphone.',
    },
  },
  app: {
    name: 'Appli',
    by: 'l’appli',
    address: 'cette application',
  },
};
