import { tellStaff } from '../alarms/tell-staff.ts';
import { leaveToService } from '../conversation/leave-to-service.ts';
import { rehearseDrafts } from '../conversation/rehearse-drafts.ts';
import { indexMessages } from '../messages/search/index-messages.ts';
import type { Queries } from '../database/database.ts';
import type { Notice } from '../notices/many/notice.ts';
import { sendNoticesToMany } from '../notices/many/send-many.ts';
import { countDueDays } from '../reports/count-due-days.ts';
import { lapseApprovals } from '../staff/approvals/store.ts';
import { checkRecord } from './check-record.ts';
import type { JobsGiven } from './jobs-given.ts';

/** The most transactions in which one job makes messages searchable. The next minute goes on. */
const indexRounds = 100;

/** Does what the staff console needs in the background, for one institution. */
export function staffWork(given: JobsGiven) {
  const { db, world, keyring, metrics, institutions, queued } = given;
  return {
    'leave-to-service': async ({ institutionId }: { institutionId: number }) => {
      const institution = await institutions.get(institutionId);
      if ((await leaveToService(db, { world, institution, keyring })) > 0) queued();
    },
    'tell-staff': async ({ institutionId }: { institutionId: number }) => {
      if (!given.alarms) return;
      const institution = await institutions.get(institutionId);
      await tellStaff(db, { world, institution, metrics, ...given.alarms });
    },
    'lapse-staff-approvals': async ({ institutionId }: { institutionId: number }) =>
      lapseApprovals(db, institutionId, world.clock.now()),
    'index-messages': async ({ institutionId }: { institutionId: number }) =>
      indexMessages(db, { institutionId, rounds: indexRounds }),
    'rehearse-drafts': async ({ institutionId }: { institutionId: number }) => {
      const core = given.coreOf(await institutions.get(institutionId));
      await rehearseDrafts(db, { core, world, institutionId });
    },
    'count-days': async ({ institutionId }: { institutionId: number }) => {
      const institution = await institutions.get(institutionId);
      await countDueDays(db, { world, institution });
    },
    'check-record': async ({ institutionId }: { institutionId: number }) => {
      if ((await checkRecord(db, { institutionId, world, keyring })) === 'differs')
        await given.staffMust(institutionId, {
          channel: 'jobs',
          kind: 'alarm',
          subject: 'The check of the record found a difference. See Audit, Record',
        });
    },
    'send-notices': async ({ institutionId }: { institutionId: number }) => {
      const institution = await institutions.get(institutionId);
      const paused = async (tx: Queries, { name }: Notice) =>
        given.staffMust(
          institutionId,
          {
            channel: 'jobs',
            kind: 'alarm',
            subject: `The database was restored. The notice “${name}” waits until you go on or stop it`,
          },
          tx,
        );
      if ((await sendNoticesToMany(db, { world, institution, keyring, paused })) > 0) queued();
    },
  };
}
