import { expect, it } from 'vitest';
import { institutionSettings } from '../members/institution-settings.ts';
import { contactCard } from './contact-card.ts';

const settings = institutionSettings.parse({
  service: 'Tweet My Money',
  phone: '800-522-6009',
  sms: { number: '+13145550100' },
});

it('is a card with the number that members text', () => {
  expect(contactCard({ name: 'Vantage Credit Union', settings }, 'https://bank.example')).toBe(
    [
      'BEGIN:VCARD',
      'VERSION:4.0',
      'KIND:org',
      'FN:Vantage Credit Union',
      'ORG:Vantage Credit Union',
      'TEL;VALUE=uri;TYPE="text,cell":tel:+13145550100',
      'TEL;TYPE=voice:800-522-6009',
      'URL:https://bank.example',
      'NOTE:Tweet My Money',
      'END:VCARD',
      '',
    ].join('\r\n'),
  );
});

it('escapes what a card would take for its own, and folds long lines', () => {
  const name = `Smith, Jones; Sons\\${'é'.repeat(40)}\nBEGIN:VCARD`;
  const card = contactCard({ name, settings }, 'https://bank.example');
  expect(card).toContain('FN:Smith\\, Jones\\; Sons\\\\');
  expect(card.match(/^BEGIN:VCARD/gm)).toHaveLength(1);
  for (const line of card.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});
