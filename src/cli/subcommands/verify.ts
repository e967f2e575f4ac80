import { parseArgs } from 'node:util';
import { schemaProblems } from '../../audit/changes/schema-problems.ts';
import { institutionsWithChain } from '../../audit/made.ts';
import type { Database } from '../../database/database.ts';
import { listInstitutionNames } from '../../members/institution.ts';
import { institutionOption } from '../choose-institution.ts';
import { type KeptHeads, readHeads } from '../heads.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print } from '../print.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';
import { type Verified, verifyInstitution } from '../verify-institution.ts';
import { noMoreThan, shown } from '../words.ts';

export const verifySubcommand: Subcommand = {
  name: 'verify',
  help: `
tmm verify [--head NUMBER:HASH | --head FILE]

Recomputes every balance, hold and batch, compares every row that decides money, identity, consent or evidence with its recorded
changes, and reports what differs by table, key and column, and gaps. It lists at most 100 differences of a kind. It writes nothing.

It prints the newest head of each chain. Keep it where nobody who can write the database can change it, and pass it next time with
--head. Without it nothing shows that the end of a chain was cut off, with all that it covered.

It needs no configuration. With TMM_MASTER_KEYS it also checks the signatures. Without the key, anybody who can write the database can also
have rewritten the whole record. A demonstration is checked with its own key, which everyone has. The books may begin without a key; a
batch without a signature that comes after a signed one is reported first.

  --institution SLUG   only this one (default: all, one after another)
  --head               a head that you kept; with several institutions a file with all that \`tmm verify\` printed

Exit status 0: no difference (without a key: the signatures were not checked, as the last line says); 1: differences, or rows or
signatures that could not be checked; 2: wrong use, or no database of this version; 70: it failed.

${dataHelp}`,
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { ...dataOptions, ...institutionOption, head: { type: 'string' } },
    });
    noMoreThan(0, positionals);
    const heads = values.head === undefined ? undefined : readHeads(values.head);
    await using db = await openData(values, { reads: true });
    // Without these two nobody knows whose record there is.
    const gone = (await schemaProblems(db)).filter(
      ({ where, isGone }) => isGone && ['institutions', 'chain_heads'].includes(where),
    );
    for (const { where, what } of gone) print(`${where}: ${what}`);
    if (gone.length > 0) return 1;
    const all = await institutions(db);
    const chosen = choose(all, values.institution);
    if (chosen.length > 1 && heads?.nameless)
      throw new UsageError(
        'there are several institutions: give --institution with --head, or a file with the heads of all of them',
      );
    let isGood = true;
    for (const one of chosen) {
      if (all.length > 1) print(`${one === chosen[0] ? '' : '\n'}${one.slug}`);
      const head = heads?.named.get(one.slug) ?? heads?.nameless;
      if (heads && !head)
        print(`No head of ${one.slug} was given: an end cut off its chain would go unnoticed`);
      isGood = (await verifyInstitution(db, { ...one, head, isOneOf: all.length })) && isGood;
    }
    if (values.institution === undefined && !tellGone(heads, all)) isGood = false;
    return isGood ? 0 : 1;
  },
};

/** All institutions that there are, and those of which there is only a record. */
async function institutions(db: Database): Promise<Verified[]> {
  const there = await listInstitutionNames(db);
  const known = new Set(there.map(({ id }) => id));
  const recorded = await institutionsWithChain(db);
  return [
    ...there,
    ...recorded
      .filter((id) => !known.has(id))
      .map((id) => ({ id, slug: `institution-${id}`, demonstration: false })),
  ];
}

function choose(all: readonly Verified[], slug: string | undefined): readonly Verified[] {
  if (all.length === 0)
    throw new UsageError('there is no institution yet: create one with `tmm institution create`');
  if (slug === undefined) return all;
  const found = all.filter((one) => one.slug === slug);
  if (found.length > 0) return found;
  throw new UsageError(
    `there is no institution ‘${shown(slug)}’; the institutions are ${all.map((one) => one.slug).join(', ')}`,
  );
}

/** @returns whether each institution of a kept head is there */
function tellGone(heads: KeptHeads | undefined, all: readonly Verified[]): boolean {
  const gone = [...(heads?.named.keys() ?? [])].filter(
    (slug) => !all.some((one) => one.slug === slug),
  );
  for (const slug of gone) print(`${slug}: it is gone, though a head kept outside names it`);
  return gone.length === 0;
}
