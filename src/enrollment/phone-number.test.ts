import { describe, expect, it } from 'vitest';
import { institutionSettings } from '../members/institution-settings.ts';
import { countryOfZone } from './phone-country.ts';
import { phoneExample, readPhoneNumber } from './phone-number.ts';
import { countryOf, textCountries } from './text-countries.ts';

const institution = (zone: string, settings: object = {}) => ({
  zone,
  settings: institutionSettings.parse(settings),
});

describe('the country of a zone', () => {
  it.each([
    ['Pacific/Auckland', 'NZ'],
    ['America/Ciudad_Juarez', 'MX'],
    ['America/Martinique', 'MQ'],
    ['America/Lima', 'PE'],
    ['America/Indiana/Indianapolis', 'US'],
    ['America/Indianapolis', 'US'],
    ['US/Central', 'US'],
    ['Pacific/Honolulu', 'US'],
    ['America/Puerto_Rico', 'PR'],
    ['Pacific/Guam', 'GU'],
    ['Atlantic/Bermuda', 'BM'],
    ['Indian/Reunion', 'RE'],
    ['America/Montreal', 'CA'],
    ['America/Toronto', 'CA'],
    ['Asia/Calcutta', 'IN'],
    ['Asia/Kolkata', 'IN'],
    ['Asia/Saigon', 'VN'],
    ['Europe/Kyiv', 'UA'],
    ['Europe/Busingen', 'DE'],
    ['NZ', 'NZ'],
  ])('%s is in %s', (zone, country) => {
    expect(countryOfZone(zone)).toBe(country);
  });

  it.each(['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT+6', 'EST', 'CST6CDT', '+05:00', 'Mars/Olympus'])(
    '%s is in none',
    (zone) => {
      expect(countryOfZone(zone)).toBeUndefined();
    },
  );

  it('is known for every zone that has telephones', () => {
    const unknown = Intl.supportedValuesOf('timeZone').filter((zone) => !countryOfZone(zone));
    expect(unknown.filter((zone) => !zone.startsWith('Antarctica/'))).toEqual([
      'Atlantic/South_Georgia',
      'Indian/Kerguelen',
      'Pacific/Midway',
      'Pacific/Pitcairn',
      'Pacific/Wake',
    ]);
  });

  it('comes from the number that members text if the zone has none', () => {
    expect(countryOf(institution('Etc/UTC', { sms: { number: '+13145550100' } }))).toBe('US');
    expect(countryOf(institution('Etc/UTC', { sms: { number: '72345' } }))).toBeUndefined();
    expect(countryOf(institution('America/Lima', { sms: { number: '+13145550100' } }))).toBe('PE');
  });
});

describe('a phone number', () => {
  it.each([
    ['021 123 4567', 'Pacific/Auckland', '+64211234567'],
    ['656 123 4567', 'America/Ciudad_Juarez', '+526561234567'],
    ['0696 12 34 56', 'America/Martinique', '+596696123456'],
    ['912 345 678', 'America/Lima', '+51912345678'],
    ['787 234 5678', 'America/Puerto_Rico', '+17872345678'],
    ['671 300 1234', 'Pacific/Guam', '+16713001234'],
    ['441 300 1234', 'Atlantic/Bermuda', '+14413001234'],
    ['0692 12 34 56', 'Indian/Reunion', '+262692123456'],
    ['514 234 5678', 'America/Montreal', '+15142345678'],
    ['808 234 5678', 'Pacific/Honolulu', '+18082345678'],
    ['(314) 555-2671', 'US/Central', '+13145552671'],
    ['+44 7400 123456', 'America/Chicago', '+447400123456'],
    ['\u202d(314) 555-2671\u202c', 'America/Chicago', '+13145552671'],
    ['\u2066+1\u00a0314\u200b555\u20112671\u2069', 'Etc/UTC', '+13145552671'],
    ['３１４−５５５−２６７１', 'America/Chicago', '+13145552671'],
    ['＋１３１４５５５２６７１', 'Etc/UTC', '+13145552671'],
    ['٣١٤٥٥٥٢٦٧١', 'America/Chicago', '+13145552671'],
    ['३१४ ५५५ २६७१', 'America/Chicago', '+13145552671'],
  ])('%s in %s is %s', (text, zone, e164) => {
    expect(readPhoneNumber(text, countryOfZone(zone))?.e164).toBe(e164);
  });

  it.each([
    ['314 555 2671', 'Etc/UTC'],
    ['912 345 678', 'Pacific/Auckland'],
    ['0696 12 34 56', 'America/Chicago'],
    ['314 555 2671 x12', 'America/Chicago'],
    ['12', 'America/Chicago'],
  ])('%s is no number in %s', (text, zone) => {
    expect(readPhoneNumber(text, countryOfZone(zone))).toBeUndefined();
  });

  it.each([
    '+1 900 234 5678',
    '+1 800 522 6009',
    '+1 500 234 5678',
    '+44 7012 345678',
    '+44 843 123 4567',
    '+33 1 42 68 53 00',
    '+979 1 1234 5678',
    '+800 1234 5678',
  ])('%s gets no text', (text) => {
    expect(readPhoneNumber(text, undefined)).toMatchObject({ getsTexts: false });
  });

  it('of a satellite has no country', () => {
    for (const text of ['+870 773 111 632', '+8816 1234 5678'])
      expect(readPhoneNumber(text, 'US')).not.toHaveProperty('country');
  });

  it('is shown as the country writes it', () => {
    expect(phoneExample('US')).toBe('(201) 555-0123');
    expect(phoneExample('NZ')).toMatch(/^021 /);
    expect(phoneExample(undefined)).toMatch(/^\+1 /);
  });
});

describe('the countries that get one-time codes', () => {
  it.each([
    ['America/Chicago', 'US PR VI GU AS MP'],
    ['Pacific/Guam', 'US PR VI GU AS MP'],
    ['America/Toronto', 'CA'],
    ['America/Martinique', 'FR GP MQ GF RE YT PM BL MF'],
    ['America/Lima', 'PE'],
    ['Etc/UTC', ''],
  ])('in %s are %s', (zone, countries) => {
    expect(textCountries(institution(zone)).join(' ')).toBe(countries);
  });

  it('are those of the setting', () => {
    const settings = { oneTimeTexts: { countries: ['US', 'CA'] } };
    expect(textCountries(institution('America/Chicago', settings))).toEqual(['US', 'CA']);
  });
});
