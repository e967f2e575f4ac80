import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Node keeps compiled code, so the next `tmm` starts in half the time: no types to strip, nothing to compile. The folder is beside
// the program, and nobody can write there who can't write the program itself. If it is read-only, Node does without.
const kept = fileURLToPath(new URL('../../node_modules/.cache/node-compile', import.meta.url));
enableCompileCache(kept);
// Threads read the variable.
process.env['NODE_COMPILE_CACHE'] ??= kept;

// A reader of only the beginning (`| head`) has enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`tmm: can’t write the output: ${error.message}\n`);
  process.exit(70);
});

// Only what is imported after the line above is kept.
const { runCommandLine } = await import('./run-command-line.ts');
process.exitCode = await runCommandLine(process.argv.slice(2));
