import type { StaffOperation } from '../operation.ts';
import { createProgramOf } from './create-program.ts';
import { endProgram } from './end-program.ts';
import { listPrograms } from './list-programs.ts';
import { makeProgramToken } from './make-program-token.ts';

/**
 * Makes the operations about programs.
 * @param operations those that a program's scopes can name
 */
export function programOperationsOf(operations: readonly StaffOperation[]) {
  const createProgram = createProgramOf(operations);
  const all: readonly StaffOperation[] = [listPrograms, createProgram, makeProgramToken, endProgram];
  return { createProgram, all };
}
