import type { ChannelCommandEntry } from './command.ts';

/** The subcommands of `tmm` that channels bring. */
export const channelCommands: readonly ChannelCommandEntry[] = [
  {
    name: 'x',
    summary: 'join the institution’s X account, see how it stands, leave it',
    load: async () => (await import('./x/command.ts')).xCommand,
  },
];
