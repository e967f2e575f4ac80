import { describe, expect, it } from 'vitest';
import { isNickname, namesAnother, tidyNickname } from './nicknames.ts';

describe('a nickname', () => {
  it.each([
    'House',
    'Épicerie',
    'Año nuevo',
    "Maya's car",
    'Rent & food',
    'Roth 401k',
    'Room 12',
    'Car 2019',
    '2nd car',
    'Garden',
    'Łódź',
    'Smørrebrød',
    'Nguyễn',
    'Straße',
    'Машина',
    'Σπίτι',
    '家のローン',
    'Noël 2026',
  ])('may be %s', (name) => {
    expect(isNickname(name, 'savings')).toBe(true);
  });

  it.each([
    ['Сhecking', 'a Cyrillic С'],
    ['Chеcking', 'a Cyrillic е'],
    ['Sαvings', 'a Greek α'],
    ['ᏟᎻᎬᏟᏦ', 'Cherokee'],
    ['Ｃｈｅｃｋｉｎｇ', 'full-width letters'],
    ['Check\u200bing', 'a zero-width space'],
    ['\u202egnivas', 'a mark that changes the direction'],
    ['Sav\u2066ings', 'an isolate'],
    ['ᴄʜᴇᴄᴋɪɴɢ', 'small capitals'],
    ['ʟᴏᴄᴋ', 'small capitals of a command'],
    ['ǀock', 'a click letter for an l'],
    ['Checƙing', 'a hooked k'],
    ['A7K2QX', 'a code'],
    ['Pay A7K2QX', 'a code after a word'],
    ['a7k-2qx', 'a code in groups'],
    ['A7K 2QX', 'a code in groups'],
    ['А7К2QХ', 'a code with Cyrillic letters'],
    ['12', 'digits only'],
    ['１２', 'full-width digits only'],
    ['७७', 'digits of another script'],
    ['S01', 'a suffix'],
    ['Ѕ01', 'a suffix with a Cyrillic letter'],
    ['b4l', 'bal'],
    ['8alance', 'balance'],
    ['tr4nsfer', 'transfer'],
    ['5TOP', 'stop'],
    ['Chec\u0301\u0301\u0301k', 'stacked marks'],
    ['Ca\u20ddr', 'an enclosing mark'],
    ['Send OK 4821', 'a confirmation'],
    ['chécking', 'another kind'],
    ['check1ng', 'another kind'],
    ['①② ok', 'other numbers'],
  ])('may not be %s: %s', (name) => {
    expect(isNickname(name, 'savings')).toBe(false);
  });

  it('is kept in plain letters and digits', () => {
    expect(tidyNickname('  Ｈｏｕｓｅ\u200b   ２ ')).toBe('House 2');
    expect(tidyNickname('Cafe\u0301')).toBe('Café');
  });
});

describe('another share is named', () => {
  const other = { suffix: '7', nickname: 'House', kind: 'checking' } as const;
  it.each(['House', 'HOUSE', 'Hóuse', 'H0use', 'Ноuse', 'Checking 7', 'checking  7', 'Høuse'])(
    'by %s',
    (name) => {
      expect(namesAnother(name, other)).toBe(true);
    },
  );
  it.each(['Houses', 'Checking 8', 'Car 7', 'My checking'])('not by %s', (name) => {
    expect(namesAnother(name, other)).toBe(false);
  });
  it.each(['Savings O', 'Saving o'])(
    'by %s, where the suffix is a figure that looks like it',
    (name) => {
      expect(namesAnother(name, { suffix: '0', nickname: null, kind: 'savings' })).toBe(true);
    },
  );
});
