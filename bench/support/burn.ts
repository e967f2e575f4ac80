import { type ChildProcess, spawn } from 'node:child_process';

/** Milliseconds of work and pause together. */
const period = 10;

const program = `
const busy = Number(process.argv[1]);
const turn = () => {
  const end = performance.now() + busy;
  while (performance.now() < end);
  setTimeout(turn, ${period} - busy);
};
turn();
`;

/** Keeps so many cores busy in other processes, which do nothing else. */
export function burn(cores: number): Disposable {
  const parts = Math.max(1, Math.ceil(cores));
  const burners: ChildProcess[] = Array.from({ length: parts }, () =>
    spawn(process.execPath, ['-e', program, String((cores / parts) * period)], { stdio: 'ignore' }),
  );
  return {
    [Symbol.dispose]: () => {
      for (const one of burners) one.kill('SIGKILL');
    },
  };
}
