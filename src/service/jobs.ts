import { institutionsWithDatedRules } from '../alerts/dated-rules.ts';
import { institutionsWithDueAlerts } from '../alerts/waiting-alerts.ts';
import { descriptors } from '../channels/descriptors.ts';
import type { ChannelJob } from '../channels/install.ts';
import { appendEvents } from '../audit/events/append-events.ts';
import { institutionsWithHeld } from '../staff/handovers/store.ts';
import { institutionsRehearsing } from '../staff/settings-drafts/rehearsals.ts';
import { institutionsWithLapsing } from '../staff/approvals/store.ts';
import { institutionsWithEvents } from '../audit/events/due-events.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { createJobs, type Jobs } from '../jobs/jobs.ts';
import type {
  ChannelHandlers,
  InstitutionWork,
  ScheduledHandlers,
  WorkHandlers,
} from '../jobs/names.ts';
import { assert } from '../kernel/assert.ts';
import { channelNames, type ChannelName } from '../kernel/vocabulary/channel.ts';
import { isLanguage } from '../kernel/vocabulary/language.ts';
import { toldElsewhere } from '../languages/told-elsewhere.ts';
import { expireHolds, institutionsWithDueHolds } from '../ledger/expire-holds.ts';
import type { Institution } from '../members/institution.ts';
import { fallBackLate, withLate } from '../messages/sending/fallback.ts';
import { institutionsToIndex } from '../messages/search/index-messages.ts';
import { unreadOf } from '../messages/hosted/unread.ts';
import { settleEchoes } from '../messages/sending/receipts.ts';
import { raiseDatedAlerts } from '../notices/alerts/raise-dated.ts';
import { sendAlerts } from '../notices/alerts/send-alerts.ts';
import { institutionsWithNotices } from '../notices/many/store.ts';
import { warnAndSuspendInactive, withInactive } from '../notices/inactivity.ts';
import { expireApprovals } from '../approvals/expire.ts';
import { countWaiting, institutionsWithOverdue } from '../approvals/store.ts';
import { institutionsWithDueDeliveries } from '../programs/deliveries.ts';
import { deliverWebhooks, type WebhookDelivery } from '../programs/deliver-webhooks.ts';
import { postWebhook } from '../programs/post-webhook.ts';
import { pushDevice, pushMember, type PushDelivery } from '../push/deliver.ts';
import { eventConsumers } from './event-consumers.ts';
import type { JobsGiven } from './jobs-given.ts';
import { pruneOld } from './retention.ts';
import { staffWork } from './staff-work.ts';
import { askDueChecks, institutionsWithChecks } from '../audit/record-checks.ts';
import { institutionsToCount } from '../reports/count-due-days.ts';

/** How a message worded for one channel reads on another. */
const toldFrom = (from: ChannelName) => (text: string, language: string) =>
  isLanguage(language) ? toldElsewhere(text, { language, from }) : text;

/** Channels with such low limits that late messages go out on another channel. */
const late = channelNames.filter((name) => descriptors[name].fallsBack);

/** The most batches of holds that one job expires. */
const batchesMax = 100;

/**
 * Makes the installation's jobs and joins each to the room that does it. What is due is found with one statement over all
 * institutions: if nothing is, a thousand cost no more than one.
 */
export function createServiceJobs(given: JobsGiven): Jobs {
  const { db, world, metrics, institutions, staffMust } = given;
  const consumers = eventConsumers(staffMust, world);
  const fanOut = async (job: InstitutionWork, due: readonly number[]) => {
    if (due.length === 0) return;
    await db.transaction(async (tx) =>
      enqueue(
        tx,
        world,
        due.map((institutionId) => ({ job, data: { institutionId }, key: String(institutionId) })),
      ),
    );
    jobs.wake();
  };
  const fanOutEvents = async () =>
    fanOut('consume-events', await institutionsWithEvents(db, consumers));
  const jobs = createJobs({
    ...given,
    handlers: {
      channels: handlersOf(given.channelJobs),
      scheduled: {
        'settle-echoes': async () => {
          const foreign = await settleEchoes(
            { db, world, metrics },
            async (tx, institutionId, of) =>
              appendEvents(tx, world, institutionId, [{ kind: 'foreign_message', ...of }]),
          );
          if (foreign > 0) await fanOutEvents();
        },
        'find-due': async () => {
          await fanOutEvents();
          await tellStaffSoon(given, await institutions.all());
          jobs.wake();
          await findDue(given, fanOut);
        },
        'find-inactive': async () =>
          fanOut('warn-inactive', await withInactive(db, world, await institutions.all())),
        'prune-events': async () => pruneOld(given, consumers),
        ...dueByDay(given, fanOut),
      },
      work: {
        ...workOf(given),
        ...pushWork(given, () => jobs.wake()),
        'consume-events': async ({ institutionId }) => {
          for (const reader of consumers) await reader.consume({ db, world }, institutionId);
          jobs.wake();
        },
      },
      dead: async ({ job, data: { institutionId } }) =>
        staffMust(institutionId, {
          channel: 'jobs',
          kind: 'alarm',
          subject: `A background job failed permanently: ${job}. The log says why`,
        }),
    },
  });
  return jobs;
}

/** Fans out what is due, besides events. */
async function findDue(
  given: JobsGiven,
  fanOut: (job: InstitutionWork, due: readonly number[]) => Promise<void>,
): Promise<void> {
  const { db, world, institutions } = given;
  const all = await institutions.all();
  const ids = all.map(({ id }) => id);
  const now = world.clock.now();
  await fanOut('expire-holds', await institutionsWithDueHolds(db, ids, now));
  await fanOut('expire-approvals', await institutionsWithOverdue(db, ids, now));
  await fanOut('lapse-staff-approvals', await institutionsWithLapsing(db, ids, now));
  await fanOut('fall-back', [...(await institutionsBehind(given, all))]);
  await fanOut('leave-to-service', await institutionsWithHeld(db, ids));
  await fanOut('index-messages', await institutionsToIndex(db, ids));
  const quiet = now.subtract({ minutes: 1 });
  await fanOut('rehearse-drafts', await institutionsRehearsing(db, ids, quiet));
  await fanOut('send-notices', await institutionsWithNotices(db, ids));
  await fanOut('check-record', await institutionsWithChecks(db, ids));
  await fanOut('deliver-webhooks', await institutionsWithDueDeliveries(db, ids, now));
  await fanOut('send-alerts', await institutionsWithDueAlerts(db, ids, now));
}

/** Finds alerts of the day, days that ended and aren't counted, and records that were not checked lately. */
function dueByDay(
  given: JobsGiven,
  fanOut: (job: InstitutionWork, due: readonly number[]) => Promise<void>,
): Omit<ScheduledHandlers, 'settle-echoes' | 'find-due' | 'find-inactive' | 'prune-events'> {
  const { db, world, institutions } = given;
  return {
    'find-alerts-of-the-day': async () =>
      fanOut('raise-alerts', await institutionsWithDatedRules(db, await idsOf(given))),
    'find-days-to-count': async () =>
      fanOut(
        'count-days',
        await institutionsToCount(db, await institutions.all(), world.clock.now()),
      ),
    // `find-due` takes them up a minute later, with those that people asked for.
    'find-records-to-check': async () => askDueChecks(db, world, await idsOf(given)),
  };
}

function handlersOf(jobs: readonly ChannelJob[]): ChannelHandlers {
  const handlers = Object.fromEntries(jobs.map((job) => [job.name, async () => job.run()]));
  assert(Object.keys(handlers).length === jobs.length, 'no two channels’ jobs have the same name');
  return handlers;
}

/** How often in a minute alarms to staff are looked for. */
const looks = [0, 20, 40];

/** Looks for what staff must hear of, several times until the next minute. */
async function tellStaffSoon(
  { db, world, alarms }: JobsGiven,
  all: readonly Institution[],
): Promise<void> {
  const some = alarms ? all.filter(({ settings }) => settings.alarms !== undefined) : [];
  if (some.length === 0) return;
  await db.transaction(async (tx) =>
    enqueue(
      tx,
      world,
      some.flatMap(({ id: institutionId }) =>
        looks.map((seconds) => ({
          job: 'tell-staff' as const,
          data: { institutionId },
          key: `${institutionId}/${seconds}`,
          after: world.clock.now().add({ seconds }),
        })),
      ),
    ),
  );
}

async function idsOf({ institutions }: JobsGiven): Promise<number[]> {
  return (await institutions.all()).map(({ id }) => id);
}

/** The institutions with messages that a channel can’t send in time. */
async function institutionsBehind(
  given: JobsGiven,
  all: readonly Institution[],
): Promise<ReadonlySet<number>> {
  const { db, world } = given;
  const behind = new Set<number>();
  for (const from of late) {
    const several = all.filter((one) => otherChannels(given, one, from).length > 0);
    const institutionIds = several.map(({ id }) => id);
    for (const id of await withLate(db, { institutionIds, from, world })) behind.add(id);
  }
  return behind;
}

/** Where messages may go that a channel can’t send in time. */
function otherChannels(
  { channelsOf }: JobsGiven,
  institution: Institution,
  from: ChannelName,
): ChannelName[] {
  return channelsOf(institution).filter((name) => name !== from);
}

/** Lets members' devices know that something waits. */
function pushWork(
  { db, world, keyring, metrics, institutions, push }: JobsGiven,
  enqueued: () => void,
): Pick<WorkHandlers, 'push-member' | 'push-device'> {
  const delivery: PushDelivery = {
    ...push,
    db,
    world,
    keyring,
    metrics,
    institution: async (id) => institutions.get(id),
    waiting: async (q, of) => ({
      message: await unreadOf(q, of),
      approval: await countWaiting(q, { ...of, now: world.clock.now() }),
    }),
    enqueued,
  };
  return {
    'push-member': async (data) => pushMember(delivery, data),
    'push-device': async (data) => pushDevice(delivery, data),
  };
}

function webhookDelivery({
  db,
  world,
  keyring,
  metrics,
  staffMust,
  webhooks = postWebhook,
}: JobsGiven): WebhookDelivery {
  return {
    db,
    world,
    keyring,
    metrics,
    post: webhooks,
    died: async (institutionId, name) =>
      staffMust(institutionId, {
        channel: 'webhooks',
        kind: 'alarm',
        subject: `The receiver of the webhook ${name} did not take an event for two days. See \`tmm webhook failed\``,
      }),
  };
}

/** Does the due work of one institution. */
function workOf(given: JobsGiven) {
  const { db, world, keyring, metrics, institutions, queued } = given;
  return {
    ...staffWork(given),
    'expire-holds': async ({ institutionId }: { institutionId: number }) => {
      const { zone } = await institutions.get(institutionId);
      const today = world.clock.now().toZonedDateTimeISO(zone).toPlainDate();
      // One batch after another, so that many holds that end at once, as at midnight, don't lower
      // available funds for long.
      for (let batch = 0; batch < batchesMax; batch += 1)
        if ((await expireHolds(db, { institutionId, today, world, keyring })) === 0) break;
    },
    'expire-approvals': async ({ institutionId }: { institutionId: number }) => {
      const institution = await institutions.get(institutionId);
      if ((await expireApprovals(db, { institution, world, keyring })) > 0) queued();
    },
    'fall-back': async ({ institutionId }: { institutionId: number }) => {
      const institution = await institutions.get(institutionId);
      for (const from of late) {
        const to = otherChannels(given, institution, from);
        const options = { institutionId, from, to, told: toldFrom(from) };
        if ((await fallBackLate({ db, world, keyring, metrics }, options)) > 0) queued();
      }
    },
    'deliver-webhooks': async ({ institutionId }: { institutionId: number }) =>
      deliverWebhooks(webhookDelivery(given), await institutions.get(institutionId)),
    'raise-alerts': async ({ institutionId }: { institutionId: number }) => {
      const institution = await institutions.get(institutionId);
      await raiseDatedAlerts(db, { world, institution, core: given.coreOf(institution) });
    },
    'send-alerts': async ({ institutionId }: { institutionId: number }) => {
      const institution = await institutions.get(institutionId);
      const core = given.coreOf(institution);
      const channels = given.channelsOf(institution);
      const sent = await sendAlerts(db, { world, institution, keyring, core, channels });
      if (sent > 0) queued();
    },
    'warn-inactive': async ({ institutionId }: { institutionId: number }) => {
      const institution = await institutions.get(institutionId);
      const { warned, locked } = await warnAndSuspendInactive(db, { world, institution, keyring });
      if (warned + locked > 0) queued();
    },
  };
}
