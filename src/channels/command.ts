import type { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import type { Actor } from '../members/audit-log.ts';
import type { Institution } from '../members/institution.ts';
import type { carriers } from './configuration.ts';

/** A subcommand of `tmm` that a channel's folder provides. The command line parses the words and opens the data. */
export interface ChannelCommand<Verb extends string = string> {
  readonly name: string;
  /** Whether each verb changes something. Then it needs an actor and a reason. A verb may be several words. */
  readonly verbs: Readonly<Record<Verb, 'changes' | 'reads'>>;
  /** The default verb. */
  readonly standard: Verb;
  /** Its own options. */
  readonly options?: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
  /** The help of `tmm help NAME`, above the options that all subcommands share. */
  readonly help: string;
  /**
   * Checks the settings before any data are opened.
   * @returns a function that runs the verb and returns the exit status
   * @throws an error from `misused`
   */
  begin(verb: Verb, settings: CommandSettings): (given: CommandPorts) => Promise<number>;
}

export interface CommandSettings {
  readonly config: z.output<z.ZodObject<typeof carriers.shape>>;
  /** The service's public address, without a slash at its end. Absent: not set. */
  readonly publicUrl: string | undefined;
  /** The values of its own options. */
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  /** Makes the error for wrong use of the command line. */
  readonly misused: (sentence: string) => Error;
}

export interface CommandPorts {
  readonly db: Database;
  readonly institution: Institution;
  readonly keyring: Keyring;
  readonly world: World;
  /** Set for a verb that changes something. */
  readonly actor: Actor | undefined;
  readonly print: (line: string) => void;
  readonly printTable: (headings: readonly string[], rows: readonly (readonly string[])[]) => void;
}

/** A channel's subcommand in the overview. Its file is loaded on demand. */
export interface ChannelCommandEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<ChannelCommand>;
}
