import type { PushAbout } from '../kernel/vocabulary/push-about.ts';

/**
 * The queues that the migrations create: `schedule` for scheduled jobs, `work` for enqueued ones,
 * `dead` for jobs that failed after all retries. Each queue's row holds its retry settings.
 */
export const queueNames = ['schedule', 'work', 'dead'] as const;
export type QueueName = (typeof queueNames)[number];

/** A cron expression. */
export const everyMinute = '* * * * *';

/**
 * Scheduled jobs as cron expressions in UTC. The channels add jobs for every minute. One process of
 * the installation runs each.
 */
export const schedules = {
  'settle-echoes': everyMinute,
  'find-due': everyMinute,
  'find-inactive': '7 * * * *',
  'prune-events': '41 4 * * *',
  'find-alerts-of-the-day': '*/15 * * * *',
  'find-days-to-count': '13 * * * *',
  'find-records-to-check': '29 3 * * *',
} as const;
export type ScheduledName = keyof typeof schedules;

/**
 * Enqueued jobs and their data: only ids, never a member's text or belongings. Data outlive a
 * release, so old shapes must stay readable.
 */
export interface WorkData {
  'expire-holds': { readonly institutionId: number };
  'fall-back': { readonly institutionId: number };
  'warn-inactive': { readonly institutionId: number };
  'consume-events': { readonly institutionId: number };
  'expire-approvals': { readonly institutionId: number };
  'push-member': {
    readonly institutionId: number;
    readonly memberId: string;
    readonly about: PushAbout;
  };
  'push-device': {
    readonly institutionId: number;
    readonly deviceId: string;
    readonly about: PushAbout;
    readonly tries: number;
  };
  'send-alerts': { readonly institutionId: number };
  'raise-alerts': { readonly institutionId: number };
  'leave-to-service': { readonly institutionId: number };
  'index-messages': { readonly institutionId: number };
  'rehearse-drafts': { readonly institutionId: number };
  'send-notices': { readonly institutionId: number };
  'count-days': { readonly institutionId: number };
  'check-record': { readonly institutionId: number };
  'tell-staff': { readonly institutionId: number };
  'lapse-staff-approvals': { readonly institutionId: number };
  'deliver-webhooks': { readonly institutionId: number };
}
export type WorkName = keyof WorkData;

/** Work for a whole institution: what is due there. */
export type InstitutionWork = Exclude<WorkName, 'push-member' | 'push-device'>;

/** One enqueued job. */
export type Work = {
  [Name in WorkName]: { readonly job: Name; readonly data: WorkData[Name] };
}[WorkName];

/** The channels' jobs for every minute, by name. */
export type ChannelHandlers = Readonly<Record<string, () => Promise<unknown>>>;

export type ScheduledHandlers = Readonly<Record<ScheduledName, () => Promise<unknown>>>;

/**
 * The handlers of enqueued jobs. Each may run again after it failed halfway, and in two processes
 * at once.
 */
export type WorkHandlers = {
  readonly [Name in WorkName]: (data: WorkData[Name]) => Promise<unknown>;
};
