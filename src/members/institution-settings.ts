import { languages } from '../kernel/vocabulary/language.ts';
import { inEachLanguage } from '../languages/in-each-language.ts';
import { packs } from '../languages/index.ts';
import { channelSettings } from '../channels/settings.ts';
import { z } from 'zod';
import { isIssuer } from '../kernel/issuer.ts';
import { readPublicUrl } from '../kernel/public-url.ts';
import { answerTopics } from '../kernel/vocabulary/answer-topic.ts';
import { channelNames } from '../kernel/vocabulary/channel.ts';
import { commandNames } from '../kernel/vocabulary/intent.ts';
import { staffRoles } from '../kernel/vocabulary/principal.ts';
import { stepUpRisks } from '../kernel/vocabulary/step-up-risk.ts';
import { alarmsSetting } from './alarms-setting.ts';
import { businessDaysSetting, closuresSetting } from './business-days-setting.ts';
import { contrast } from './contrast.ts';
import { keptDaysSetting } from './kept-days-setting.ts';
import { isRoutingNumber } from './routing-number.ts';
import { addressLines } from './mailing-address.ts';
import { logoOrigin } from './logo-origin.ts';
import { signOnSetting } from './sign-on-setting.ts';

/**
 * The settings of each institution. Each sentence is its help, and `docs/reference/settings.md` is
 * generated from them.
 */
const minorUnits = 'is an amount in minor units (cents), such as "200000" for $2,000.00';

const amount = z
  .union(
    [z.bigint(), z.string().regex(/^\d{1,15}$/, minorUnits), z.int().nonnegative(minorUnits)],
    minorUnits,
  )
  .transform((value) => BigInt(value));

const color = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'is a color such as #1a5c8f');

/** Phone hours for an institution that sets none. */
const usualHours = inEachLanguage(
  Object.fromEntries(languages.map((language) => [language, packs[language].usualHours])),
);

/** At least one language. The others get what the default language has. */
const perLanguage = z
  .partialRecord(z.enum(languages), z.string())
  .refine((given) => Object.keys(given).length > 0, 'is given in at least one language')
  .transform(inEachLanguage);

/** A time of day in 24-hour format. */
const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'is a time such as "09:00"');

/**
 * Commands to which an institution may add words. A bare YES is a carrier word and keeps its own.
 */
const adaptable = z.enum(commandNames).exclude(['affirm']);

/** A routing number of the American Bankers Association, with its check digit. */
const routingNumber = z
  .string()
  .regex(/^\d{9}$/, 'is nine digits')
  .refine(isRoutingNumber, 'has a wrong check digit: compare it with a check');

/** A URL as browsers spell it, without a final slash. */
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
    .describe('The service’s name for members, such as `Tweet My Money`.'),
  core: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'is a name of small letters, digits and dashes')
    .optional()
    .describe(
      'Name of the other core that keeps the books, as the installation knows it. Absent: our own ledger keeps them. Restart every process after a change.',
    ),
  portalName: z
    .string()
    .max(30)
    .default('online banking')
    .describe('The name of online banking, such as `MyVantage`.'),
  publicUrl: publicUrl
    .optional()
    .describe(
      'Where members reach the institution’s own site and Twilio delivers its texts, such as `https://bank.example`; no other institution has it. Absent: at `TMM_PUBLIC_URL`. Passkeys belong to this name.',
    ),
  consoleUrl: publicUrl
    .optional()
    .describe(
      'Where staff reach the institution’s own console, such as `https://staff.bank.example`; no other institution has it, and no member site. Absent: at `TMM_CONSOLE_URL`. Staff passkeys belong to this name.',
    ),
  console: z
    .object({
      oidc: z
        .object({
          issuer: z
            .string()
            .max(200)
            .refine(isIssuer, 'is an https address such as "https://login.example/tenant"'),
          clientId: z.string().min(1).max(200),
          rolesClaim: z.string().min(1).max(200).default('roles'),
          roles: z.record(z.string().min(1).max(200), z.enum(staffRoles)).default({}),
        })
        .optional(),
    })
    .optional()
    .describe(
      'How staff sign in to the console besides passkeys: `oidc` names your identity provider (OpenID Connect), with its `issuer` and the `clientId` that it gave this console; the secret is in `TMM_STAFF_OIDC_SECRETS`. `roles` says which of its roles is which of ours: `{"oidc": {"issuer": "https://login.example/tenant", "clientId": "1b2c", "roles": {"Tmm.Teller": "teller"}}}`. Then the provider decides who has which roles, by the claim `rolesClaim`; without `roles` the list of staff does. Only people who are invited get in.',
    ),
  signOn: signOnSetting.describe(
    'The other online bank from which members come, by OpenID Connect: its `name` on the button, its `issuer` and the `clientId` that it gave this site; the secret is in `TMM_MEMBER_OIDC_SECRETS`. `claim` is the claim with the member number: `{"name": "Vantage Online", "issuer": "https://login.bank.example", "clientId": "tmm", "claim": "member_number"}`. It must be one that people can’t write themselves. `acr`: a sign-in there counts only with one of these values. `embedIn`: sites that may show the Messages section in a frame, such as `["https://online.bank.example"]`. Absent: nobody comes from elsewhere, and no site frames ours.',
  ),
  portalAddress: z
    .string()
    .max(60)
    .default('your credit union’s site')
    .describe('The address where members sign in, as shown in messages.'),
  phone: z
    .string()
    .max(20)
    .default('')
    .describe('The phone number that members call, as shown in messages.'),
  hours: perLanguage
    .default(usualHours)
    .describe(
      'Your phone hours in each language, shown in messages exactly as written. A language without its own shows the English ones.',
    ),
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
      'The same hours for programs: weekdays (1 is Monday) and times in the institution’s time zone. Only within these hours do replies give `phone` as the number to call now.',
    ),
  closures: closuresSetting.describe(
    'Single days when the offices are closed and nobody answers `phone`, each with a reason: `{"2026-12-24": "Christmas Eve"}`. They are not business days. Past days can’t be changed.',
  ),
  businessDays: businessDaysSetting.describe(
    'Days when the offices are open for substantially all functions (12 CFR 1005.2(d)). Each rule has the day on which it starts; single `openings` have a reason: `{"rules": {"2027-01-04": {"weekdays": [1,2,3,4,5,6], "closedOnFederalHolidays": true}}, "openings": {"2027-02-13": "loan fair"}}`. Before the first rule: Monday to Friday, except holidays of the Federal Reserve Banks. Rules that started before today can’t be changed. Regulation E deadlines are counted in these days.',
  ),
  alarms: alarmsSetting.describe(
    'Whom of the staff urgent work reaches within a minute: a stop payment, a lost card, a possible notice of error, a message that isn’t ours, a channel that is down, an act done alone. Each level is told while nobody takes it, `minutes` after the alarm: `{"levels": [{"minutes": 0, "mail": ["duty@bank.example"]}, {"minutes": 15, "mail": ["lead@bank.example"], "webhooks": ["https://hooks.bank.example/tmm"]}], "deputies": ["deputy@bank.example"], "deputyHours": 4}`. `deputies` hear of an approval that nobody decides, so many hours before its legal date. Mail leaves by `TMM_SMTP_URL`; webhooks are signed with the secret in `TMM_ALARM_SECRETS`. Absent: nobody is told.',
  ),
  cardLine: z
    .string()
    .max(20)
    .default('')
    .describe('The phone number for blocking cards at any hour. Empty if there is none.'),
  errorAddress: addressLines
    .default([])
    .describe(
      'The postal address for questions and errors, line by line, as statements must give it (12 CFR 1005.9(b)(5)): `["Electronic Transfers", "1 Main St", "St. Louis, MO 63101"]`.',
    ),
  errorPhone: z
    .string()
    .max(20)
    .default('')
    .describe('The phone number for questions and errors on statements. Empty: `phone`.'),
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
      'Countries to which one-time codes can be texted, as ISO 3166 codes (default: the institution’s country and its territories), and how many in 24 hours.',
    ),
  colors: z
    .object({ main: color, onMain: color })
    .refine(({ main, onMain }) => contrast(main, onMain) >= 4.5, {
      message: 'the text color needs more contrast on the main color (at least 4.5:1)',
    })
    .refine(({ main }) => contrast(main, '#ffffff') >= 4.5, {
      message: 'the main color is too light to read on white (at least 4.5:1)',
    })
    .optional()
    .describe('The main color of the institution’s pages and the text color on it, as `#rrggbb`.'),
  logo: z
    .url({ protocol: /^https$/ })
    .max(200)
    .refine((url) => logoOrigin(url) !== undefined, {
      message: 'has a host of only letters, digits, dots and dashes',
    })
    .optional()
    .describe('The https address of the logo for the institution’s pages.'),
  languages: z
    .array(z.enum(languages))
    .min(1)
    .default([...languages])
    .describe(
      'The languages you offer. The first one is the default if neither the member nor their words tell the language.',
    ),
  words: z
    .object({
      add: z.partialRecord(adaptable, z.array(z.string())).optional(),
      remove: z.array(z.string()).optional(),
    })
    .default({})
    .describe('Command words to add (by intent) or remove, in lower case without #.'),
  keywords: z
    .array(z.string().regex(/^[A-Za-z0-9]{2,15}$/, 'is 2 to 15 letters and digits, such as "VCU"'))
    .max(10)
    .default([])
    .describe('Words that members can write before a command and that are ignored: `VCU BAL 7`.'),
  texts: z
    .record(z.string(), z.partialRecord(z.enum(languages), z.string()))
    .optional()
    .describe('The institution’s own texts that replace ours, by reply and language.'),
  routingNumber: routingNumber
    .optional()
    .describe(
      'Your own routing number: nine digits, as on your checks. It is the only long number that messages give and that we don’t redact. Absent: the answer about direct deposit says where to find it.',
    ),
  answers: z
    .partialRecord(z.enum(answerTopics), z.partialRecord(z.enum(languages), z.string()))
    .optional()
    .describe(
      'Your own answers to members’ common questions, by topic and language; ours stand for the others. Each fits one text message with the code, and none has an account or card number. Besides the places of every text they have `{routing}`.',
    ),
  limits: z
    .object({ perTransfer: amount, perDay: amount, confirmAbove: amount.optional() })
    .default({ perTransfer: 200_000n, perDay: 500_000n, confirmAbove: 50_000n })
    .describe(
      'How much an address can move per transfer and per day, and the amount above which a transfer asks for `OK`, in minor units.',
    ),
  onlineLimits: z
    .object({
      perTransfer: amount,
      perDay: amount,
      freshProofAbove: amount.default(50_000n),
    })
    .default({ perTransfer: 1_000_000n, perDay: 2_500_000n, freshProofAbove: 50_000n })
    .describe(
      'How much a member can move per transfer and per day in online banking, and the daily total above which it asks for a proof of identity within the last five minutes (`freshProofAbove`), in minor units.',
    ),
  stepUp: z
    .object({
      above: z.partialRecord(z.enum(channelNames), amount).default({}),
      beyondLimits: z.boolean().default(false),
      risks: z.array(z.enum(stepUpRisks)).default([]),
      seconds: z.int().min(60).max(3_600).default(600),
    })
    .optional()
    .describe(
      'Which transfers by message wait until the member approves them with a passkey, in the app or in online banking. `above`: those above an amount, by channel, in minor units. `beyondLimits`: those that an address may not move, up to `onlineLimits`. `risks`: those that repeat one (`repeat`), would overdraw (`overdraft`), or come from a channel that can’t prove the sender (`unproven_sender`). `seconds`: how long they wait, 600 if absent. A member without a passkey is asked for `OK`, or refused, as without this setting. Absent: nothing waits.',
    ),
  lateAfterSeconds: z
    .int()
    .positive()
    .default(600)
    .describe('Commands older than this, by the platform’s clock, move no money.'),
  confirmationSeconds: z
    .int()
    .min(60)
    .default(600)
    .describe('How long a transfer waits for its confirmation.'),
  repeatWithinSeconds: z
    .int()
    .nonnegative()
    .default(120)
    .describe('Repeating the same transfer within this time asks for `OK`.'),
  signInNotices: z
    .enum(['new_browser', 'each'])
    .optional()
    .describe(
      'The sign-ins that a member hears of on all channels: those from a browser that was not theirs (`new_browser`, or absent), or `each`. MyVantage lists every sign-in.',
    ),
  historyCount: z
    .int()
    .min(1)
    .max(10)
    .default(5)
    .describe('How many transactions a reply shows by default.'),
  silentDays: z
    .int()
    .positive()
    .default(180)
    .describe('After this many days of inactivity an address must be verified again.'),
  messagesKeptYears: z
    .int()
    .min(2)
    .max(100)
    .optional()
    .describe(
      'Messages older than so many years, from 2 to 100, are deleted each night. Their hashes stay in the record. Without it messages are kept.',
    ),
  unknownTextsKeptDays: z
    .int()
    .min(1)
    .max(400)
    .default(90)
    .describe(
      'Texts that were not understood are counted for staff, digits masked and without their member, and deleted after this many days.',
    ),
  keptDays: keptDaysSetting.describe(
    'For how many days other things are kept, each deleted in the night after. `events`: what happened, for consumers and webhooks (7 or more). `webhookDeliveries`: after they ended (3). `alerts`: what fired one (45). `preparedMessages`: the encrypted form of messages that left (3). `enrollments`: after they ended (7). `endedSessions`: of members and staff (1). `wrongGuesses`: counts of them, since the last one (30). Any of them: `{"endedSessions": 14}`.',
  ),
  strangerEverySeconds: z
    .int()
    .positive()
    .default(86_400)
    .describe('A sender who is not enrolled gets at most one reply in this time.'),
  publicWarningEverySeconds: z
    .int()
    .positive()
    .default(86_400)
    .describe('A member gets at most one warning about public commands in this time.'),
  pushServices: z
    .array(
      z
        .string()
        .regex(
          /^(?:\*\.)?(?:[a-z0-9-]+\.)+[a-z0-9-]*[a-z][a-z0-9-]*$/,
          'is a host such as "fcm.googleapis.com", or "*.push.apple.com" for all below',
        ),
    )
    .max(30)
    .default([
      'fcm.googleapis.com',
      'updates.push.services.mozilla.com',
      '*.push.apple.com',
      '*.notify.windows.com',
    ])
    .describe(
      'Hosts of push services to which we send that a message or an approval waits, on https and its usual port. `*.` at the start means all hosts below. Other subscriptions of browsers are refused.',
    ),
  optOutScope: z
    .enum(['channel', 'all'])
    .default('channel')
    .describe('Whether STOP applies to the channel where it was sent, or to all channels.'),
});

export type InstitutionSettings = z.infer<typeof institutionSettings>;
