import { writeFileSync } from 'node:fs';
import { encodeModel } from '../../src/reading/guess/model.ts';
import { train } from './train.ts';

/** `npm run train`: trains the model from the sentences of all languages, and writes it where reading finds it. */
const target = new URL('../../src/languages/shared/guess.bin', import.meta.url);
const started = performance.now();
const bytes = encodeModel(train((line) => process.stderr.write(`${line}\n`)));
writeFileSync(target, bytes);
const seconds = ((performance.now() - started) / 1_000).toFixed(1);
process.stderr.write(`${bytes.length} bytes in ${seconds} s\n`);
