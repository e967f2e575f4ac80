import { describe, expect, it } from 'vitest';
import { languages } from '../kernel/vocabulary/language.ts';
import { toldElsewhere } from './told-elsewhere.ts';
import { room } from '../wording/voice.ts';
import { widthOf } from '../wording/width.ts';
import { packs } from './index.ts';

/** Every text as X would get it, with all places filled. */
const worded = languages.flatMap((language) => {
  const locale = packs[language].locale;
  return Object.values(locale.texts).flatMap((versions) =>
    versions.map((version) => {
      const filled = version
        .replaceAll('{address}', locale.channels.x.address)
        .replaceAll(/\{\w+\}/g, '314-555-0142');
      return { language, text: filled.charAt(0).toUpperCase() + filled.slice(1) };
    }),
  );
});

describe('a text worded for X that goes through another channel', () => {
  it('names the X account as one elsewhere, in the same room', () => {
    for (const { language, text } of worded) {
      const told = toldElsewhere(text, { language, from: 'x' });
      expect(told.toLowerCase()).not.toContain(packs[language].locale.channels.x.address);
      if (widthOf(text) <= room - 6) expect(widthOf(told)).toBeLessThanOrEqual(room);
    }
  });

  it.each([
    ['en', 'On X: ', 'Transfers are locked here. To unlock them, sign in first.'],
    ['fr', 'Sur X : ', "Rien n'a été viré : les virements sont bloqués ici."],
    ['es', 'En X: ', 'No podrá mover dinero desde aquí. Envíe #saldo.'],
  ] as const)('first says in %s that it is about X if it says here', (language, lead, text) => {
    expect(toldElsewhere(text, { language, from: 'x' })).toBe(lead + text);
  });

  it.each([
    [
      'en',
      "This X account can check your accounts but can't move money.",
      "Your X account can check your accounts but can't move money.",
    ],
    ['fr', 'Virements bloqués depuis ce compte X.', 'Virements bloqués depuis votre compte X.'],
    [
      'es',
      'No se puede mover dinero desde esta cuenta de X.',
      'No se puede mover dinero desde su cuenta de X.',
    ],
  ] as const)('in %s: %s', (language, text, told) => {
    expect(toldElsewhere(text, { language, from: 'x' })).toBe(told);
  });

  it('uses a tighter form before a second segment', () => {
    const text = `Virements bloqués depuis ce compte X. ${'n'.repeat(room - 38)}`;
    expect(widthOf(text)).toBe(room);
    const told = toldElsewhere(text, { language: 'fr', from: 'x' });
    expect(told).toMatch(/^Virements bloqués depuis X\. n/);
    expect(widthOf(told)).toBeLessThanOrEqual(room);
  });

  it.each([
    ['en', 'Checking 7: $1,000.00 available, 12:05pm.'],
    ['en', 'You are not alone. A person here gets back to you too: 314-555-0142.'],
    ['fr', 'Envoyez comptes pour la liste des vôtres, par ici.'],
    ['fr', 'Bonjour ! Ici Tweet My Money.'],
    ['es', 'Aquí: 314-555-0142, o #agente.'],
  ] as const)('leaves in %s as it is: %s', (language, text) => {
    expect(toldElsewhere(text, { language, from: 'x' })).toBe(text);
  });
});
