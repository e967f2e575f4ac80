import type { ChannelCommandEntry } from './command.ts';

/** The subcommands of `tmm` that channels provide. */
export const channelCommands: readonly ChannelCommandEntry[] = [
  {
    name: 'x',
    summary: 'connect the institution’s X account, show its status, or disconnect it',
    load: async () => (await import('./x/command.ts')).xCommand,
  },
];
