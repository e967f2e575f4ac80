import { appPath } from '../../kernel/app-path.ts';
import { appFiles } from './bundle.ts';
import type { Shell } from './shell.ts';
import type { WorkerGiven } from './worker-given.ts';

/**
 * Gives the worker of a release. Its bytes change with the version, so browsers see a new release
 * when they compare them.
 */
export function workerScript({ version, paths, given }: Shell): string {
  const worker: WorkerGiven = {
    version,
    shell: appPath,
    files: [paths.script, paths.style],
    title: given.portal,
    body: given.texts.push_message,
    icon: `${appPath}/icon-192.png`,
  };
  return `self.given = ${JSON.stringify(worker)};\n${appFiles().worker}`;
}
