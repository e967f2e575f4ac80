import { statSync } from 'node:fs';
import type { ChainHead } from '../audit/head.ts';
import { readText } from './read-text.ts';
import { UsageError } from './usage-error.ts';
import { shown } from './words.ts';

/** Heads kept outside of the database: of institutions by short name, and one without a name. */
export interface KeptHeads {
  readonly named: ReadonlyMap<string, ChainHead>;
  readonly nameless: ChainHead | undefined;
}

/** As `tmm verify` prints it. @param slug where it prints several */
export function headLine({ number, hash }: ChainHead, slug?: string): string {
  return `Head${slug === undefined ? '' : ` of ${slug}`}: ${number}:${hash}`;
}

const line = /(?:Head of ([a-z0-9-]+): )?(?<!\d)([1-9]\d{0,17}):([0-9a-f]{64})(?![0-9a-f])/g;

/**
 * Reads the heads that `--head` gives: one, or a file with what `tmm verify` printed.
 * @throws UsageError
 */
export function readHeads(given: string): KeptHeads {
  const text = isFile(given) ? readText(given) : given;
  const named = new Map<string, ChainHead>();
  let nameless: ChainHead | undefined;
  for (const [, slug, number = '', hash = ''] of text.matchAll(line)) {
    const head = { number: BigInt(number), hash };
    if (slug === undefined) nameless = head;
    else named.set(slug, head);
  }
  if (named.size === 0 && !nameless)
    throw new UsageError(
      `--head must be NUMBER:HASH as \`tmm verify\` prints it, or a file that contains it, not ‘${shown(given)}’`,
    );
  return { named, nameless };
}

function isFile(given: string): boolean {
  try {
    return statSync(given, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    // Too long for a name, or in a folder that may not be read.
    return false;
  }
}
