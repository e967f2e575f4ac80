import { wantsBooks } from '../core/needs.ts';
import { Fault } from '../kernel/fault.ts';
import type { CoreNeeds } from '../core/core.ts';
import type { ConversationDependencies } from './dependencies.ts';
import { gather } from './gather.ts';
import { needsToDecide } from './decide-message.ts';
import type { Outcome, Received } from './received.ts';
import { coreNeedsOf, situationOf } from './situation-of.ts';

/** Asks a core elsewhere for what a message needs, before its batch. */
export interface Prefetching {
  take(message: Received): Promise<Outcome>;
  /** Resolves when no request is open. */
  idle(): Promise<void>;
}

/** The most messages that may wait for a core. Beyond this, the platform gets an error and delivers again later. */
const waitingMax = 20_000;

/**
 * Passes messages through at once if our ledger is the core. If the core is elsewhere, each message waits for its own answer
 * outside any transaction. So a core that hangs for one member delays nobody else. Messages of one address keep their order.
 */
export function createPrefetching(
  dependencies: ConversationDependencies,
  take: (message: Received) => Promise<Outcome>,
): Prefetching {
  const { remote } = dependencies.core;
  if (!remote) return { take, idle: async () => {} };
  /** The newest message in progress of each address. */
  const last = new Map<string, Promise<unknown>>();
  let waiting = 0;
  const run = async (message: Received): Promise<Outcome> => {
    const needs = await needsOf(dependencies, message);
    const books = needs && (await remote.prefetch(message.institutionId, needs));
    return take({ ...message, ...(books ? { books } : {}) });
  };
  return {
    take: async (message) => {
      if (waiting >= waitingMax)
        throw new Fault({
          code: 'overloaded',
          message: 'Too many messages are waiting; the platform may deliver again',
          retryable: true,
        });
      waiting += 1;
      const address = `${message.institutionId}/${message.channel}/${message.address}`;
      const before = last.get(address);
      const running = (async () => {
        await before?.catch(() => {});
        return run(message);
      })();
      last.set(address, running);
      try {
        return await running;
      } finally {
        waiting -= 1;
        if (last.get(address) === running) last.delete(address);
      }
    },
    idle: async () => {
      while (last.size > 0) await Promise.allSettled(last.values());
    },
  };
}

/**
 * Finds what the message needs from the core, as its conversation is now. Stores nothing: its batch reads and decides it again.
 * @returns `undefined`: nothing, or the message can't be read, which its batch will find too
 */
async function needsOf(
  dependencies: ConversationDependencies,
  message: Received,
): Promise<CoreNeeds | undefined> {
  const { db, world, core } = dependencies;
  const institution = await dependencies.institution(message.institutionId);
  const now = world.clock.now();
  const today = now.toZonedDateTimeISO(institution.zone).toPlainDate();
  try {
    return await db.transaction(async (tx) => {
      const [participant] = await gather(tx, dependencies, institution, [message]);
      if (!participant) return undefined;
      const { remote: _remote, ...local } = core;
      const situation = situationOf(
        participant,
        institution,
        { world, core: local },
        { now, today },
      );
      const needs = coreNeedsOf(needsToDecide(participant, situation));
      return wantsBooks(needs) ? needs : undefined;
    });
  } catch {
    return undefined;
  }
}
