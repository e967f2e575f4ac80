import { closeSync, fdatasyncSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const page = new Uint8Array(8_192);
const flushes = 300;

/**
 * How long the disk beneath a folder takes to flush a page, in microseconds at the median. Each of pgbench's commits waits for
 * one, ours share them: what a ratio between the two is worth depends on it, so a benchmark tells it.
 */
export function flushMicroseconds(folder: string): number {
  const file = join(folder, 'flush-probe');
  const descriptor = openSync(file, 'w');
  try {
    const times = Array.from({ length: flushes }, (_, at) => {
      writeSync(descriptor, page, 0, page.length, at * page.length);
      const started = performance.now();
      fdatasyncSync(descriptor);
      return performance.now() - started;
    }).sort((a, b) => a - b);
    return Math.round((times[flushes / 2] ?? 0) * 1_000);
  } finally {
    closeSync(descriptor);
    unlinkSync(file);
  }
}

/**
 * Settings of a server whose every flush takes at least so much longer, for pgbench and for us alike: a disk that really flushes
 * takes about a millisecond, that of a virtual machine may answer from a memory.
 */
export function withFlushDelay(microseconds: number): string[] {
  return microseconds > 0 ? [`commit_delay=${microseconds}`, 'commit_siblings=0'] : [];
}
