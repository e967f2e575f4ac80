import { channelCommands } from '../channels/commands.ts';
import type { Subcommand } from './subcommand.ts';

/**
 * A subcommand in the overview. We load its file on demand, since reading a text needs no database
 * and no web.
 */
interface Entry {
  readonly name: string;
  /** One line. */
  readonly summary: string;
  load(): Promise<Subcommand>;
}

/** All subcommands, in the order of the overview. */
export const subcommands: readonly Entry[] = [
  {
    name: 'setup',
    summary: 'set up an installation: settings, keys, database, institution, a first message',
    load: async () => (await import('./subcommands/setup.ts')).setupSubcommand,
  },
  {
    name: 'doctor',
    summary: 'check settings, database, DNS, TLS and carriers, and say what to do',
    load: async () => (await import('./subcommands/doctor.ts')).doctorSubcommand,
  },
  {
    name: 'serve',
    summary: 'run the service',
    load: async () => (await import('./subcommands/serve.ts')).serveSubcommand,
  },
  {
    name: 'demo',
    summary: 'run a demonstration credit union with simulated carriers (same as npm start)',
    load: async () => (await import('./subcommands/demo.ts')).demoSubcommand,
  },
  {
    name: 'simulate',
    summary: 'run a simulated X and Twilio beside `tmm serve`, to rehearse',
    load: async () => (await import('./subcommands/simulate.ts')).simulateSubcommand,
  },
  {
    name: 'migrate',
    summary: 'migrate a database to this version’s schema',
    load: async () => (await import('./subcommands/migrate.ts')).migrateSubcommand,
  },
  {
    name: 'parse',
    summary: 'show the reading of a text, as one line of JSON',
    load: async () => (await import('./subcommands/parse.ts')).parseSubcommand,
  },
  {
    name: 'say',
    summary: 'show the reply that a member would get',
    load: async () => (await import('./subcommands/say.ts')).saySubcommand,
  },
  {
    name: 'import',
    summary: 'import members, accounts, transactions and holds from another system',
    load: async () => (await import('./subcommands/import.ts')).importSubcommand,
  },
  {
    name: 'verify',
    summary: 'check the ledger and the chain of batches, and report every difference',
    load: async () => (await import('./subcommands/verify.ts')).verifySubcommand,
  },
  {
    name: 'proof',
    summary: 'prove that a message or transaction is in the record, or check a proof',
    load: async () => (await import('./subcommands/proof.ts')).proofSubcommand,
  },
  {
    name: 'export',
    summary: 'export the journal for hledger or beancount, or postings for another core',
    load: async () => (await import('./subcommands/export.ts')).exportSubcommand,
  },
  {
    name: 'postings',
    summary: 'follow what was sent to another core: settle, post, reject, balance',
    load: async () => (await import('./subcommands/postings.ts')).postingsSubcommand,
  },
  {
    name: 'buckets',
    summary: 'list the institution’s own accounts, and give one more buckets',
    load: async () => (await import('./subcommands/buckets.ts')).bucketsSubcommand,
  },
  {
    name: 'order',
    summary: 'list transfers that another core has not confirmed, end one with proof',
    load: async () => (await import('./subcommands/order.ts')).orderSubcommand,
  },
  ...channelCommands.map((entry) => ({
    name: entry.name,
    summary: entry.summary,
    load: async () =>
      (await import('./channel-subcommand.ts')).channelSubcommand(await entry.load()),
  })),
  {
    name: 'institution',
    summary: 'list, show, create and configure the credit unions hosted here',
    load: async () => (await import('./subcommands/institution.ts')).institutionSubcommand,
  },
  {
    name: 'member',
    summary: 'list, show and invite members, connect their X account, lock and unlock',
    load: async () => (await import('./subcommands/member.ts')).memberSubcommand,
  },
  {
    name: 'share',
    summary: 'show an account, change its owners, limit or loan terms, close it',
    load: async () => (await import('./subcommands/share.ts')).shareSubcommand,
  },
  {
    name: 'task',
    summary: 'list, take and close tasks for staff',
    load: async () => (await import('./subcommands/task.ts')).taskSubcommand,
  },
  {
    name: 'case',
    summary: 'open, track and close disputes, with the deadlines of Regulation E',
    load: async () => (await import('./subcommands/case.ts')).caseSubcommand,
  },
  {
    name: 'code',
    summary: 'show (masked) or change a member’s security code',
    load: async () => (await import('./subcommands/code.ts')).codeSubcommand,
  },
  {
    name: 'staff',
    summary: 'list and invite people of the staff, change their roles, end them, make tokens',
    load: async () => (await import('./subcommands/staff.ts')).staffSubcommand,
  },
  {
    name: 'do',
    summary: 'run any operation of the staff console, and print its answer as JSON',
    load: async () => (await import('./subcommands/do.ts')).doSubcommand,
  },
  {
    name: 'program',
    summary: 'list and add programs that read by a token, end them',
    load: async () => (await import('./subcommands/program.ts')).programSubcommand,
  },
  {
    name: 'webhook',
    summary: 'tell programs of events by signed webhooks, see and repeat deliveries',
    load: async () => (await import('./subcommands/webhook.ts')).webhookSubcommand,
  },
  {
    name: 'key',
    summary: 'create a master key for TMM_MASTER_KEYS',
    load: async () => (await import('./subcommands/key.ts')).keySubcommand,
  },
];

/** @returns `undefined` if no subcommand has this name */
export async function findSubcommand(name: string): Promise<Subcommand | undefined> {
  return subcommands.find((one) => one.name === name)?.load();
}
