import { createHash } from 'node:crypto';
import type { Database } from '../database/database.ts';
import { Fault } from '../kernel/fault.ts';
import type { Metrics } from '../kernel/metrics.ts';
import type { World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import { alarmMessage } from './alarm-message.ts';
import { raiseAlarms } from './raise-alarms.ts';
import { claimSends, settleSend, type AlarmSend } from './sends.ts';
import type { Mailer } from './smtp-mailer.ts';
import { postAlarm } from './webhook.ts';

/** The installation's ways to reach staff. */
export interface AlarmWays {
  /** Absent: no mail server is set. */
  readonly mail?: Mailer | undefined;
  /** The secrets that sign webhooks, by institution's short name. */
  readonly secrets?: ReadonlyMap<string, string> | undefined;
}

/** What sending alarms needs. */
export interface AlarmDelivery extends AlarmWays {
  readonly fetch: typeof fetch;
  consoleUrlOf(institution: Institution): string | undefined;
}

/** The most rounds in one job. The next look goes on. */
const roundsMax = 20;

interface Given extends AlarmDelivery {
  readonly world: Pick<World, 'clock'>;
  readonly institution: Institution;
  readonly metrics: Metrics;
}

/**
 * Raises the alarms of an institution and sends what is due. A message is claimed before it leaves,
 * so two processes send it once. One that a crash interrupts is sent again with the same id.
 */
export async function tellStaff(db: Database, given: Given): Promise<void> {
  const { world, institution } = given;
  const { alarms } = institution.settings;
  if (!alarms) return;
  const institutionId = institution.id;
  await db.transaction(async (tx) =>
    raiseAlarms(tx, { institutionId, now: world.clock.now() }, alarms),
  );
  for (let round = 0; round < roundsMax; round += 1) {
    const sends = await claimSends(db, institutionId, world.clock.now());
    if (sends.length === 0) return;
    await Promise.all(
      sends.map(async (send) => {
        const problem = await problemOf(given, send);
        given.metrics.count('staff_alarms', {
          way: send.way,
          outcome: problem === undefined ? 'sent' : 'failed',
        });
        await settleSend(db, institutionId, { send, now: world.clock.now(), problem });
      }),
    );
  }
}

/** Sends one message. @returns why it did not leave, as a code; `undefined` if it left */
async function problemOf(given: Given, send: AlarmSend): Promise<string | undefined> {
  try {
    await deliver(given, send);
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}

async function deliver(given: Given, send: AlarmSend): Promise<void> {
  const { institution, world } = given;
  const { subject, text, url } = alarmMessage(institution, send, given.consoleUrlOf(institution));
  const id = idOf(institution, send);
  if (send.way === 'mail') {
    if (!given.mail) throw notSet('mail_not_set', 'TMM_SMTP_URL');
    await given.mail({ to: send.target, subject, text, messageId: id });
    return;
  }
  const secret = given.secrets?.get(institution.slug);
  if (secret === undefined) throw notSet('secret_not_set', 'TMM_ALARM_SECRETS');
  const { kind, reference, step, raisedAt } = send;
  await postAlarm({
    fetch: given.fetch,
    url: send.target,
    secret,
    id,
    content: { id, kind, reference, step, raisedAt: raisedAt.toString(), url: url ?? null },
    now: world.clock.now(),
  });
}

function notSet(code: string, name: string): Fault {
  return new Fault({ code, message: `${name} is not set`, retryable: true });
}

/** Names one message of an alarm, in each try the same. */
function idOf({ slug }: Institution, { kind, reference, step, way, target }: AlarmSend): string {
  const whole = [slug, kind, reference, String(step), way, target].join('\n');
  return createHash('sha256').update(whole).digest('hex').slice(0, 32);
}

/** A failure by its code: the other side's words may hold anything. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'error';
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code.slice(0, 40) : error.name.slice(0, 40);
}
