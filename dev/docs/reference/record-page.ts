import {
  type LeftOut,
  otherTables,
  recordedTables,
  unrecordedTables,
} from '../../../src/audit/changes/recorded-tables.ts';

/** What the chain covers and what it does not, table by table. `test/contracts/altered-tables.test.ts` shows that it is so. */
export function recordPage(): string {
  return `# What the record covers

This page is generated from the list of recorded tables; \`TMM_WRITE_DOCS=1 npx vitest run dev/docs\` writes it again. The test
\`test/contracts/altered-tables.test.ts\` alters each column of each table of the first two sections, in turn and on both engines. It also
deletes, inserts and swaps rows, and cuts off the end of the chain. \`tmm verify\` finds each of these, except in the columns named there.

## Changes

What decides money, identity, consent or evidence. Each change of a row is in the chain, and \`tmm verify\` compares each row with its
changes. Bytes, such as encrypted addresses and codes, are in the changes as their SHA-256.

${coverage(recordedTables)}

## Chain, books and messages

The chain covers these rows directly. Balances and holds follow from the entries and events, and \`tmm verify\` computes them again.

${coverage(otherTables)}

## Not in the record

| table | why an alteration doesn't matter |
| --- | --- |
${Object.entries(unrecordedTables)
  .map(([table, why]) => `| \`${table}\` | ${why} |`)
  .join('\n')}
| \`jobs.*\` | The queues of background jobs. What a job changes is recorded. |

## What somebody who can write the database could also do

| what | what comes of it |
| --- | --- |
| cut the end off a chain, with all that it covers | Only a head kept elsewhere shows it: \`tmm verify --head\`. Without it, nothing does. |
| put everything back as it was earlier, from a backup | The same. |
| drop a table or column of the first two sections, alter a default or a type | \`tmm verify\` names it. It compares with the columns that the migrations make (\`src/audit/changes/made-columns.json\`). |
| add a table, a column, an index, a trigger or a function | Not looked at by itself. What a trigger alters in a covered row is found like any alteration. |
| insert an institution | \`tmm verify\` says that no signed batch made it. The service doesn't serve it, and neither the service nor \`tmm\` signs its rows. |
| delete an institution | \`tmm verify\` checks each chain that is there. A head kept elsewhere also shows where the chain is gone. |
| write the record again, without the key | The signatures are missing or wrong. Without the key \`tmm verify\` can't check them, and says so. |

The first start is the exception. Until the first signature of an installation nothing tells an inserted institution or row from ours. So
create institutions with \`TMM_MASTER_KEYS\` set, and run \`tmm migrate\` with it right after an update.
`;
}

function coverage(tables: Readonly<Record<string, LeftOut>>): string {
  const rows = Object.entries(tables)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([table, leftOut]) => `| \`${table}\` | ${leftOutOf(leftOut)} |`);
  return ['| table | all columns, except |', '| --- | --- |', ...rows].join('\n');
}

/** Columns with the same reason stand together. */
function leftOutOf(leftOut: LeftOut): string {
  const byReason = Map.groupBy(Object.entries(leftOut), ([, why]) => why);
  return [...byReason]
    .map(([why, columns]) => `${columns.map(([name]) => `\`${name}\``).join(', ')}: ${why}`)
    .join('<br>');
}
