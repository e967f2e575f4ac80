import { pruneAttempts, pruneSessions, pruneStepsAndDevices } from '../access/prune-access.ts';
import { pruneAlertEvents } from '../alerts/waiting-alerts.ts';
import type { AnyConsumer } from '../audit/events/consumer.ts';
import { pruneEvents } from '../audit/events/prune-events.ts';
import type { Old } from '../database/in-batches.ts';
import { pruneEnrollments } from '../enrollment/prune-enrollments.ts';
import type { Institution } from '../members/institution.ts';
import { type KeptClass, keptClasses } from '../members/kept-days-setting.ts';
import { pruneMessages } from '../messages/prune-messages.ts';
import { prunePrepared } from '../messages/prune-prepared.ts';
import { pruneTexts } from '../messages/texts-not-understood.ts';
import { pruneDeliveries } from '../programs/deliveries.ts';
import { pruneStaffSessions } from '../staff-access/prune-staff-sessions.ts';
import { pruneRehearsed } from '../staff/settings-drafts/rehearsals.ts';
import type { JobsGiven } from './jobs-given.ts';

type Given = Pick<JobsGiven, 'db' | 'world' | 'keyring' | 'logger' | 'metrics' | 'institutions'>;

interface Retention extends Given {
  readonly consumers: readonly AnyConsumer[];
}

/** What each class of the setting `keptDays` deletes. @returns how many rows */
const byClass: Readonly<Record<KeptClass, (given: Retention, old: Old) => Promise<number>>> = {
  events: async ({ db, consumers }, old) => pruneEvents(db, old, consumers),
  webhookDeliveries: async ({ db }, old) => pruneDeliveries(db, old),
  alerts: async ({ db }, old) => pruneAlertEvents(db, old),
  preparedMessages: async ({ db }, old) => prunePrepared(db, old),
  enrollments: async ({ db }, old) => pruneEnrollments(db, old),
  endedSessions: async ({ db }, old) =>
    (await pruneSessions(db, old)) + (await pruneStaffSessions(db, old)),
  wrongGuesses: async ({ db }, old) => pruneAttempts(db, old),
};

/** What has a setting of its own, or a time that nobody sets. */
const others: Readonly<Record<string, (given: Retention, of: Institution) => Promise<number>>> = {
  messages: pruneOldMessages,
  unknownTexts: pruneOldTexts,
  signInSteps: async ({ db, world }, { id: institutionId }) =>
    pruneStepsAndDevices(db, { institutionId, now: world.clock.now() }),
};

/**
 * Deletes what no institution keeps any longer, class by class. A class that fails doesn’t keep the others from their turn. What is
 * evidence has no class: nothing here can name it.
 * @throws AggregateError once all had their turn, where some failed, so that the job is tried again
 */
export async function pruneOld(given: Given, consumers: readonly AnyConsumer[]): Promise<void> {
  const retention = { ...given, consumers };
  const failed: unknown[] = [];
  for (const institution of await given.institutions.all())
    for (const [name, prune] of turnsOf(retention, institution))
      try {
        const rows = await prune();
        if (rows === 0) continue;
        given.metrics.count('pruned_rows', { class: name }, rows);
        given.logger.info({ institution: institution.slug, class: name, rows }, 'Old rows deleted');
      } catch (error) {
        given.logger.warn({ error, class: name }, 'Old rows could not be deleted');
        failed.push(error);
      }
  if (failed.length > 0) throw new AggregateError(failed, 'some classes were not pruned');
}

type Turn = readonly [name: string, prune: () => Promise<number>];

function turnsOf(given: Retention, institution: Institution): Turn[] {
  const { id: institutionId, settings } = institution;
  const now = given.world.clock.now();
  const set = keptClasses.map((name): Turn => {
    const before = now.subtract({ hours: 24 * settings.keptDays[name] });
    return [name, async () => byClass[name](given, { institutionId, before })];
  });
  const rest = Object.entries(others).map(([name, prune]): Turn => [
    name,
    async () => prune(given, institution),
  ]);
  return [...set, ...rest];
}

/** The old messages of an institution that keeps them only for some years. */
async function pruneOldMessages(
  { db, world, keyring }: Retention,
  { id: institutionId, zone, settings: { messagesKeptYears: years } }: Institution,
): Promise<number> {
  if (years === undefined) return 0;
  const before = world.clock.now().toZonedDateTimeISO(zone).subtract({ years }).toInstant();
  return pruneMessages(db, { institutionId, world, keyring }, before);
}

/** Texts for staff, also those that a draft of settings was tried on. */
async function pruneOldTexts(
  { db, world }: Retention,
  { id: institutionId, zone, settings }: Institution,
): Promise<number> {
  const first = world.clock
    .now()
    .toZonedDateTimeISO(zone)
    .subtract({ days: settings.unknownTextsKeptDays });
  const count = await pruneTexts(db, [{ institutionId, before: first.toPlainDate() }]);
  await pruneRehearsed(db, [{ institutionId, before: first.toInstant() }]);
  return count;
}
