import { readdirSync, readFileSync } from 'node:fs';
import { stepKinds } from '../../src/access/steps.ts';
import { orderStates } from '../../src/core/remote/order-row.ts';
import { enrollableChannels } from '../../src/channels/descriptors.ts';
import { enrollmentStates } from '../../src/enrollment/enrollment.ts';
import { accountClasses, accountEvents } from '../../src/ledger/account.ts';
import { holdEvents, holdStates } from '../../src/ledger/hold.ts';

/** One closed union of names. */
export interface Vocabulary {
  readonly name: string;
  /** Its home file, from the root. */
  readonly home: string;
  readonly members: readonly string[];
  /** Types that the home declares. The compiler checks lists of these types. */
  readonly types: readonly string[];
}

const root = new URL('../../', import.meta.url);

/** Unions that only one room needs. */
const ofRooms: readonly (readonly [
  home: string,
  lists: Readonly<Record<string, readonly string[]>>,
])[] = [
  ['src/access/steps.ts', { stepKinds }],
  ['src/channels/descriptors.ts', { enrollableChannels }],
  ['src/enrollment/enrollment.ts', { enrollmentStates }],
  ['src/core/remote/order-row.ts', { orderStates }],
  ['src/ledger/account.ts', { accountClasses, accountEvents }],
  ['src/ledger/hold.ts', { holdEvents, holdStates }],
];

/**
 * Lists every closed union: each list that `kernel/vocabulary` exports, and those of single rooms.
 */
export async function loadVocabularies(): Promise<readonly Vocabulary[]> {
  const folder = 'src/kernel/vocabulary';
  const shared = await Promise.all(
    readdirSync(new URL(folder, root))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map(async (file): Promise<readonly [string, Readonly<Record<string, unknown>>]> => {
        const module: Readonly<Record<string, unknown>> = await import(
          new URL(`${folder}/${file}`, root).href
        );
        return [`${folder}/${file}`, module];
      }),
  );
  return [...shared, ...ofRooms].flatMap(([home, lists]) => vocabulariesOf(home, lists));
}

function vocabulariesOf(
  home: string,
  exported: Readonly<Record<string, unknown>>,
): readonly Vocabulary[] {
  const text = readFileSync(new URL(home, root), 'utf8');
  const types = [...text.matchAll(/export type (\w+)/g)].map(([, name = '']) => name);
  return Object.entries(exported).flatMap(([name, list]) =>
    isNames(list) ? [{ name, home, members: list, types }] : [],
  );
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 1 && value.every((one) => typeof one === 'string');
}
