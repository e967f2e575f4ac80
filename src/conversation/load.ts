import type { Queries } from '../database/database.ts';
import { type AlertChange, lockAlerts } from '../alerts/alert-store.ts';
import { changedAlerts } from '../alerts/changed-alerts.ts';
import { type KnownAlerts, noAlerts } from '../alerts/rule.ts';
import { present } from '../kernel/assert.ts';
import type { Amount } from '../money/amount.ts';
import type { World } from '../kernel/world.ts';
import { loadApproverFacts } from '../approvals/approver-facts.ts';
import type { ApproverFacts, Loaded, Needs, WaitingTransfer } from '../commands/situation.ts';
import type { DecidedTransfer } from '../transfers/doubt.ts';
import { loadUsage } from '../transfers/usage.ts';
import type {
  CheckRequest,
  Core,
  CoreEntry,
  CoreHold,
  CoreSnapshot,
  CoreView,
  HistoryAnswer,
  HistoryRequest,
  Movement,
  OpenRequest,
  PastBalanceRequest,
} from '../core/core.ts';
import type { EntrySearch, SearchAnswer } from '../core/entry-search.ts';
import { checkKey, historyKey, mergeSnapshots, movementKey, searchKey } from '../core/needs.ts';
import type { Share } from '../shares/share.ts';
import { loadLoanTerms } from '../shares/loan-terms.ts';
import { unnamedOf } from '../transfers/counterpart.ts';

/** One message's needs, and its address. */
export interface Wanted {
  readonly needs: Needs;
  /** The shares that its member can see. */
  readonly shares: readonly Share[];
  readonly addressId: string;
  readonly memberId: string;
  readonly day: Temporal.PlainDate;
  readonly key: string;
  /** What a core elsewhere returned for this message. */
  readonly snapshot?: CoreSnapshot | undefined;
}

export interface LoadedBatch {
  readonly books: CoreView;
  /** What a message of this address can see. */
  for(addressId: string): Loaded;
  /** Tells the batch about a transfer just decided, so that later messages count it. */
  used(addressId: string, transfer: DecidedTransfer): void;
  /** Tells the batch about a transfer that waits from now on, so that the member's other messages count it. */
  asked(addressId: string, transfer: WaitingTransfer): void;
  /** Tells the batch about a change of a member's alerts just decided: another address of the member may come later. */
  alertsChanged(addressId: string, change: AlertChange): void;
}

/** What to load a batch with. */
interface LoadOptions {
  readonly core: Core;
  readonly institutionId: number;
  readonly world: World;
  readonly wanted: readonly Wanted[];
  /** Nothing will be written, so no account gets locked. */
  readonly isTrial?: boolean;
  /** Whether the institution wants approvals of transfers. */
  readonly approves: boolean;
  /** From when on the same transfer counts as a repeat. */
  readonly repeatsSince: Temporal.Instant;
}

/** Loads what a whole batch needs: one statement of each kind, for any number of messages. */
export async function loadBatch(tx: Queries, options: LoadOptions): Promise<LoadedBatch> {
  const { core, institutionId, world, wanted } = options;
  const snapshot = mergeSnapshots(wanted.flatMap((one) => one.snapshot ?? []));
  const books = await core.open(tx, {
    institutionId,
    world,
    snapshot,
    isTrial: options.isTrial,
    ...accountsOf(wanted),
  });
  // Loads after the locks, so that it reads the locked state.
  const asking = { tx, core, institutionId, snapshot };
  const histories = await loadHistories(asking, wanted);
  const repeats = await loadRepeats(asking, wanted, options.repeatsSince);
  const checks = await loadChecks(asking, wanted);
  const holds = await loadHolds(asking, wanted);
  const searches = await loadSearches(asking, wanted);
  const past = await loadPastBalances(asking, wanted);
  const loans = await loadLoans(asking, wanted);
  const usage = await loadUsages(tx, institutionId, wanted);
  const approvers = options.approves
    ? await loadApprovers(tx, { institutionId, wanted, now: world.clock.now() })
    : new Map<string, ApproverFacts>();
  const alerts = new Map<string, KnownAlerts>(
    await lockAlerts(tx, institutionId, membersWithAlerts(wanted)),
  );
  const memberOf = new Map(wanted.map(({ addressId, memberId }) => [addressId, memberId]));
  const alertsOf = (addressId: string) => alerts.get(memberOf.get(addressId) ?? '') ?? noAlerts;
  const kinds = await loadKinds(asking, { wanted, histories, searches });
  const decided: DecidedTransfer[] = [];
  const asked = new Map<string | undefined, WaitingTransfer[]>();
  const asOf = new Map(
    wanted.flatMap((one) => (one.snapshot ? [[one.addressId, one.snapshot.asOf] as const] : [])),
  );
  return {
    books,
    for: (addressId) => ({
      books,
      asOf: asOf.get(addressId),
      history: (request) => present(histories.get(historyKey(request)), 'it was asked for'),
      repeated: (movement) => present(repeats.get(movementKey(movement)), 'it was asked for'),
      checks: (request) => present(checks.get(checkKey(request)), 'the checks were asked for'),
      search: (request) => present(searches.get(searchKey(request)), 'the search was asked for'),
      pastBalance: (request) => past.get(pastKey(request)),
      holds: (accountId) => holds.get(accountId) ?? [],
      loanTerms: (accountId) => loans.get(accountId),
      kindOf: (accountId) => kinds.get(accountId),
      alerts: () => alertsOf(addressId),
      usedToday: () => usage.get(addressId) ?? 0n,
      approver: withAsked(approvers.get(addressId), asked.get(memberOf.get(addressId))),
      decided,
    }),
    used: (addressId, transfer) => {
      usage.set(addressId, (usage.get(addressId) ?? 0n) + transfer.amount);
      decided.push(transfer);
    },
    asked: (addressId, transfer) => {
      const memberId = memberOf.get(addressId);
      asked.set(memberId, [...(asked.get(memberId) ?? []), transfer]);
    },
    alertsChanged: (addressId, change) => {
      const memberId = memberOf.get(addressId);
      if (memberId) alerts.set(memberId, changedAlerts(alertsOf(addressId), change));
    },
  };
}

function withAsked(
  approver: ApproverFacts | undefined,
  asked: readonly WaitingTransfer[] = [],
): ApproverFacts | undefined {
  return approver && { ...approver, waiting: [...approver.waiting, ...asked] };
}

/** The accounts that the batch locks, those that it only reads, and the keys that it may post. */
function accountsOf(wanted: readonly Wanted[]): Pick<OpenRequest, 'moving' | 'reading' | 'keys'> {
  const moving = unique(wanted.flatMap(({ needs }) => needs.moving ?? []));
  const balances = unique(wanted.flatMap(({ needs }) => needs.balances ?? []));
  return {
    moving,
    reading: balances.filter((id) => !moving.includes(id)),
    keys: wanted.filter(({ needs }) => needs.moving).map(({ key }) => key),
  };
}

/** The core to ask, and the transaction. */
interface Asking {
  readonly tx: Queries;
  readonly core: Core;
  readonly institutionId: number;
  readonly snapshot: CoreSnapshot | undefined;
}

async function loadHistories(
  { tx, core, institutionId, snapshot }: Asking,
  wanted: readonly Wanted[],
): Promise<Map<string, HistoryAnswer>> {
  const requests = new Map<string, HistoryRequest>();
  for (const { needs } of wanted) {
    for (const request of needs.history ?? []) requests.set(historyKey(request), request);
  }
  if (requests.size === 0) return new Map();
  const answers = await core.history(tx, institutionId, [...requests.values()], snapshot);
  return zip(requests, answers);
}

/** Finds the kinds of accounts on the other side of transfers that their member can't see. There are seldom any. */
async function loadKinds(
  { tx, core, institutionId, snapshot }: Asking,
  {
    wanted,
    histories,
    searches,
  }: {
    readonly wanted: readonly Wanted[];
    readonly histories: ReadonlyMap<string, HistoryAnswer>;
    readonly searches: ReadonlyMap<string, SearchAnswer>;
  },
): Promise<ReadonlyMap<string, string>> {
  if (histories.size === 0 && searches.size === 0) return new Map();
  const unnamed = wanted.flatMap(({ needs, shares }) =>
    [
      ...(needs.history ?? []).map((request) => histories.get(historyKey(request))?.entries ?? []),
      ...(needs.searches ?? []).map((search) => entriesOf(searches.get(searchKey(search)))),
    ].flatMap((entries) => unnamedOf(entries, shares)),
  );
  return unnamed.length === 0
    ? new Map()
    : core.kinds(tx, institutionId, unique(unnamed), snapshot);
}

async function loadLoans({ tx, institutionId }: Asking, wanted: readonly Wanted[]) {
  return loadLoanTerms(tx, institutionId, unique(wanted.flatMap(({ needs }) => needs.loans ?? [])));
}

async function loadRepeats(
  { tx, core, institutionId, snapshot }: Asking,
  wanted: readonly Wanted[],
  since: Temporal.Instant,
): Promise<ReadonlyMap<string, boolean>> {
  const movements = new Map<string, Movement>();
  for (const { needs } of wanted) {
    for (const movement of needs.repeats ?? []) movements.set(movementKey(movement), movement);
  }
  if (movements.size === 0) return new Map();
  const asked = { movements: [...movements.values()], since };
  return zip(movements, await core.repeats(tx, institutionId, asked, snapshot));
}

async function loadChecks(
  { tx, core, institutionId, snapshot }: Asking,
  wanted: readonly Wanted[],
): Promise<Map<string, readonly CoreEntry[]>> {
  const requests = new Map<string, CheckRequest>();
  for (const { needs } of wanted) {
    for (const request of needs.checks ?? []) requests.set(checkKey(request), request);
  }
  if (requests.size === 0) return new Map();
  const answers = await core.checks(tx, institutionId, [...requests.values()], snapshot);
  return zip(requests, answers);
}

function entriesOf(answer: SearchAnswer | undefined): readonly CoreEntry[] {
  return answer && 'entries' in answer ? answer.entries : [];
}

async function loadSearches(
  { tx, core, institutionId, snapshot }: Asking,
  wanted: readonly Wanted[],
): Promise<Map<string, SearchAnswer>> {
  const searches = new Map<string, EntrySearch>();
  for (const { needs } of wanted) {
    for (const search of needs.searches ?? []) searches.set(searchKey(search), search);
  }
  if (searches.size === 0) return new Map();
  return zip(searches, await core.search(tx, institutionId, [...searches.values()], snapshot));
}

async function loadPastBalances(
  { tx, core, institutionId }: Asking,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, Amount | undefined>> {
  const requests = new Map(
    wanted.flatMap(({ needs }) => (needs.pastBalances ?? []).map((one) => [pastKey(one), one])),
  );
  if (requests.size === 0) return new Map();
  const balances = await core.pastBalances(tx, institutionId, [...requests.values()]);
  return new Map([...requests.keys()].map((key, index) => [key, balances[index]]));
}

function pastKey({ accountId, on }: PastBalanceRequest): string {
  return `${accountId}/${on.toString()}`;
}

async function loadHolds(
  { tx, core, institutionId, snapshot }: Asking,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, readonly CoreHold[]>> {
  const accountIds = unique(wanted.flatMap(({ needs }) => needs.holds ?? []));
  return accountIds.length === 0 ? new Map() : core.holds(tx, institutionId, accountIds, snapshot);
}

async function loadUsages(
  tx: Queries,
  institutionId: number,
  wanted: readonly Wanted[],
): Promise<Map<string, bigint>> {
  const asking = wanted.filter(({ needs }) => needs.usage);
  if (asking.length === 0) return new Map();
  return new Map(await loadUsage(tx, institutionId, asking));
}

/** @returns by address, since each has one member */
async function loadApprovers(
  tx: Queries,
  given: {
    readonly institutionId: number;
    readonly wanted: readonly Wanted[];
    readonly now: Temporal.Instant;
  },
): Promise<ReadonlyMap<string, ApproverFacts>> {
  const asking = given.wanted.filter(({ needs }) => needs.approvals);
  const [first] = asking;
  if (!first) return new Map();
  const facts = await loadApproverFacts(tx, given.institutionId, {
    memberIds: unique(asking.map(({ memberId }) => memberId)),
    day: first.day,
    now: given.now,
  });
  return new Map(
    asking.flatMap(({ addressId, memberId }) => {
      const own = facts.get(memberId);
      return own ? [[addressId, own] as const] : [];
    }),
  );
}

/** The members whose alerts are asked for or changed. */
function membersWithAlerts(wanted: readonly Wanted[]): string[] {
  return unique(wanted.flatMap(({ needs, memberId }) => (needs.alerts ? [memberId] : [])));
}

function zip<Request, Answer>(
  requests: ReadonlyMap<string, Request>,
  answers: readonly Answer[],
): Map<string, Answer> {
  const keys = [...requests.keys()];
  return new Map(
    keys.map((key, index) => [key, present(answers[index], 'each request has its answer')]),
  );
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
