/**
 * The queues, as migrations made them: `schedule` has what comes round, `work` what was enqueued, `dead` what no retry helped. How a
 * queue retries stands in its row.
 */
export const queueNames = ['schedule', 'work', 'dead'] as const;
export type QueueName = (typeof queueNames)[number];

/** As cron writes it. */
export const everyMinute = '* * * * *';

/** What comes round, and when (cron, UTC); what channels do every minute comes on top. Each time one process of the installation runs it. */
export const schedules = {
  'settle-echoes': everyMinute,
  'find-due': everyMinute,
  'find-inactive': '7 * * * *',
  'prune-events': '41 4 * * *',
} as const;
export type ScheduledName = keyof typeof schedules;

/**
 * What is enqueued, and with which data: ids, never what a member wrote or owns. Data outlive a release, so old ones must stay
 * readable.
 */
export interface WorkData {
  'expire-holds': { readonly institutionId: number };
  'fall-back': { readonly institutionId: number };
  'warn-inactive': { readonly institutionId: number };
  'consume-events': { readonly institutionId: number };
}
export type WorkName = keyof WorkData;

/** One piece of work. */
export type Work = {
  [Name in WorkName]: { readonly job: Name; readonly data: WorkData[Name] };
}[WorkName];

/** What channels do every minute, by name. */
export type ChannelHandlers = Readonly<Record<string, () => Promise<unknown>>>;

export type ScheduledHandlers = Readonly<Record<ScheduledName, () => Promise<unknown>>>;

/** Each may run again after it failed half-way, and at the same time in another process. */
export type WorkHandlers = {
  readonly [Name in WorkName]: (data: WorkData[Name]) => Promise<unknown>;
};
