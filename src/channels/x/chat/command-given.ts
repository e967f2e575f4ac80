import type { CommandPorts, CommandSettings } from '../../command.ts';
import type { XOptions } from '../account.ts';

/** The options of `tmm x chat`. Secrets come in files: an argument shows in the list of processes. */
export const chatOptions = {
  file: { type: 'string' },
  'passphrase-file': { type: 'string' },
  'pin-file': { type: 'string' },
  handle: { type: 'string' },
  name: { type: 'string' },
  from: { type: 'string' },
  replace: { type: 'boolean' },
  'cut-off-other-devices': { type: 'boolean' },
} as const;

export type ChatOption = keyof typeof chatOptions;

export interface ChatCommandSettings extends Pick<CommandSettings, 'values' | 'misused'> {
  readonly app: XOptions;
  readonly bearer: string;
}

export interface ChatCommandGiven extends CommandPorts, ChatCommandSettings {
  /** The value of an option. @throws an error from `misused` without it */
  readonly text: (name: ChatOption) => string;
}
