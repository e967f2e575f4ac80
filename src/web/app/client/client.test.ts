import { describe, expect, it } from 'vitest';
import { added, isNothing, negated } from './figure.ts';
import { answersTo, continues, merged, withoutCode, type Message } from './messages/message.ts';
import { uuidv7 } from './uuid.ts';

const message = (place: number, more: Partial<Message> = {}): Message => ({
  place,
  id: `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`,
  direction: 'out',
  text: `message ${place}`,
  at: '2026-11-23T16:00:00Z',
  clientId: null,
  asks: false,
  ...more,
});

describe('figures', () => {
  it.each([
    [['1204.33', '-4.34'], '1199.99'],
    [['-0.05', '0.04'], '-0.01'],
    [['9007199254740993.01', '0.01'], '9007199254740993.02'],
    [['100', '5'], '105'],
    [['1.5', '0.505'], '2.005'],
    [[], '0'],
  ])('add up to the last digit: %j', (figures, sum) => {
    expect(added(figures)).toBe(sum);
  });

  it('turn their sign, and know when they are nothing', () => {
    expect([negated('-1.00'), negated('1.00')]).toEqual(['1.00', '-1.00']);
    expect(['0.00', '-0', '0.01'].map(isNothing)).toEqual([true, true, false]);
  });
});

describe('the conversation', () => {
  it('keeps each place once, in order, in its latest form', () => {
    const known = [message(1), message(3, { asks: true })];
    expect(merged(known, [message(3), message(2), message(2)])).toEqual([
      message(1),
      message(2),
      message(3),
    ]);
  });

  it('sets the code of our messages apart, and nothing of the member’s', () => {
    const ours = { direction: 'out', text: 'Available: Checking 7 $1.00. REH3W9' } as const;
    expect(withoutCode(ours)).toEqual({ words: 'Available: Checking 7 $1.00.', code: 'REH3W9' });
    expect(withoutCode({ direction: 'in', text: 'is it REH3W9' })).toEqual({
      words: 'is it REH3W9',
      code: '',
    });
  });

  it('offers OK with its number, and NO, only where it is asked', () => {
    const text = 'Nothing moved yet. Move $4 from 7 to 0? Reply OK 4821 by 10:45, or NO. REH3W9';
    expect(answersTo(message(1, { text, asks: true }))).toEqual(['OK 4821', 'NO']);
    expect(answersTo(message(1, { text }))).toEqual([]);
    expect(answersTo(message(1, { text, asks: true, direction: 'in' }))).toEqual([]);
    expect(answersTo(undefined)).toEqual([]);
  });

  it('joins what one side says within minutes', () => {
    const later = (at: string, more: Partial<Message> = {}) => message(2, { at, ...more });
    expect(continues(message(1), later('2026-11-23T16:04:00Z'))).toBe(true);
    expect(continues(message(1), later('2026-11-23T16:06:00Z'))).toBe(false);
    expect(continues(message(1), later('2026-11-23T16:01:00Z', { direction: 'in' }))).toBe(false);
    expect(continues(message(1), undefined)).toBe(false);
  });
});

it('ids are UUIDs of version 7 with their time in front', () => {
  const now = Date.parse('2026-11-23T16:00:00Z');
  const id = uuidv7(now, new Uint8Array(16).fill(0xff));
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now);
  expect(uuidv7(now + 1, new Uint8Array(16)) > id).toBe(true);
});
