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
import type { Core } from '../core/core.ts';
import type {
  DevicePrincipal,
  MemberPrincipal,
  Principal,
  ProgramPrincipal,
  StaffPrincipal,
} from './principal.ts';
import type { Ports } from './ports.ts';
import type { Cookies } from './cookies.ts';

/** What the pages and the API work with; `service` fills it. */
export interface WebDependencies {
  readonly db: Database;
  /** Where an institution's books are. */
  readonly coreOf: (institution: Institution) => Core;
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
  /** Called after each commit that left an order to a core elsewhere. */
  ordered?(): void;
}

/** What every operation runs with, on behalf of members and staff alike. */
export interface OperationContext extends Pick<
  WebDependencies,
  'db' | 'world' | 'logger' | 'metrics' | 'security' | 'queued'
> {
  readonly institution: Institution;
  /** Of refusals and texts. */
  readonly language: Language;
  /** The caller's network address, for rate limits: never stored as it is. */
  readonly from: string;
  /** Who acts. Absent: a stranger. */
  readonly principal?: Principal;
}

/** A visitor of the site, a member's app or a stranger, and what their operations run with. */
export interface RequestContext
  extends OperationContext, Omit<WebDependencies, 'siteAt' | 'portsOf' | 'coreOf'> {
  /** Where the institution's books are. */
  readonly core: Core;
  readonly ports: Ports;
  /** What the browser calls itself, cut to 200 characters; shown in the list of sessions. */
  readonly device: string;
  /** What the browser keeps for us: the tokens, which no answer's body ever bears. */
  readonly cookies: Cookies;
  readonly principal?: MemberPrincipal | DevicePrincipal;
  /** Absent: a stranger. */
  readonly session?: Session;
}

/** A request from a member who is signed in. */
export interface MemberContext extends RequestContext {
  readonly principal: MemberPrincipal | DevicePrincipal;
  readonly session: Session;
  readonly member: Member;
}

/** A request from staff, or from a program that does what staff do. */
export interface StaffContext extends OperationContext {
  readonly principal: StaffPrincipal | ProgramPrincipal;
  /** Why they do it: the audit log has it. Needed by all that changes something. */
  readonly why?: string;
  /** `undefined` where no key is set: what needs none still works. */
  readonly keyring: Keyring | undefined;
}

/** Whether somebody is signed in. */
export function isMembers(request: OperationContext): request is MemberContext {
  return 'member' in request;
}

/** Whether staff ask, or a program in their place. */
export function isStaffs(request: OperationContext): request is StaffContext {
  const kind = request.principal?.kind;
  return kind === 'staff' || kind === 'program';
}

/** Whether a visitor of the site asks, signed in or not. */
export function isVisitors(request: OperationContext): request is RequestContext | MemberContext {
  return !isStaffs(request) && 'cookies' in request;
}
