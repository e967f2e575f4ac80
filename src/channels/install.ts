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
import type { RawWebhook } from '../messages/raw-webhook.ts';

/** What a channel's folder gets from the service when it is installed. */
export interface InstallPorts {
  readonly db: Database;
  readonly keyring: Keyring;
  readonly world: World;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly institutions: {
    /** With their settings, a few seconds old at most. */
    all(): Promise<readonly Institution[]>;
    /** As last seen, at once. */
    seen(): readonly Institution[];
  };
  /**
   * Finds by host where a carrier delivers to, as configured, and for whom alone; `undefined` where nothing of ours is served.
   * @param publicUrl where it delivers to for institutions without an address of their own
   */
  placesAt(publicUrl: string): {
    at(host: string | undefined): Promise<DeliveryPlace | undefined>;
  };
  /** Whether a text asks this institution to send no more messages. */
  optsOut(text: string, institution: Institution): boolean;
}

export interface DeliveryPlace {
  readonly publicUrl: string;
  /** The institution for which alone it is; absent: for all. */
  readonly only?: number | undefined;
}

/** What a channel's folder gives to the service when it is installed. */
export interface InstalledChannel {
  readonly name: ChannelName;
  /** The institution's channel, where the institution and this installation are set up for it. */
  channelOf(institution: Institution): Channel | undefined;
  /** Whom the platform knows, where an account proves an address. */
  accountsOf?(institution: Institution): AccountDirectory | undefined;
  /** What a carrier knows of numbers, where one can be asked. */
  readonly phones?: PhoneDirectory;
  /** Takes what comes in from now on, and hands it on to the inbox. */
  receive(inbox: Inbox): Receiving;
}

export interface Receiving {
  readonly webhooks: readonly InstalledWebhook[];
  readonly jobs: readonly ChannelJob[];
  /** Reads now what the webhooks may have lost. @returns how many messages were handed on */
  poll?(): Promise<number>;
}

export interface InstalledWebhook {
  /** The carrier's name in the security log. */
  readonly name: string;
  /** Where it is mounted, such as `/carrier`. */
  readonly path: string;
  readonly app: Hono;
  /** The same without the web app's objects, for the path alone. */
  readonly raw?: RawWebhook;
}

/** What a channel does every minute, such as reading what its webhooks may have lost. */
export interface ChannelJob {
  readonly name: string;
  run(): Promise<unknown>;
}
