import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPackage } from './build-package.ts';

/** `npm run release`: builds the npm package and the list of what it is made of (SBOM) into `.release`. */
const checkout = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(checkout, '.release');
const built = join(folder, 'package');
rmSync(folder, { recursive: true, force: true });
mkdirSync(built, { recursive: true });
buildPackage(checkout, built);
const npm = (words: readonly string[], cwd: string) =>
  execFileSync('npm', [...words], { cwd, maxBuffer: 1e8 }).toString();
const tarball = npm(['pack', '--silent', '--pack-destination', folder], built).trim();
const sbom = npm(['sbom', '--omit=dev', '--sbom-format=cyclonedx'], checkout);
writeFileSync(join(folder, 'sbom.cyclonedx.json'), sbom);
process.stdout.write(`${join(folder, tarball)}\n${join(folder, 'sbom.cyclonedx.json')}\n`);
