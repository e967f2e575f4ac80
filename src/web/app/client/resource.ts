import { signal, type Signal } from '@preact/signals';
import { RefusedError, sentenceOf } from './api.ts';
import { onSignOut } from './session.ts';

/** Data that a screen shows: kept in memory until sign-out, so that a screen opens at once. */
export interface Resource<Value> {
  readonly value: Signal<Value | undefined>;
  /** Why the last load failed. */
  readonly problem: Signal<string | undefined>;
  /** Loads it again. What was there stays until the answer. Never fails. */
  readonly refresh: () => Promise<void>;
  /** Loads it where nothing is there and nothing is on its way. Never fails. */
  readonly need: () => Promise<void>;
}

/** Makes a resource from what loads it. */
export function resource<Value>(load: () => Promise<Value>): Resource<Value> {
  const value = signal<Value | undefined>(undefined);
  const problem = signal<string | undefined>(undefined);
  let latest = 0;
  /** Which load is on its way, or none. */
  let open = -1;
  onSignOut(() => {
    latest += 1;
    value.value = undefined;
    problem.value = undefined;
  });
  const refresh = async () => {
    latest += 1;
    const mine = latest;
    open = mine;
    try {
      const loaded = await load();
      if (mine !== latest) return;
      value.value = loaded;
      problem.value = undefined;
    } catch (error) {
      // The sign-in screen says the rest.
      if (error instanceof RefusedError && error.code === 'sign_in_first') return;
      if (mine === latest) problem.value = sentenceOf(error);
    } finally {
      if (open === mine) open = -1;
    }
  };
  return {
    value,
    problem,
    refresh,
    need: async () => {
      if (value.value === undefined && open !== latest) await refresh();
    },
  };
}
