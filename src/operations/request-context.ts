import type { RecordProof } from '../audit/proof.ts';
import type { Provable, Unprovable } from '../audit/provable.ts';
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
import type { Outcome, Received } from '../conversation/received.ts';
import type { HostedNews } from '../messages/hosted/news.ts';
import type {
  DevicePrincipal,
  MemberPrincipal,
  Principal,
  ProgramPrincipal,
  StaffPrincipal,
} from './principal.ts';
import type { Ports } from './ports.ts';
import type { Cookies } from './cookies.ts';

/** The message service, as the app's operations use it. */
export interface Messaging {
  /** Takes one message. Resolves after its commit. */
  take(message: Received): Promise<Outcome>;
  readonly news: HostedNews;
}

/** Proves that a row is in an institution’s record, as it is stored now. */
export type ProveIn = (
  db: Database,
  institutionId: number,
  of: Provable,
) => Promise<RecordProof | Unprovable>;

/** What the pages and the API work with. `service` provides it. */
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
   * Finds the institution whose site this host serves, and the address of that site. Cached for a
   * moment.
   * @returns `undefined` if there is none
   */
  readonly siteAt: (
    host: string | undefined,
  ) => Promise<{ readonly institution: Institution; readonly publicUrl: string } | undefined>;
  /** Proves that a row is in the record. Absent: no page or operation here shows proofs. */
  readonly proveIn?: ProveIn | undefined;
  /** What the institution can reach outside. */
  readonly portsOf: (institution: Institution) => Ports;
  /**
   * The address of this site for members, such as `https://bank.example`. Passkeys and links are
   * tied to it.
   */
  readonly publicUrl: string;
  /** Takes what members write in the app. Absent: this installation has no app. */
  readonly messaging?: Messaging | undefined;
  /** Call it after each commit that queued a message to send. */
  queued(): void;
  /** Call it after each commit that left an order for a remote core. */
  ordered?(): void;
}

/** What every operation runs with, for members and staff alike. */
export interface OperationContext extends Pick<
  WebDependencies,
  'db' | 'world' | 'logger' | 'metrics' | 'security' | 'queued'
> {
  readonly institution: Institution;
  /** The language of refusals and texts. */
  readonly language: Language;
  /**
   * The caller's network address. Rate limits keep only a hash. What people of the staff do with their
   * own access keeps it as it is, in the audit log and the list of their sessions.
   */
  readonly from: string;
  /** Who makes the request. Absent for a stranger. */
  readonly principal?: Principal;
}

/** The request of a visitor of the site, of a member's app or of a stranger. */
export interface RequestContext
  extends OperationContext, Omit<WebDependencies, 'siteAt' | 'portsOf' | 'coreOf' | 'proveIn'> {
  /** Where the institution's books are. */
  readonly core: Core;
  readonly ports: Ports;
  /** The browser's own name, cut to 200 characters, for the list of sessions. */
  readonly device: string;
  /** The tokens that the browser keeps for us. No answer's body contains them. */
  readonly cookies: Cookies;
  readonly principal?: MemberPrincipal | DevicePrincipal;
  /** Absent for a stranger. */
  readonly session?: Session;
}

/** A request from a member who is signed in. */
export interface MemberContext extends RequestContext {
  readonly principal: MemberPrincipal | DevicePrincipal;
  readonly session: Session;
  readonly member: Member;
}

/** A request from staff, or from a program with staff rights. */
export interface StaffContext extends OperationContext {
  /** Where the institution's books are. */
  readonly core: Core;
  readonly principal: StaffPrincipal | ProgramPrincipal;
  /** What the institution can reach outside. Absent on the command line. */
  readonly ports?: Ports;
  /** The reason, for the audit log. Every change needs one. */
  readonly why?: string;
  /** The second person who approved it, and under which reference. Absent: it took none. */
  readonly approved?: { readonly reference: string; readonly by: string };
  /** `undefined` without a configured key: operations that need none still work. */
  readonly keyring: Keyring | undefined;
  /** Proves that a row is in the record. */
  readonly proveIn?: ProveIn | undefined;
}

/** Tells whether a member is signed in. */
export function isMembers(request: OperationContext): request is MemberContext {
  return 'member' in request;
}

/** Tells whether the request comes from staff, or from a program with staff rights. */
export function isStaffs(request: OperationContext): request is StaffContext {
  const kind = request.principal?.kind;
  return kind === 'staff' || kind === 'program';
}

/** Tells whether the request comes from a visitor of the site, signed in or not. */
export function isVisitors(request: OperationContext): request is RequestContext | MemberContext {
  return !isStaffs(request) && 'cookies' in request;
}
