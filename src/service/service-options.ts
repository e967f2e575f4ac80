import type { AlarmWays } from '../alarms/tell-staff.ts';
import type { ChannelOptions } from '../channels/installed.ts';
import type { Database } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { Logger } from '../kernel/logger.ts';
import type { World } from '../kernel/world.ts';
import type { ObservedMetrics } from '../observe/metrics.ts';
import type { PostPush } from '../push/post-push.ts';
import type { Adapters } from './books.ts';
import type { ThreadData } from './thread/protocol.ts';

export interface PortalSettings {
  /** The address of the site of the institution without one of its own. */
  readonly publicUrl: string;
  /** Short name of that institution. Absent means the only one. */
  readonly institution?: string | undefined;
  /** How many proxies stand before the service. */
  readonly proxies: number;
  /** One-click sign-in: on the loopback alone. */
  readonly demonstration?: boolean;
  /** The client secrets of institutions' sign-on, by short name. */
  readonly oidcSecrets?: ReadonlyMap<string, string> | undefined;
}

export interface ConsoleSettings extends Omit<PortalSettings, 'publicUrl'> {
  /** The address of the console of the institution without a `consoleUrl` of its own. */
  readonly consoleUrl?: string | undefined;
  /** The client secrets of institutions' single sign-on, by short name. */
  readonly oidcSecrets?: ReadonlyMap<string, string> | undefined;
}

export interface ServiceOptions extends ChannelOptions {
  readonly db: Database;
  readonly world: World;
  readonly keyring: Keyring;
  readonly logger: Logger;
  readonly metrics: ObservedMetrics;
  readonly batchMax?: number;
  /**
   * Gives the conversation its own thread and connections. If absent, it runs with the rest, on
   * `db`.
   */
  readonly thread?: Omit<ThreadData, 'batchMax'> | undefined;
  /** Connections for the conversation alone, where it has no thread. If absent, it uses `db`. */
  readonly messagesDb?: Database | undefined;
  /** Adapters for other cores, by the name in an institution's setting `core`. */
  readonly adapters?: Adapters | undefined;
  /** How pushes to members’ devices leave. If absent, by https. */
  readonly push?: PostPush | undefined;
  /** If absent, the service handles messages only, without a site. */
  readonly portal?: PortalSettings | undefined;
  /** How alarms reach staff. If absent, they don’t leave. */
  readonly alarms?: AlarmWays | undefined;
  /** If absent, the service has no staff console. */
  readonly console?: ConsoleSettings | undefined;
}
