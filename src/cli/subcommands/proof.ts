import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { ChainHead } from '../../audit/head.ts';
import { checkProof, isProven } from '../../audit/proof.ts';
import type { Provable, Unprovable } from '../../audit/provable.ts';
import { createKeyring, type Keyring } from '../../kernel/keyring.ts';
import { systemRandom } from '../../kernel/random.ts';
import { demonstrationKey } from '../../service/config.ts';
import { prove } from '../../service/prove.ts';
import { receiptForm, receiptTransaction } from '../../service/receipt-transaction.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { readHeads } from '../heads.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print } from '../print.ts';
import { readText } from '../read-text.ts';
import { keyringIfAny } from '../signatures.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';
import { noMoreThan, shown } from '../words.ts';

const options = {
  ...dataOptions,
  ...institutionOption,
  message: { type: 'string' },
  transaction: { type: 'string' },
  receipt: { type: 'string' },
  member: { type: 'string' },
  check: { type: 'string' },
  head: { type: 'string' },
  demonstration: { type: 'boolean', default: false },
} as const;

export const proofSubcommand: Subcommand = {
  name: 'proof',
  help: `
tmm proof --receipt RECEIPT --member NUMBER > FILE
tmm proof --transaction ID > FILE
tmm proof --message ID > FILE
tmm proof --check FILE [--head NUMBER:HASH | --head FILE] [--demonstration]

Prints a proof, as JSON, that a transaction or a message is in the record: what was recorded, its path to the root of its batch’s
Merkle tree (RFC 9162), the batch’s row in the chain, and the newest head. docs/reference/proof.md describes the file. It contains what
was recorded, such as the text of a message: give it only to someone who may read that.

  --receipt RECEIPT    the transfer of a receipt that a member got, such as 1-1176. Receipts are each member’s own: give --member too
  --transaction ID     a transaction by its id, as \`tmm export\` prints it
  --message ID         a message that went out by its id in the table outbound; one that came in as CHANNEL:ID, with the platform’s id,
                       such as x:1859…

--check reads a file and no database. Anyone can make a file that agrees with itself, so something else must vouch for its batch:
  TMM_MASTER_KEYS      checks the signature of the batch
  --head               a head that you kept: the batch of the proof must be the one that it names
  --demonstration      checks the signature with the demonstration’s key, which everyone has
Without one of these the file is not proven.

Exit status 0: proven, or the proof was printed; 1: not proven, or there is no proof; 2: wrong use; 70: it failed.

${institutionHelp}
${dataHelp}`,
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options,
    });
    noMoreThan(0, positionals);
    const { message, transaction, receipt, member, check, head, demonstration } = values;
    if ([message, transaction, receipt, check].filter((one) => one !== undefined).length !== 1)
      throw new UsageError('say one of --receipt, --transaction, --message and --check');
    if (check === undefined && (head !== undefined || demonstration))
      throw new UsageError('--head and --demonstration are for --check');
    if ((receipt === undefined) !== (member === undefined))
      throw new UsageError(
        '--receipt and --member go together: each member has their own receipts',
      );
    if (check !== undefined)
      return checkFile(check, {
        keyring: demonstration ? createKeyring([demonstrationKey], systemRandom) : keyringIfAny(),
        head: head === undefined ? undefined : headOf(head),
      });
    if (receipt !== undefined && !receiptForm.test(receipt))
      throw new UsageError(`‘${shown(receipt)}’ is no receipt of our own books, such as 1-1176`);
    const of = receipt === undefined ? provableOf({ message, transaction }) : undefined;
    await using db = await openData(values, { reads: true });
    const institution = await chooseInstitution(db, values.institution);
    const found =
      of ?? (await ofReceipt(db, institution.id, { member: member ?? '', receipt: receipt ?? '' }));
    const proof = found ? await prove(db, institution.id, found) : 'unknown';
    if (typeof proof === 'string') {
      process.stderr.write(`${reasons[proof]}\n`);
      return 1;
    }
    print(JSON.stringify(proof, null, 2));
    return 0;
  },
};

const reasons: Readonly<Record<Unprovable, string>> = {
  unknown: 'There is nothing with this id or receipt',
  not_recorded: 'It is in no batch of the record: this service did not write it',
  first_format:
    'It was recorded by a version that had one hash for a whole batch, so it can’t be proven alone. `tmm verify` checks it',
  altered: 'It is not as it was recorded: run `tmm verify`',
};

async function ofReceipt(
  ...given: Parameters<typeof receiptTransaction>
): Promise<Provable | undefined> {
  const id = await receiptTransaction(...given);
  return id === undefined ? undefined : { what: 'transaction', id };
}

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
  if (receiptForm.test(id))
    throw new UsageError(`${id} is a receipt: use --receipt ${id} --member NUMBER`);
  throw new UsageError(`‘${shown(id)}’ is no id`);
}

/** The one head that is given. A file of several institutions doesn't say which a proof is of. */
function headOf(given: string): ChainHead {
  const { named, nameless } = readHeads(given);
  const [first, second] = [...(nameless ? [nameless] : []), ...named.values()];
  if (!first || second)
    throw new UsageError('there are several heads in this file: give one as --head NUMBER:HASH');
  return first;
}

function checkFile(
  file: string,
  given: { readonly keyring: Keyring | undefined; readonly head: ChainHead | undefined },
): number {
  const checked = checkProof(readText(file), given);
  if ('refused' in checked) {
    print(`Refused: ${checked.refused}`);
    return 1;
  }
  for (const content of checked.contents) print(content);
  const { number, signature, keptHead, uncheckedHead } = checked;
  print(`In batch ${number}; ${signatures[signature]}`);
  if (keptHead === 'batch') print('The kept head names this batch');
  if (keptHead === 'other')
    print('The kept head names another batch, so it proves nothing of this one');
  if (uncheckedHead)
    print(
      `Not checked: that the chain went on from this batch to the head in the file, ${uncheckedHead.number}:${uncheckedHead.hash}`,
    );
  if (isProven(checked)) return 0;
  print(
    'Not proven: the file agrees with itself, but anyone could have made it. Set TMM_MASTER_KEYS, or give --head with a kept head of this batch',
  );
  return 1;
}

const signatures = {
  good: 'its signature is good',
  unchecked: 'its signature was not checked: there is no key',
  unknown_key: 'its signature was not checked: TMM_MASTER_KEYS lacks its key',
  none: 'it has no signature',
} as const;
