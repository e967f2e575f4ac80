import type { ChannelName } from '../../kernel/vocabulary/channel.ts';
import type { ChannelWords } from '../../wording/locale.ts';

/** The names of each channel in Spanish. */
export const channels: Readonly<Record<ChannelName, ChannelWords>> = {
  x: {
    name: 'X',
    by: 'X',
    address: 'esta cuenta de X',
    elsewhere: { account: ['su cuenta de X', 'X'], lead: ['En X: ', 'X: '] },
    add: { title: 'Cuenta de X', text: (handle) => `Escriba a @${handle} en X.` },
  },
  sms: {
    name: 'Mensajes de texto',
    by: 'mensaje de texto',
    address: 'este número',
    add: {
      title: 'Número de teléfono',
      text: () => 'Escríbanos por mensaje de texto desde cualquier teléfono.',
    },
  },
  app: {
    name: 'Aplicación',
    by: 'la aplicación',
    address: 'esta aplicación',
  },
};
