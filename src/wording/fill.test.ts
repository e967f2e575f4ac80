import { describe, expect, it } from 'vitest';
import { fill, fillFirst, placeNames } from './fill.ts';

describe('fill', () => {
  it('fills places, with a capital at the start of a sentence', () => {
    const places = { share: 'courant 7', what: 'rien' };
    expect(fill('{share} : {what}. {what} ? ¿{what}?', places, 100)).toBe(
      'Courant 7 : rien. Rien ? ¿Rien?',
    );
  });

  it('never fills places in a value', () => {
    expect(fill('{a}{b}', { a: '{b}', b: 'x' }, 100)).toBe('{b}x');
  });

  it('gives an adapting place the room left', () => {
    const rooms: number[] = [];
    const place = (room: number) => {
      rooms.push(room);
      return 'abc';
    };
    expect(fill('[{list}] {other}', { list: place, other: '€' }, 20)).toBe('[abc] €');
    // 20, less two brackets of two each, a space, and two for the euro sign.
    expect(rooms).toEqual([13]);
  });

  it('does not fit if the room is short, or a place has no form for it', () => {
    expect(fill('abc', {}, 2)).toBeUndefined();
    expect(fill('{a}', { a: 'abc' }, 2)).toBeUndefined();
    expect(fill('{a}', { a: () => undefined }, 2)).toBeUndefined();
    expect(fill('{a}', {}, 20)).toBeUndefined();
  });
});

function of(length: number): string {
  return 'x'.repeat(length);
}

describe('fillFirst', () => {
  it('takes the fullest version that fits', () => {
    expect(fillFirst([of(154), of(153), of(10)], {}, 153)).toBe(of(153));
  });

  it('takes the fullest that fits two if none fits one segment', () => {
    expect(fillFirst([of(900), of(299), of(200)], {}, 153)).toBe(of(299));
  });

  it('cuts at a word if five segments are not enough', () => {
    const text = fillFirst(['word '.repeat(300).trim()], {}, 153);
    expect(text.length).toBeLessThanOrEqual(758);
    expect(text).toMatch(/word \.\.\.$/);
  });
});

describe('placeNames', () => {
  it('lists each once', () => {
    expect(placeNames('{a} {b_c} {a} {Not} {')).toEqual(['a', 'b_c']);
  });
});
