import type { Keyring } from '../kernel/keyring.ts';
import type { ChainRow } from './chain-row.ts';
import { problemsMax } from './problems-max.ts';
import { nameOfRange, rangesOf } from './ranges.ts';

/** What was found of the signatures of one key. */
interface OfKey {
  good: number;
  unknown: number;
  broken: number;
  /** Batches whose signature is not this key's, the first of them. */
  readonly brokenAt: bigint[];
}

/** Checks the signatures of a chain, row by row, and says what is wrong once all were looked at. */
export class SignatureTally {
  readonly unsigned: bigint[] = [];
  firstSigned: bigint | undefined;
  readonly #keyring: Keyring | undefined;
  readonly #byKey = new Map<number, OfKey>();
  #unchecked = 0;

  constructor(keyring: Keyring | undefined) {
    this.#keyring = keyring;
  }

  add({ number, hash, signature }: ChainRow): void {
    if (signature === null) {
      this.unsigned.push(number);
      return;
    }
    this.firstSigned ??= number;
    if (!this.#keyring) {
      // Without the key, a real signature and a forged one look the same. Unchecked is not valid.
      this.#unchecked += 1;
      return;
    }
    const id = signature[0] ?? 0;
    const of = this.#byKey.get(id) ?? { good: 0, unknown: 0, broken: 0, brokenAt: [] };
    this.#byKey.set(id, of);
    const verified = this.#keyring.verify('record', hash, signature);
    if (verified === undefined) of.unknown += 1;
    else if (verified) of.good += 1;
    else {
      of.broken += 1;
      if (of.brokenAt.length < problemsMax) of.brokenAt.push(number);
    }
  }

  counts(): { good: number; unchecked: number; unsigned: number; unknown: Map<number, number> } {
    const known = [...this.#byKey];
    return {
      good: known.reduce((sum, [, { good }]) => sum + good, 0),
      unchecked: this.#unchecked,
      unsigned: this.unsigned.length,
      unknown: new Map(known.flatMap(([id, { unknown }]) => (unknown > 0 ? [[id, unknown]] : []))),
    };
  }

  /**
   * Batches that another key signed than the one of that id, and keys that are missing. Where all signatures of a key are wrong, the one
   * that was given is probably another.
   */
  problems(): { readonly where: string; readonly what: string }[] {
    return [...this.#byKey].flatMap(([id, { good, unknown, broken, brokenAt }]) => {
      if (unknown > 0)
        return [
          {
            where: `key ${id}`,
            what: `${unknown} ${unknown === 1 ? 'batch is' : 'batches are'} signed with it, and TMM_MASTER_KEYS lacks it: not checked`,
          },
        ];
      if (broken === 0) return [];
      if (good === 0)
        return [
          {
            where: `key ${id}`,
            what: `none of the ${broken} signatures that name it is its own: TMM_MASTER_KEYS has another key as ${id}, or someone without the key wrote these batches`,
          },
        ];
      return rangesOf(brokenAt).map((range) => ({
        where: nameOfRange(range),
        what: 'its signature does not match its hash',
      }));
    });
  }
}
