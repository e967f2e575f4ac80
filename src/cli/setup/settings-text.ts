import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** Settings by name, as a file or the environment has them. */
export type Settings = Readonly<Record<string, string | undefined>>;

/** Reads a file of settings. There is nothing in a missing one. */
export function readSettings(file: string): Settings {
  return existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
}

/**
 * Writes settings into a file that only its owner may read. Other lines of it stay as they are. A reader sees the old file or the new
 * one, never a part.
 */
export function writeSettings(file: string, settings: Settings): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : heading;
  const aside = `${file}.new`;
  // A file that an earlier attempt left would keep its mode.
  rmSync(aside, { force: true });
  writeFileSync(aside, changed(before, settings), { mode: 0o600, flag: 'wx', flush: true });
  renameSync(aside, file);
}

const heading = `# The settings of tmm, written by \`tmm setup\`. It has secrets: mode 0600, in no repository.
# Keep TMM_MASTER_KEYS in a safe besides: no backup is worth anything without it.
# docs/reference/configuration.md lists all settings.
`;

/** The text of a file with these settings: each in its place, new ones at the end. */
export function changed(text: string, settings: Settings): string {
  const left = new Map(Object.entries(settings).filter(([, value]) => value !== undefined));
  const lines = text.split('\n').flatMap((line) => {
    const name = /^\s*(?:export\s+)?([A-Z_][A-Z0-9_]*)\s*=/.exec(line)?.[1] ?? '';
    if (settings[name] === undefined) return [line];
    const value = left.get(name);
    left.delete(name);
    // A second line of the same name would win over ours.
    return value === undefined ? [] : [lineOf(name, value)];
  });
  while (lines.at(-1) === '') lines.pop();
  for (const [name, value] of left) lines.push(lineOf(name, value ?? ''));
  return `${lines.join('\n')}\n`;
}

/** Quoted where a shell would read it otherwise. */
function lineOf(name: string, value: string): string {
  return /^[\w./:@%+=,-]*$/.test(value) ? `${name}=${value}` : `${name}='${value}'`;
}

/** Whether a line of a file can hold this value: neither sh nor systemd reads a quote or a line break within it. */
export function fitsOneLine(value: string): boolean {
  return !/['\n\r\0]/.test(value);
}
