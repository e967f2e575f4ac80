import { expect, it } from 'vitest';
import { remembered } from './remembered.ts';

it('asks once for each text, and forgets all when there are too many', () => {
  const asked: string[] = [];
  const lengthOf = remembered((text) => {
    asked.push(text);
    return text.length;
  }, 2);
  expect(['a', 'bb', 'a', 'bb'].map(lengthOf)).toEqual([1, 2, 1, 2]);
  expect(asked).toEqual(['a', 'bb']);
  expect(['ccc', 'a'].map(lengthOf)).toEqual([3, 1]);
  expect(asked).toEqual(['a', 'bb', 'ccc', 'a']);
});

it('remembers an empty answer too', () => {
  let times = 0;
  const nothing = remembered(() => {
    times += 1;
    return null;
  });
  expect([nothing('a'), nothing('a'), times]).toEqual([null, null, 1]);
});
