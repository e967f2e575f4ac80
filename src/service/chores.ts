import type { Database, Queries } from '../database/database.ts';
import { institutionsWithSilent, warnAndSuspendInactive } from '../notices/inactivity.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { expireHolds, institutionsWithHoldsDue } from '../ledger/expire-holds.ts';
import { isLanguage } from '../kernel/vocabulary/language.ts';
import { toldElsewhere } from '../languages/told-elsewhere.ts';
import type { Institution } from '../members/institution.ts';
import type { ChannelName } from '../messages/channel.ts';
import { fallBackLate, institutionsLate } from '../messages/sending/fallback.ts';
import { settleEchoes } from '../messages/sending/receipts.ts';
import type { ObservedMetrics } from '../observe/metrics.ts';

/** What time brings: deliveries that were lost, polled messages, what X could not send in time, echoes to be judged, holds that expire, addresses that fell silent. */
export interface Chores {
  start(): void;
  stop(): void;
  /** All of it, now. */
  run(): Promise<void>;
}

const everyMilliseconds = 60_000;

/** How what was worded for X reads elsewhere. */
const told = (text: string, language: string) =>
  isLanguage(language) ? toldElsewhere(text, language) : text;

/** Batches of holds that one round expires at most. */
const batchesMax = 100;

/** @param given `replay` has X deliver again what nobody took, `poll` reads what webhooks may have lost; `staffMust` opens a task */
export function createChores(given: {
  readonly db: Database;
  readonly world: World;
  readonly keyring: Keyring;
  readonly logger: Logger;
  readonly metrics: ObservedMetrics;
  readonly institutions: () => Promise<readonly Institution[]>;
  readonly replay: () => Promise<unknown>;
  readonly poll: () => Promise<unknown>;
  readonly staffMust: (
    institutionId: number,
    what: { readonly channel: string; readonly subject: string; readonly kind: 'alarm' },
    tx?: Queries,
  ) => Promise<void>;
  /** The institution's channels. */
  readonly channelsOf: (institution: Institution) => readonly ChannelName[];
  readonly queued: () => void;
}): Chores {
  const { db, world, keyring, logger, metrics } = given;
  let timer: NodeJS.Timeout | undefined;
  /** One that fails does not keep the others from being done. */
  const chore = async (name: string, work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      metrics.count('faults', { where: name });
      logger.warn({ error, chore: name }, 'A chore failed and is tried again');
    }
  };
  const run = async () => {
    await chore('replay', given.replay);
    await chore('polling', given.poll);
    await chore('echoes', async () =>
      settleEchoes({ db, world, metrics }, async (tx, institutionId) =>
        given.staffMust(
          institutionId,
          {
            channel: 'x',
            kind: 'alarm',
            subject:
              'A message left our X account that this service did not send: by hand, or by an intruder',
          },
          tx,
        ),
      ),
    );
    const institutions = await given.institutions();
    /** Does the work for each institution that has it due. Who has is asked in one statement, so the others cost nothing. */
    const forDue = async (
      name: string,
      due: () => Promise<readonly number[]>,
      work: (institution: Institution) => Promise<unknown>,
    ) => {
      await chore(name, async () => {
        const ids = new Set(await due());
        for (const institution of institutions)
          if (ids.has(institution.id)) await chore(name, async () => work(institution));
      });
    };
    const now = world.clock.now();
    await forDue(
      'divert',
      async () => institutionsLate(db, { from: 'x', now }),
      async (institution) => {
        const to = given.channelsOf(institution).filter((name) => name !== 'x');
        if (
          (await fallBackLate(
            { db, world, keyring, metrics },
            { institutionId: institution.id, from: 'x', to, told },
          )) > 0
        )
          given.queued();
      },
    );
    await forDue(
      'holds',
      async () =>
        institutionsWithHoldsDue(db, { institutionIds: institutions.map(({ id }) => id), now }),
      async ({ id, zone }) => {
        const today = now.toZonedDateTimeISO(zone).toPlainDate();
        const due = { institutionId: id, today, world, keyring };
        // A batch after another, so that many that end at the same time, as at midnight, don't lower what is available for long.
        for (let batch = 0; batch < batchesMax; batch += 1)
          if ((await expireHolds(db, due)) === 0) break;
      },
    );
    await forDue(
      'silence',
      async () => institutionsWithSilent(db, { world, institutions }),
      async (institution) => {
        const { warned, locked } = await warnAndSuspendInactive(db, {
          world,
          institution,
          keyring,
        });
        if (warned + locked > 0) given.queued();
      },
    );
  };
  return {
    run,
    start: () => {
      timer ??= setInterval(() => {
        run().catch((error: unknown) => logger.error({ error }, 'The chores could not be done'));
      }, everyMilliseconds);
    },
    stop: () => clearInterval(timer),
  };
}
