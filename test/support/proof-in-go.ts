import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('proof-in-go/main.go', import.meta.url));

/** A program in Go that checks proofs, or why it can't be had here. */
export type ProofInGo =
  | { readonly missing: string }
  | { check(proof: string): CheckedInGo; remove(): void };

export interface CheckedInGo {
  readonly isProven: boolean;
  readonly said: string;
}

/**
 * Builds the program with `golang.org/x/mod/sumdb/tlog` as the Go toolchain itself ships it, so that nothing is fetched.
 */
export function buildProofInGo(): ProofInGo {
  const found = spawnSync('go', ['env', 'GOROOT', 'GOVERSION'], { encoding: 'utf8' });
  if (found.status !== 0) return { missing: 'Go is not installed' };
  const [root = '', release = ''] = found.stdout.split('\n');
  // The language of the toolchain itself, as what it ships is written in.
  const language = /\d+\.\d+/.exec(release)?.[0] ?? '1.21';
  const shipped = join(root, 'src/cmd/vendor/golang.org/x/mod/sumdb/tlog');
  if (!existsSync(shipped)) return { missing: 'this Go comes without golang.org/x/mod/sumdb/tlog' };
  const folder = mkdtempSync(join(tmpdir(), 'tmm-proof-'));
  const module = join(folder, 'mod');
  mkdirSync(module);
  cpSync(shipped, join(module, 'sumdb/tlog'), { recursive: true });
  writeFileSync(join(module, 'go.mod'), `module golang.org/x/mod\n\ngo ${language}\n`);
  cpSync(program, join(folder, 'main.go'));
  writeFileSync(
    join(folder, 'go.mod'),
    `module proof\n\ngo ${language}\n\nrequire golang.org/x/mod v0.0.0\n\nreplace golang.org/x/mod => ./mod\n`,
  );
  const environment = { ...process.env, GOFLAGS: '-mod=mod', GOPROXY: 'off', GOTOOLCHAIN: 'local' };
  execFileSync('go', ['build', '-o', 'check', '.'], { cwd: folder, env: environment });
  return {
    check: (proof) => {
      const { status, stdout } = spawnSync(join(folder, 'check'), [], {
        input: proof,
        encoding: 'utf8',
      });
      return { isProven: status === 0, said: stdout.trim() };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
