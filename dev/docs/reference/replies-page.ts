import { languages } from '../../../src/kernel/vocabulary/language.ts';
import type { Reply } from '../../../src/wording/reply.ts';
import { commonPlaces, placesOf } from '../../../src/wording/text-places.ts';
import type { TextKey } from '../../../src/wording/text-key.ts';
import { packs } from '../../../src/languages/index.ts';
import { render } from '../../../src/languages/wording.ts';
import { exampleVoice } from './example-voice.ts';
import { replyExamples } from './reply-examples.ts';

/**
 * Renders `docs/reference/replies.md`: every text except refusals, with an example and its
 * placeholders.
 */
export function repliesPage(): string {
  const sections = [...replyExamples]
    .filter(([key]) => !key.startsWith('refused.'))
    .map(([key, reply]) => `## ${key}\n\n${examplesOf(key, reply)}\n\n${placesLine(key)}`);
  return `${head}\n${sections.join('\n\n')}\n`;
}

const head = `# Replies

The replies to members, with believable figures. Each text has versions from fullest to shortest. We take the first that fits one SMS of 160 characters together with the code. So names, descriptions and times are shortened before figures are. The code is not shown here: sending adds it. Refusals are in [refusals.md](refusals.md).

By SMS the same texts go out in GSM-7 characters: \`í\` becomes \`i\`, \`é\` stays.

## An institution's own texts

An institution may replace any of these texts with its own, by the name in the heading and by language. \`{…}\` are placeholders; those in bold are required. Every text may also use ${commonPlaces.map((name) => `\`{${name}}\``).join(', ')}. We don't use a faulty text, and the check names the fault: an unknown or a missing placeholder, an end that looks like a code, a character that would double the cost of an SMS.

This page is generated from the texts; \`TMM_WRITE_DOCS=1 npx vitest run dev/docs\` writes it again.
`;

/** Gives the same text in each language. */
export function examplesOf(key: TextKey, reply: Reply): string {
  const channel = key.endsWith('.sms') ? 'sms' : 'x';
  return languages
    .map(
      (language) =>
        `- ${packs[language].englishName}: ${asText(render(reply, exampleVoice(language, channel)))}`,
    )
    .join('\n');
}

/** Lists the placeholders of a text, required ones in bold. */
export function placesLine(key: TextKey): string {
  const { all, required } = placesOf(key);
  const own = all.filter((name) => !commonPlaces.some((common) => common === name));
  if (own.length === 0) return 'Placeholders: only the common ones.';
  return `Placeholders: ${own.map((name) => (required.includes(name) ? `**\`{${name}}\`**` : `\`{${name}}\``)).join(', ')}.`;
}

function asText(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}
