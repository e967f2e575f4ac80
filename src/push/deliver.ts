import { enqueue } from '../jobs/enqueue.ts';
import type { WorkData } from '../jobs/names.ts';
import type { Database, Queries } from '../database/database.ts';
import type { Metrics } from '../kernel/metrics.ts';
import type { World } from '../kernel/world.ts';
import type { PushAbout } from '../kernel/vocabulary/push-about.ts';
import { defaultLanguage, isLanguage } from '../kernel/vocabulary/language.ts';
import type { Institution } from '../members/institution.ts';
import { listDevices, reachDevice } from './devices.ts';
import { pushPayload } from './payload.ts';
import type { PostPush } from './post-push.ts';
import type { PushContext } from './push-keys.ts';
import { sendPush } from './send-push.ts';

/** A message in the app that is read within this time needs no push. */
const unreadAfter: Readonly<Record<PushAbout, Temporal.DurationLike>> = {
  message: { seconds: 5 },
  approval: { seconds: 0 },
};

/** A push that failed this often is dropped. The message or approval itself stays. */
const triesMax = 6;

/**
 * Lets a member's devices know of something that waits, with the transaction's commit. A message in the app gets some seconds first, in
 * which the member may read it. Several messages in that time are one push.
 */
export async function pushSoon(
  tx: Queries,
  world: Pick<World, 'clock' | 'ids'>,
  given: {
    readonly institutionId: number;
    readonly memberIds: readonly string[];
    readonly about: PushAbout;
  },
): Promise<void> {
  const { institutionId, about } = given;
  await enqueue(
    tx,
    world,
    given.memberIds.map((memberId) => ({
      job: 'push-member',
      data: { institutionId, memberId, about },
      key: `${institutionId}/${memberId}/${about}`,
      after: world.clock.now().add(unreadAfter[about]),
    })),
  );
}

/** What the jobs need. */
export interface PushDelivery extends PushContext {
  readonly db: Database;
  readonly metrics: Metrics;
  readonly post: PostPush;
  institution(id: number): Promise<Institution>;
  /** Where the institution's members reach its site. */
  publicUrlOf(institution: Institution): string;
  /** How much of each kind waits for a member: unread messages in the app, and transfers to approve. */
  waiting(
    q: Queries,
    of: { readonly institutionId: number; readonly memberId: string },
  ): Promise<Readonly<Record<PushAbout, number>>>;
  /** Call it after work was enqueued. */
  enqueued(): void;
}

/** Gives each of the member's devices a job of its own, if what the push is about still waits. */
export async function pushMember(
  delivery: PushDelivery,
  { institutionId, memberId, about }: WorkData['push-member'],
): Promise<void> {
  const { db, world } = delivery;
  const whose = { institutionId, memberId };
  const waiting = await delivery.waiting(db, whose);
  if (waiting[about] === 0) return;
  const devices = await listDevices(db, whose);
  if (devices.length === 0) return;
  await db.transaction(async (tx) =>
    enqueue(
      tx,
      world,
      devices.map(({ id: deviceId }) => ({
        job: 'push-device',
        data: { institutionId, deviceId, about, tries: 0 },
        key: keyOf({ institutionId, deviceId, about }),
      })),
    ),
  );
  delivery.enqueued();
}

/** Sends a push to one device, if what it is about still waits, and enqueues the next try after a passing failure. */
export async function pushDevice(
  delivery: PushDelivery,
  data: WorkData['push-device'],
): Promise<void> {
  const { db, world, metrics } = delivery;
  const { institutionId, deviceId, about, tries } = data;
  const device = await reachDevice(db, delivery, { institutionId, id: deviceId });
  if (!device) return;
  const { memberId } = device;
  const waiting = await delivery.waiting(db, { institutionId, memberId });
  if (waiting[about] === 0) return;
  const institution = await delivery.institution(institutionId);
  const publicUrl = delivery.publicUrlOf(institution);
  const pushed = await sendPush(db, delivery, {
    institutionId,
    deviceId,
    to: device.subscription,
    services: institution.settings.pushServices,
    publicUrl,
    about,
    payload: pushPayload({
      about,
      language: await languageOf(db, institution, memberId),
      publicUrl,
      waiting: waiting.message + waiting.approval,
    }),
    tries,
  });
  metrics.count('pushes', { about, outcome: pushed.outcome });
  if (pushed.outcome !== 'later' || tries + 1 >= triesMax) return;
  await db.transaction(async (tx) =>
    enqueue(tx, world, [
      {
        job: 'push-device',
        data: { ...data, tries: tries + 1 },
        key: keyOf(data),
        after: pushed.at,
      },
    ]),
  );
}

function keyOf(of: Pick<WorkData['push-device'], 'institutionId' | 'deviceId' | 'about'>): string {
  return `${of.institutionId}/${of.deviceId}/${of.about}`;
}

async function languageOf(q: Queries, { id, settings }: Institution, memberId: string) {
  const [row] = await q.query<{ language: string | null }>(
    'select language from members where institution_id = $1 and id = $2',
    [id, memberId],
  );
  const { language } = row ?? {};
  return language && isLanguage(language) ? language : (settings.languages[0] ?? defaultLanguage);
}
