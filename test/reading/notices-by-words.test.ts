import { expect, it } from 'vitest';
import { languages } from '../../src/kernel/vocabulary/language.ts';
import { lexicon } from '../../src/languages/reading.ts';
import { mayReportByWords } from '../../src/reading/error-gate.ts';
import { tidy } from '../../src/reading/normalize.ts';
import { readPossibleError } from '../../src/reading/possible-error.ts';
import { heldOutNotices } from './notices-held-out.ts';
import { noticesOfError } from './notices-of-error.ts';

const mayReport = (text: string) => mayReportByWords(tidy(text, lexicon), lexicon);

it('lets each notice of error through, in capitals and within a longer text too', () => {
  const notices = languages.flatMap((language) => [
    ...noticesOfError[language],
    ...heldOutNotices[language],
  ]);
  const forms = notices.flatMap((text) => [
    text,
    text.toUpperCase(),
    `Good morning. ${text}`,
    `${text}\nThank you - Jane`,
  ]);
  const reported = forms.filter((text) => readPossibleError(text, lexicon) !== undefined);
  expect(reported.length).toBeGreaterThan(forms.length / 2);
  expect(notices.filter((text) => !mayReport(text))).toEqual([]);
  expect(forms.filter((text) => !mayReport(text))).toEqual([]);
});

it('ends most other texts', () => {
  for (const text of [
    'what is the weather like tomorrow',
    'how much do i have in savings',
    'Thanks for your help!',
    'cuanto tengo en ahorros',
    'combien ai-je sur mon compte',
  ])
    expect([text, mayReport(text)]).toEqual([text, false]);
});

it('looks at the meanings of texts whose words it does not tell for certain', () => {
  for (const text of ['i see $40', 'c’est quoi ça', '12 24/7 4'])
    expect(mayReport(text)).toBe(true);
});
