import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { checkProof } from '../../audit/proof.ts';
import { prove, type Provable, type Unprovable } from '../../service/prove.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print } from '../print.ts';
import { keyringIfAny } from '../signatures.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';

export const proofSubcommand: Subcommand = {
  name: 'proof',
  help: `
tmm proof --message ID > FILE
tmm proof --transaction ID > FILE
tmm proof --check FILE

Prints a proof, as JSON, that a message or a transaction is in the record: what was recorded, its way to the root of its batch’s
Merkle tree (RFC 9162), the batch’s row in the chain and the head. Anyone with the file can check it with --check or with another
program, without the database. ID is an id that we gave a message, CHANNEL:ID for a message that came in, such as x:1859…, or the id of
a transaction. --check needs no database; with TMM_MASTER_KEYS it also checks the signature.
Exit status 0: proven; 1: it can’t be, or the proof is not good.

${institutionHelp}
${dataHelp}`,
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        ...dataOptions,
        ...institutionOption,
        message: { type: 'string' },
        transaction: { type: 'string' },
        check: { type: 'string' },
      },
    });
    const { message, transaction, check } = values;
    if ([message, transaction, check].filter((one) => one !== undefined).length !== 1)
      throw new UsageError('say one of --message, --transaction and --check');
    if (check !== undefined) return checkFile(check);
    const of = provableOf({ message, transaction });
    await using db = await openData(values, { reads: true });
    const institution = await chooseInstitution(db, values.institution);
    const proof = await prove(db, institution.id, of);
    if (typeof proof === 'string') {
      process.stderr.write(`${reasons[proof]}\n`);
      return 1;
    }
    print(JSON.stringify(proof, null, 2));
    return 0;
  },
};

const reasons: Readonly<Record<Unprovable, string>> = {
  unknown: 'There is nothing with this id',
  not_recorded: 'It is in no batch of the record: this service did not write it',
  first_format:
    'It was recorded by a version that had one hash for a whole batch, so it can’t be proven alone. `tmm verify` checks it',
  altered: 'It is not as it was recorded: run `tmm verify`',
};

function provableOf(given: {
  readonly message: string | undefined;
  readonly transaction: string | undefined;
}): Provable {
  const { message, transaction } = given;
  const id = transaction ?? message ?? '';
  const isId = z.uuid().safeParse(id).success;
  if (transaction !== undefined && isId) return { what: 'transaction', id };
  if (message !== undefined && isId) return { what: 'outbound', id };
  const came = /^([a-z]+):(.+)$/.exec(message ?? '');
  if (came) return { what: 'inbound', channel: came[1] ?? '', id: came[2] ?? '' };
  throw new UsageError(`${id || 'nothing'} is no id`);
}

function checkFile(file: string): number {
  const checked = checkProof(readFileSync(file, 'utf8'), keyringIfAny());
  if ('refused' in checked) {
    print(`Refused: ${checked.refused}`);
    return 1;
  }
  for (const content of checked.contents) print(content);
  const signatures = {
    good: 'its signature is good',
    unchecked: 'its signature was not checked: set TMM_MASTER_KEYS',
    none: 'it has no signature',
  };
  print(`In batch ${checked.number}; ${signatures[checked.signature]}`);
  return 0;
}
