import { requirements } from './asvs/requirements.ts';
import { dataPage } from './data-page.ts';
import { regulationE } from './regulation-e.ts';
import { made, tableOf } from './row.ts';
import { tcpa } from './tcpa.ts';

/** The papers for an examiner, by the name of their file. */
export const examinerPages: Readonly<Record<string, () => string>> = {
  'data.md': dataPage,
  'regulation-e.md': () => `# Regulation E

_Where each rule of 12 CFR 1005 is met that the program touches._ ${made}

${tableOf(regulationE)}
`,
  'tcpa.md': () => `# TCPA

_Where each rule of 47 CFR 64.1200 is met that the program touches._ ${made}

${tableOf(tcpa)}
`,
  'asvs.md': () => `# OWASP ASVS 5.0, level 2

_All ${requirements.length} requirements of levels 1 and 2, one by one, in our own words._ ${made} The standard’s text is
OWASP’s. ${tally()}

${tableOf(requirements.map((one) => ({ ...one, rule: `${one.rule} (L${one.level})` })))}
`,
  'accessibility.md': () => `# Accessibility

${made}

We aim at WCAG 2.2, level AA, for MyVantage, the app and the staff console.

- axe opens every page of MyVantage in light and dark, on a desktop and on a phone, and finds nothing:
  [test/browser/every-page.test.ts](../../test/browser/every-page.test.ts). The same for the app
  ([test/browser/app.test.ts](../../test/browser/app.test.ts)) and for signing in to the console
  ([test/browser/console-sign-in.test.ts](../../test/browser/console-sign-in.test.ts)).
- The institution’s color is refused where text on it would lack contrast: [src/members/contrast.ts](../../src/members/contrast.ts).
- Pages work without scripts and by keyboard. Messages need no page at all.

What we don’t know: nobody has tried it with a screen reader, and axe finds only a part of what can be wrong. Most pages of the console are not in these
tests. Statements as PDF are not tagged. Members who meet a barrier can reach the institution by message or phone, as its contact says.
`,
};

/** How many requirements are in each state. */
function tally(): string {
  const counts = Map.groupBy(requirements, ({ state }) => state);
  return `${[...counts].map(([state, rows]) => `${state}: ${rows.length}`).join('; ')}.`;
}
