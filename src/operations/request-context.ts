import type { Session } from '../access/session.ts';
import type { Database } from '../database/database.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Metrics } from '../kernel/metrics.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { SecurityLog } from '../kernel/security-log.ts';
import type { World } from '../kernel/world.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { Institution } from '../members/institution.ts';
import type { Member } from '../members/member.ts';
import type { Core } from '../shares/core.ts';
import type { Ports } from './ports.ts';
import type { Cookies } from './cookies.ts';

/** What the pages and the API work with; `house` fills it. */
export interface WebDependencies {
  readonly db: Database;
  readonly core: Core;
  readonly keyring: Keyring;
  readonly world: World;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly security: SecurityLog;
  /**
   * Whose site is served under a host, as it stands, and where members reach it; cached for a moment.
   * @returns `undefined` where none is
   */
  readonly siteAt: (
    host: string | undefined,
  ) => Promise<{ readonly institution: Institution; readonly publicUrl: string } | undefined>;
  /** What the institution may reach of the world outside. */
  readonly portsOf: (institution: Institution) => Ports;
  /** Where members reach this site, such as `https://bank.example`: passkeys and links belong to it. */
  readonly publicUrl: string;
  /** Called after each commit that queued a message to send. */
  queued(): void;
}

/** On whose behalf an operation runs, and with what. */
export interface RequestContext extends Omit<WebDependencies, 'siteAt' | 'portsOf'> {
  readonly institution: Institution;
  readonly ports: Ports;
  /** In which refusals and texts are told. */
  readonly language: Language;
  /** The visitor's network address, for rate limits: never stored as it is. */
  readonly from: string;
  /** What the browser calls itself, cut to 200 characters; shown in the list of sessions. */
  readonly device: string;
  /** What the browser keeps for us: the tokens, which no answer's body ever bears. */
  readonly cookies: Cookies;
  /** Absent: a stranger. */
  readonly session?: Session;
}

/** An request of somebody who is signed in. */
export interface MemberContext extends RequestContext {
  readonly session: Session;
  readonly member: Member;
}

/** Whether somebody is signed in. */
export function isMembers(request: RequestContext): request is MemberContext {
  return 'member' in request;
}
