import { defaultLanguage, languages, type Language } from '../kernel/vocabulary/language.ts';
import { channelSettings } from '../channels/settings.ts';
import { z } from 'zod';
import { readPublicUrl } from '../kernel/public-url.ts';
import { commandNames } from '../kernel/vocabulary/intent.ts';
import { businessDaysSetting, closuresSetting } from './business-days-setting.ts';
import { contrast } from './contrast.ts';
import { logoOrigin } from './logo-origin.ts';

/** What each institution sets for itself. Each sentence is its help; `docs/reference/settings.md` is made of them. */
const minorUnits = 'is an amount in minor units (cents), such as "200000" for $2,000.00';

const amount = z
  .union(
    [z.bigint(), z.string().regex(/^\d{1,15}$/, minorUnits), z.int().nonnegative(minorUnits)],
    minorUnits,
  )
  .transform((value) => BigInt(value));

const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'is a colour such as #1a5c8f');

/** When people answer, where an institution says nothing; as the default language has it where another has no words of its own. */
const hoursIn: Readonly<Partial<Record<Language, string>>> = {
  en: 'Mon-Fri 9am-5pm',
  fr: 'lun-ven 9h-17h',
  es: 'lun-vie 9-17 h',
};
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry for each language
const usualHours = Object.fromEntries(
  languages.map((language) => [language, hoursIn[language] ?? hoursIn[defaultLanguage] ?? '']),
) as Record<Language, string>;

const perLanguage = z.record(z.enum(languages), z.string());

/** Of a day, on 24 hours. */
const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'is a time such as "09:00"');

/** Commands that an institution may add words to. A bare YES is a word of carriers and keeps its own. */
const adaptable = z.enum(commandNames).exclude(['affirm']);

/** Browsers' spelling of an address, without its end. */
const publicUrl = z
  .string('is an address')
  .max(100)
  .transform((given, context) => {
    const read = readPublicUrl(given);
    if ('url' in read) return read.url;
    context.addIssue({ code: 'custom', message: read.problem });
    return z.NEVER;
  });

export const institutionSettings = z.object({
  service: z
    .string()
    .max(40)
    .default('Banking by message')
    .describe('What members know the service as, such as `Tweet My Money`.'),
  portalName: z
    .string()
    .max(30)
    .default('online banking')
    .describe('The online bank’s name, such as `MyVantage`.'),
  publicUrl: publicUrl
    .optional()
    .describe(
      'Where members reach the institution’s own site and Twilio delivers its texts, such as `https://bank.example`; no other institution has it. Absent: at `TMM_PUBLIC_URL`. Passkeys belong to this name.',
    ),
  portalAddress: z
    .string()
    .max(60)
    .default('your credit union’s site')
    .describe('Where members sign in, as shown in messages.'),
  phone: z
    .string()
    .max(20)
    .default('')
    .describe('The number that members call, as shown in messages.'),
  hours: perLanguage
    .default(usualHours)
    .describe('When people answer, in each language: shown in messages as it stands.'),
  officeHours: z
    .array(
      z.object({
        days: z.array(z.int().min(1).max(7)).min(1),
        from: clockTime,
        to: clockTime,
      }),
    )
    .max(14)
    .default([{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }])
    .describe(
      'The same for programs: weekdays (1 is Monday) and times in the institution’s zone. `phone` is given as the number to call now only within them.',
    ),
  closures: closuresSetting.describe(
    'Single days on which the offices are closed and nobody answers at `phone`, each with its reason: `{"2026-12-24": "Christmas Eve"}`. They are no business days. Days that are over stay as they are.',
  ),
  businessDays: businessDaysSetting.describe(
    'Days on which the offices are open for substantially all functions (12 CFR 1005.2(d)), by the day from which each rule holds, and single `openings` with their reasons: `{"rules": {"2027-01-04": {"weekdays": [1,2,3,4,5,6], "closedOnFederalHolidays": true}}, "openings": {"2027-02-13": "loan fair"}}`. Before the first rule: Monday to Friday without the holidays of the Federal Reserve Banks. What began before today stays as it is. Regulation E’s terms are counted by them.',
  ),
  cardLine: z
    .string()
    .max(20)
    .default('')
    .describe('The number that blocks cards at any hour. Empty: there is none.'),
  ...channelSettings,
  oneTimeTexts: z
    .object({
      countries: z
        .array(
          z.string().regex(/^[A-Z]{2}$/, 'is a country by its two capital letters, such as "US"'),
        )
        .max(60)
        .optional(),
      perDay: z.int().nonnegative().default(500),
    })
    .default({ perDay: 500 })
    .describe(
      'Where one-time words may be texted, by ISO 3166 country (absent: the institution’s country and its territories), and how many in 24 hours.',
    ),
  colours: z
    .object({ main: colour, onMain: colour })
    .refine(({ main, onMain }) => contrast(main, onMain) >= 4.5, {
      message: 'what is written on the colour can’t be read well enough (4.5:1 at least)',
    })
    .refine(({ main }) => contrast(main, '#ffffff') >= 4.5, {
      message: 'the colour is too light to be read on white (4.5:1 at least)',
    })
    .optional()
    .describe('The institution’s colour and what is written on it, as `#rrggbb`, for its pages.'),
  logo: z
    .url({ protocol: /^https$/ })
    .max(200)
    .refine((url) => logoOrigin(url) !== undefined, {
      message: 'has a host of letters, digits, dots and dashes only',
    })
    .optional()
    .describe('Where the institution’s logo lies (https), for its pages.'),
  languages: z
    .array(z.enum(languages))
    .min(1)
    .default([...languages])
    .describe('Languages offered; the first is used where neither the member nor the words say.'),
  words: z
    .object({
      add: z.partialRecord(adaptable, z.array(z.string())).optional(),
      remove: z.array(z.string()).optional(),
    })
    .default({})
    .describe('Command words added (by intent) and removed, in lower case without #.'),
  keywords: z
    .array(z.string().regex(/^[A-Za-z0-9]{2,15}$/, 'is 2 to 15 letters and digits, such as "VCU"'))
    .max(10)
    .default([])
    .describe('Words that members may write before a command and that are read past: `VCU BAL 7`.'),
  texts: z
    .record(z.string(), z.partialRecord(z.enum(languages), z.string()))
    .optional()
    .describe('The institution’s own texts in place of ours, by reply and language.'),
  limits: z
    .object({ perTransfer: amount, perDay: amount, confirmAbove: amount.optional() })
    .default({ perTransfer: 200_000n, perDay: 500_000n, confirmAbove: 50_000n })
    .describe(
      'Minor units that an address may move at once and in a day, and above which a transfer asks `OK`.',
    ),
  onlineLimits: z
    .object({
      perTransfer: amount,
      perDay: amount,
      freshProofAbove: amount.default(50_000n),
    })
    .default({ perTransfer: 1_000_000n, perDay: 2_500_000n, freshProofAbove: 50_000n })
    .describe(
      'Minor units that a member may move at once and in a day in the online bank, and how much of it in a day without proof of identity in the last five minutes (`freshProofAbove`).',
    ),
  lateAfterSeconds: z
    .int()
    .positive()
    .default(600)
    .describe('A command older than this, by the platform’s clock, moves no money.'),
  confirmationSeconds: z.int().min(60).default(600).describe('How long a confirmation waits.'),
  repeatWithinSeconds: z
    .int()
    .nonnegative()
    .default(120)
    .describe('The same transfer again within this time asks `OK`.'),
  historyCount: z
    .int()
    .min(1)
    .max(10)
    .default(5)
    .describe('Transactions shown where none are counted.'),
  silentDays: z
    .int()
    .positive()
    .default(180)
    .describe('After so many days without a message an address must be verified again.'),
  strangerEverySeconds: z
    .int()
    .positive()
    .default(86_400)
    .describe('Someone who is not enrolled is answered at most once in this time.'),
  publicWarningEverySeconds: z
    .int()
    .positive()
    .default(86_400)
    .describe('A member is warned of commands in public at most once in this time.'),
  optOutScope: z
    .enum(['channel', 'all'])
    .default('channel')
    .describe('Whether STOP holds for the channel where it was said, or for all.'),
});

export type InstitutionSettings = z.infer<typeof institutionSettings>;
