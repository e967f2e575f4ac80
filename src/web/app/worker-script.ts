import { appPath } from '../../kernel/app-path.ts';
import { appFiles } from './bundle.ts';
import type { Offered } from './offered.ts';
import { versionOf, type Shell } from './shell.ts';
import type { WorkerGiven } from './worker-given.ts';

/** Where a phone gets the documents that it keeps. They are the same for every member. */
export const keptPath = `${appPath}/kept`;
export const keptSignInPath = `${keptPath}/sign-in`;

/** What each start of the app asks for a member. See `client/main.ts`. */
const questions = [
  'readSession',
  'listAppMessages',
  'readAppAddress',
] as const satisfies readonly (keyof Offered)[];

/**
 * Gives the worker of a release. Its bytes change with the version, so browsers see a new release
 * when they compare them.
 */
export async function workerScript(shell: Shell): Promise<string> {
  const { scriptPath, given } = shell;
  const worker: WorkerGiven = {
    version: await versionOf(shell),
    shell: appPath,
    document: keptPath,
    signInDocument: keptSignInPath,
    files: [scriptPath],
    questions: questions.map((name) => `/api/v1${given.calls[name][1]}`),
    title: given.portal,
    body: given.texts.push_message,
    icon: `${appPath}/icon-192.png`,
  };
  return `self.given = ${JSON.stringify(worker)};\n${appFiles().worker}`;
}
