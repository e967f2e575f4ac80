import columnsOf from '../../../src/audit/changes/made-columns.json' with { type: 'json' };
import {
  otherTables,
  recordedTables,
  unrecordedTables,
} from '../../../src/audit/changes/recorded-tables.ts';
import { type KeptClass, keptDaysSetting } from '../../../src/members/kept-days-setting.ts';
import { made } from './row.ts';

/** Columns by whose names a person may be known, readable in the database. */
const personal =
  /^(?:name|handle|e_?mail|email_key|phone|text|paragraphs|lines|device|came_from|who|who_name|why|detail|subject|note|label|stranger)$/;

/** What the setting `keptDays` is about: the class, its words, and what deletes it. */
const byDays: readonly [KeptClass, string, string][] = [
  ['events', 'domain events, once all their readers have them', 'src/audit/events/prune-events.ts'],
  ['webhookDeliveries', 'deliveries of webhooks, after they ended', 'src/programs/deliveries.ts'],
  ['alerts', 'what fired an alert', 'src/alerts/waiting-alerts.ts'],
  [
    'preparedMessages',
    'the encrypted form of messages that left',
    'src/messages/prune-prepared.ts',
  ],
  ['enrollments', 'enrollments, after they ended', 'src/enrollment/prune-enrollments.ts'],
  [
    'endedSessions',
    'sessions of members and staff, after they ended',
    'src/access/prune-access.ts',
  ],
  ['wrongGuesses', 'counts of wrong guesses, after the last', 'src/access/prune-access.ts'],
];

const usual = keptDaysSetting.parse(undefined);

function kept(name: KeptClass): string {
  return `as many days as \`keptDays.${name}\` says, ${usual[name]} by default`;
}

/** Where members’ data flow and lie, table by table, and how long they stay. */
export function dataPage(): string {
  return `# Members’ data

${made}

## Flow

| from or to | what | sent by |
|---|---|---|
| X, X Chat | what members write, and our answers | [src/channels/x](../../src/channels/x) |
| Twilio, Kannel | text messages in both directions, with phone numbers | [src/channels/twilio](../../src/channels/twilio), [src/channels/kannel](../../src/channels/kannel) |
| push services | that something waits, and how much; encrypted for the device | [src/push](../../src/push) |
| browsers and the app | what a member sees in online banking | [src/web/site](../../src/web/site), [src/web/app](../../src/web/app) |
| the console | what staff may see by their role; each look is kept | [src/web/console](../../src/web/console) |
| another core | members and books in, postings out, by files or by its adapter | [src/exchange](../../src/exchange), [src/core/remote](../../src/core/remote) |
| the institution’s identity provider | sign-in of staff, no member | [src/staff-access/single-sign-on](../../src/staff-access/single-sign-on) |
| programs with a token | what their scopes name; each call is in the audit log | [src/web/console/program-api.ts](../../src/web/console/program-api.ts) |
| webhooks | ids and kinds of events | [src/programs/event-body.ts](../../src/programs/event-body.ts) |

## Map

Bytes are encrypted values or hashes, keys and signatures. The readable columns are found by their names, such as \`text\` or \`who\`.

| table | bytes | readable, maybe about a person | in the record |
|---|---|---|---|
${rows().join('\n')}

Tables outside the record hold ways and counts, each with its reason in [record.md](../reference/record.md):
${Object.keys(unrecordedTables)
  .map((table) => `\`${table}\``)
  .join(', ')}.

## Retention

A job does this each night at 4:41 UTC: [src/service/retention.ts](../../src/service/retention.ts). It can name no table of evidence, and \`verify\` finds no difference
after it ([test](../../src/service/retention.test.ts)).

| what | kept | by |
|---|---|---|
| books, consents, audit log, looks, chain | always | nothing deletes them: [src/audit/append-only-tables.ts](../../src/audit/append-only-tables.ts) |
| messages | always, or as many years as the setting \`messagesKeptYears\` says, at least two; their hashes always | [src/messages/prune-messages.ts](../../src/messages/prune-messages.ts) |
| texts that were not understood, without their member | as many days as the setting \`unknownTextsKeptDays\` says, 90 by default | [src/messages/texts-not-understood.ts](../../src/messages/texts-not-understood.ts) |
${byDays.map(([name, what, file]) => `| ${what} | ${kept(name)} | [${file}](../../${file}) |`).join('\n')}
| steps of signing in, browsers known no more | a day; 400 days | [src/access/prune-access.ts](../../src/access/prune-access.ts) |
| backups | as the institution keeps them | [docs/guides/backup.md](../guides/backup.md) |
`;
}

function rows(): string[] {
  return Object.entries(columnsOf).map(([table, columns]) => {
    const types = Object.entries<readonly unknown[]>(columns);
    const bytes = types.filter(([, [type]]) => String(type).startsWith('bytea'));
    const readable = types.filter(([name, [type]]) => type !== 'bytea' && personal.test(name));
    const list = (some: readonly [string, unknown][]) =>
      some.map(([name]) => `\`${name}\``).join(', ');
    return `| \`${table}\` | ${list(bytes)} | ${list(readable)} | ${coverageOf(table)} |`;
  });
}

function coverageOf(table: string): string {
  if (Object.hasOwn(recordedTables, table)) return 'each change';
  return Object.hasOwn(otherTables, table) ? 'directly' : 'no';
}
