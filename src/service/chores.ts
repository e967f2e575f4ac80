import type { Database, Queries } from '../database/database.ts';
import { warnAndSuspendInactive } from '../notices/inactivity.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { expireHolds } from '../ledger/expire-holds.ts';
import { isLanguage } from '../kernel/vocabulary/language.ts';
import { toldElsewhere } from '../languages/told-elsewhere.ts';
import type { Institution } from '../members/institution.ts';
import { channelNames, type ChannelName } from '../kernel/vocabulary/channel.ts';
import { descriptors } from '../channels/descriptors.ts';
import type { ChannelJob } from '../channels/install.ts';
import { fallBackLate } from '../messages/sending/fallback.ts';
import { settleEchoes } from '../messages/sending/receipts.ts';
import type { ObservedMetrics } from '../observe/metrics.ts';

/** What time brings: what the channels do every minute, what one could not send in time, echoes to be judged, holds that expire, addresses that fell silent. */
export interface Chores {
  start(): void;
  stop(): void;
  /** All of it, now. */
  run(): Promise<void>;
}

const everyMilliseconds = 60_000;

/** How what was worded for one channel reads on another. */
const toldFrom = (from: ChannelName) => (text: string, language: string) =>
  isLanguage(language) ? toldElsewhere(text, { language, from }) : text;

/** Channels that may send so little that what can't leave in time goes elsewhere. */
const late = channelNames.filter((name) => descriptors[name].fallsBack);

/** Batches of holds that one round expires at most. */
const batchesMax = 100;

/** @param given `channelJobs` are the installed channels' own; `staffMust` opens a task */
export function createChores(given: {
  readonly db: Database;
  readonly world: World;
  readonly keyring: Keyring;
  readonly logger: Logger;
  readonly metrics: ObservedMetrics;
  readonly institutions: () => Promise<readonly Institution[]>;
  readonly channelJobs: readonly ChannelJob[];
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
    for (const job of given.channelJobs) await chore(job.name, async () => job.run());
    await chore('echoes', async () =>
      settleEchoes({ db, world, metrics }, async (tx, { institutionId, channel }) =>
        given.staffMust(
          institutionId,
          {
            channel,
            kind: 'alarm',
            subject: `A message left our ${descriptors[channel].title} account that this service did not send: by hand, or by an intruder`,
          },
          tx,
        ),
      ),
    );
    for (const institution of await given.institutions()) {
      await chore('divert', async () => {
        for (const from of late) {
          const to = given.channelsOf(institution).filter((name) => name !== from);
          const what = { institutionId: institution.id, from, to, told: toldFrom(from) };
          if ((await fallBackLate({ db, world, keyring, metrics }, what)) > 0) given.queued();
        }
      });
      const today = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
      await chore('holds', async () => {
        const due = { institutionId: institution.id, today, world, keyring };
        // A batch after another, so that many that end at the same time, as at midnight, don't lower what is available for long.
        for (let batch = 0; batch < batchesMax; batch += 1)
          if ((await expireHolds(db, due)) === 0) break;
      });
      await chore('silence', async () => {
        const { warned, locked } = await warnAndSuspendInactive(db, {
          world,
          institution,
          keyring,
        });
        if (warned + locked > 0) given.queued();
      });
    }
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
