import { expect, it } from 'vitest';
import { commandNames, isPlainCommand } from '../kernel/vocabulary/intent.ts';
import { canonical, read } from './reading.ts';

it.each(commandNames.filter(isPlainCommand))('reads %s as we write it', (intent) => {
  expect(read(canonical({ intent }), {})).toMatchObject({ reading: { intent }, confirm: false });
});
