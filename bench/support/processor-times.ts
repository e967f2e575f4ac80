import { readFileSync } from 'node:fs';
import { childrenOf } from './thread-times.ts';

/** The kernel counts in ticks of this many microseconds. */
const tick = 10_000;

/** What was used between two readings. */
export interface ProcessorUse<Name extends string> {
  /** CPU time of each process and its children, those that ended meanwhile included. */
  readonly microseconds: Readonly<Record<Name, number>>;
  /** The share of the machine's processors that did nothing, from 0 to 1. */
  readonly idleShare: number;
  /** The time that the machine's processors had, in microseconds. */
  readonly wholeMicroseconds: number;
}

/**
 * Starts to watch processes with their children. Linux only, since it reads `/proc`.
 * @returns what they used since
 */
export function watchProcessors<Name extends string>(
  pids: Readonly<Record<Name, number>>,
): () => ProcessorUse<Name> {
  const before = read(pids);
  return () => {
    const after = read(pids);
    const since = (name: string) =>
      (after.families.get(name) ?? 0) - (before.families.get(name) ?? 0);
    const names = [...after.families.keys()];
    const whole = Math.max(1, after.all - before.all);
    return {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each name that was given, and no other
      microseconds: Object.fromEntries(names.map((name) => [name, since(name)])) as Record<
        Name,
        number
      >,
      idleShare: (after.idle - before.idle) / whole,
      wholeMicroseconds: whole * tick,
    };
  };
}

function read(pids: Readonly<Record<string, number>>) {
  const families = new Map(
    Object.entries(pids).map(([name, pid]) => [name, familyMicroseconds(pid)]),
  );
  return { families, ...machineTicks() };
}

/** A child that ends passes its time on to its parent, so none is lost or counted twice. */
function familyMicroseconds(pid: number): number {
  const own = ticksOf(pid);
  const children = childrenOf(pid).map((child) => ticksOf(child).alive);
  return tick * children.reduce((sum, one) => sum + one, own.alive + own.reaped);
}

/** CPU time of the children of this process that have ended, in microseconds. */
export function reapedMicroseconds(): number {
  return tick * ticksOf(process.pid).reaped;
}

/** Peak of a process's resident memory in megabytes (10⁶ bytes). */
export function peakMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round((Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1_024) / 1e6);
}

function ticksOf(pid: number): { readonly alive: number; readonly reaped: number } {
  const text = readIfThere(`/proc/${pid}/stat`);
  // Behind the command's name, which may hold anything: state is field 3.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const at = (field: number) => Number(fields[field - 3] ?? 0);
  return { alive: at(14) + at(15), reaped: at(16) + at(17) };
}

/** A process that has ended meanwhile has nothing to read. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function machineTicks(): { readonly idle: number; readonly all: number } {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  // User, nice, system, idle, iowait, irq, softirq, steal. Guests count in user already.
  const ticks = line.trim().split(/\s+/).slice(1, 9).map(Number);
  const [, , , idle = 0, waiting = 0] = ticks;
  return { idle: idle + waiting, all: ticks.reduce((sum, one) => sum + one, 0) };
}
