import type { Database } from '../../database/database.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Config } from '../config.ts';
import { systemClock } from '../../kernel/clock.ts';
import { checkInstallation } from './run-checks.ts';

/** Logs what `tmm doctor` would find, beside everything else: nobody waits for it. Disposing of it ends the checks. */
export function logFindings(
  config: Config,
  { db, logger }: { readonly db: Database; readonly logger: Logger },
): Disposable {
  const ending = new AbortController();
  void logAll(config, { db, logger, signal: ending.signal });
  return { [Symbol.dispose]: () => ending.abort() };
}

async function logAll(
  config: Config,
  given: { readonly db: Database; readonly logger: Logger; readonly signal: AbortSignal },
): Promise<void> {
  const { logger, signal } = given;
  try {
    const now = () => systemClock.now();
    const findings = await checkInstallation({ ...given, config, now, isServing: true });
    if (signal.aborted) return;
    for (const { check, level, what, why, act } of findings)
      if (level !== 'ok') logger.warn({ check, finding: level, why, act }, what);
  } catch (error) {
    // The end of the service closes what the checks ask.
    if (!signal.aborted) logger.warn({ error }, 'The checks of the start failed');
  }
}
