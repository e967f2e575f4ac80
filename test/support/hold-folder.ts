import { openPGlite } from '../../src/database/open-pglite.ts';
import { Fault } from '../../src/kernel/fault.ts';

/**
 * Opens a data folder, reports it, and holds it until this process ends; or reports why it can't.
 */
const [folder = ''] = process.argv.slice(2);
try {
  const db = await openPGlite({ folder });
  await db.query('create table if not exists kept (id int)');
  await db.query('insert into kept values (1)');
  setInterval(() => {}, 60_000);
  // The lock must outlive garbage collection, though nothing refers to the database any more.
  setTimeout(() => {
    for (let round = 0; round < 3; round += 1) globalThis.gc?.();
    process.stdout.write('open\n');
  }, 100);
} catch (error) {
  process.stdout.write(`${error instanceof Fault ? error.code : String(error)}\n`);
}
