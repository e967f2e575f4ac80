import type { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import type { Actor } from '../members/audit-log.ts';
import type { Institution } from '../members/institution.ts';
import type { carriers } from './configuration.ts';

/** A subcommand of `tmm` that a channel's folder brings. The command line reads the words and opens the data. */
export interface ChannelCommand<Verb extends string = string> {
  readonly name: string;
  /** By verb, whether it changes something: then it says who does it and why. */
  readonly verbs: Readonly<Record<Verb, 'changes' | 'reads'>>;
  /** What is done where no verb is given. */
  readonly standard: Verb;
  /** What `tmm help NAME` prints before the options that all subcommands share. */
  readonly help: string;
  /**
   * Checks the settings, before any data are opened.
   * @returns what carries the verb out and gives the exit status
   * @throws what `misused` makes of a sentence
   */
  begin(verb: Verb, settings: CommandSettings): (given: CommandPorts) => Promise<number>;
}

export interface CommandSettings {
  readonly config: z.output<z.ZodObject<typeof carriers.shape>>;
  /** Where the world reaches the service, without a slash at its end; absent: not set. */
  readonly publicUrl: string | undefined;
  /** Says how the command line was used wrongly. */
  readonly misused: (sentence: string) => Error;
}

export interface CommandPorts {
  readonly db: Database;
  readonly institution: Institution;
  readonly keyring: Keyring;
  readonly world: World;
  /** Of a verb that changes something. */
  readonly actor: Actor | undefined;
  readonly print: (line: string) => void;
  readonly printTable: (headings: readonly string[], rows: readonly (readonly string[])[]) => void;
}

/** A channel's subcommand in the overview. Its file is read when it is asked for. */
export interface ChannelCommandEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<ChannelCommand>;
}
