import { loadEnvFile } from 'node:process';
import { UsageError } from './usage-error.ts';

let loaded: string | undefined;

/**
 * Reads settings from a file, `NAME=value` a line. What the environment has already stays.
 * @returns the words that follow `--env-file FILE`
 */
export function withSettingsFile(words: readonly string[]): readonly string[] {
  const [first = '', second, ...rest] = words;
  if (first !== '--env-file' && !first.startsWith('--env-file=')) return words;
  const isOne = first !== '--env-file';
  const file = isOne ? first.slice('--env-file='.length) : second;
  if (file === undefined || file === '') throw new UsageError('--env-file needs a file');
  try {
    loadEnvFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UsageError(`${file} can’t be read${code === '' ? '' : ` (${code})`}`);
  }
  loaded = file;
  return isOne ? words.slice(1) : rest;
}

/** The file that settings were read from; `undefined` if none was given. */
export function settingsFile(): string | undefined {
  return loaded;
}
