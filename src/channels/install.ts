import type { Hono } from 'hono';
import type { Database } from '../database/database.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Metrics } from '../kernel/metrics.ts';
import type { World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import type { Channel, Inbox } from '../messages/channel.ts';
import type { AccountDirectory, PhoneDirectory } from '../messages/directory.ts';
import type { EncryptionState } from '../messages/encryption-state.ts';
import type { RawWebhook } from '../messages/raw-webhook.ts';

/** What the service gives a channel when it installs it. */
export interface InstallPorts {
  readonly db: Database;
  readonly keyring: Keyring;
  readonly world: World;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly institutions: {
    /** With their settings, at most a few seconds old. */
    all(): Promise<readonly Institution[]>;
    /** The last known state, without waiting. */
    seen(): readonly Institution[];
  };
  /**
   * Finds, by host, where a carrier delivers, as configured, and for which institution only. `undefined`: nothing of ours is there.
   * @param publicUrl where it delivers for institutions without an address of their own
   */
  placesAt(publicUrl: string): {
    at(host: string | undefined): Promise<DeliveryPlace | undefined>;
  };
  /** Whether a text tells this institution to stop messages. */
  optsOut(text: string, institution: Institution): boolean;
}

export interface DeliveryPlace {
  readonly publicUrl: string;
  /** The only institution that it serves. Absent: all. */
  readonly only?: number | undefined;
}

/** What an installed channel provides to the service. */
export interface InstalledChannel {
  readonly name: ChannelName;
  /** The institution's channel, if the institution and this installation are set up for it. */
  channelOf(institution: Institution): Channel | undefined;
  /** The platform's accounts, if an account proves an address. */
  accountsOf?(institution: Institution): AccountDirectory | undefined;
  /** The carrier's data about numbers, if a carrier can be asked. */
  readonly phones?: PhoneDirectory;
  /** Reads what staff see of its encryption, where the institution has keys there. */
  encryptionOf?(institution: Institution): Promise<EncryptionState | undefined>;
  /** Tests what the channel stands on, before anything is served. @throws Fault that says what to do */
  assertWorks?(): Promise<void>;
  /** Starts receiving, and passes messages to the inbox. */
  receive(inbox: Inbox): Receiving;
}

export interface Receiving {
  readonly webhooks: readonly InstalledWebhook[];
  readonly jobs: readonly ChannelJob[];
  /** Reads now what the webhooks may have lost. @returns how many messages were passed on */
  poll?(): Promise<number>;
}

export interface InstalledWebhook {
  /** The carrier's name in the security log. */
  readonly name: string;
  /** The path where it is mounted, such as `/carrier`. */
  readonly path: string;
  readonly app: Hono;
  /** The same without the web framework's objects, for this path only. */
  readonly raw?: RawWebhook;
}

/** A channel's work every minute, such as reading what its webhooks may have lost. */
export interface ChannelJob {
  readonly name: string;
  run(): Promise<unknown>;
}
