import { assert } from '../../../../src/kernel/assert.ts';
import type { Row, State } from '../row.ts';
import { identity } from './identity.ts';
import { operation } from './operation.ts';
import { web } from './web.ts';

/** A requirement of OWASP ASVS 5.0. */
export interface Requirement extends Row {
  readonly level: 1 | 2;
}

const states: readonly State[] = ['met', 'in part', 'not met', 'the institution', 'not applicable'];

/** All requirements of levels 1 and 2, in their order. The words are ours. */
export const requirements: readonly Requirement[] = [web, identity, operation]
  .flatMap((text) => text.trim().split('\n'))
  .map((line) => {
    const [rule = '', level = '', asks = '', state = '', where = '', remark = ''] = line
      .split('|')
      .map((part) => part.trim());
    const known = states.find((one) => one === state);
    assert(known, `the state of ${rule} is known`);
    return {
      rule,
      asks,
      level: level === '1' ? 1 : 2,
      state: known,
      where: where === '' ? [] : where.split(',').map((file) => file.trim()),
      ...(remark === '' ? {} : { remark }),
    };
  });
