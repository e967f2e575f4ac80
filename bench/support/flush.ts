import { closeSync, fdatasyncSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const page = new Uint8Array(8_192);
const flushes = 300;

/**
 * Measures how long the disk of a folder takes to flush a page, in microseconds (median). Each of
 * pgbench's commits waits for a flush, while ours share them. So a benchmark reports it beside the
 * ratio.
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
 * Returns server settings that make every flush at least this much slower, for pgbench and for us.
 * A real disk takes about a millisecond; a virtual machine's may answer from memory.
 */
export function withFlushDelay(microseconds: number): string[] {
  return microseconds > 0 ? [`commit_delay=${microseconds}`, 'commit_siblings=0'] : [];
}
