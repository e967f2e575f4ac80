import { expect, it } from 'vitest';
import { withMoment } from './figures.ts';

const at = Temporal.Instant.from('2026-11-30T20:08:00Z');

it.each([
  ['es', 'Agregado el {when}.', /2:08\sp\.m\.$/],
  ['es', 'Por X, {when}. Es nuestro.', /2:08\sp\.m\. Es nuestro\.$/],
  ['en', 'Added {when}.', /2:08\sPM\.$/],
  ['fr', 'Ajouté le {when}.', /14:08\.$/],
] as const)(
  'ends a sentence once, however the time at its end is written in %s: %s',
  async (language, sentence, shown) => {
    const page = String(await withMoment(sentence, at, { zone: 'America/Chicago', language }));
    expect(page.replaceAll(/<[^>]*>/g, '')).toMatch(shown);
  },
);
