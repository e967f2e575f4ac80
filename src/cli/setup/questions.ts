import { carriers } from '../../channels/configuration.ts';
import { readPublicUrl } from '../../kernel/public-url.ts';
import { isTimeZone } from '../../kernel/time-zone.ts';
import { currencyOf } from '../../money/amount.ts';

/** A number that no carrier gives to anybody: until the credit union has its own. */
export const fictionalNumber = '+13145550100';

const names = [...carriers.asks.keys()];

/** The answers so far, by question. */
export type Answers = Readonly<Record<string, string | undefined>>;

/** A question whose answer is also an option: `--public-url`. */
export interface Question {
  readonly name: string;
  readonly text: string;
  /** The answer if nothing is entered. Absent: there must be one. */
  readonly standard?: (answers: Answers) => string;
  /** Why an answer can’t be taken; `undefined` if it can. */
  readonly problem: (answer: string) => string | undefined;
}

/** What an institution is made of. */
export const institutionQuestions: readonly Question[] = [
  {
    name: 'name',
    text: 'Name of the credit union',
    problem: (answer) => (/^\S.{0,79}$/.test(answer) ? undefined : 'is 1 to 80 characters'),
  },
  {
    name: 'slug',
    text: 'Short name for the command line',
    standard: ({ name = '' }) => slugOf(name),
    problem: (answer) =>
      /^[a-z][a-z0-9-]{0,39}$/.test(answer)
        ? undefined
        : 'is lower-case letters, digits and dashes, such as northside',
  },
  {
    name: 'phone',
    text: 'Telephone number for members, as they should read it',
    problem: (answer) => (/\d{3}/.test(answer) ? undefined : 'is a number such as 314-555-0142'),
  },
  {
    name: 'zone',
    text: 'Time zone',
    standard: () => Temporal.Now.timeZoneId(),
    problem: (answer) => (isTimeZone(answer) ? undefined : 'is such as America/Chicago'),
  },
  {
    name: 'currency',
    text: 'Currency, which can’t be changed later',
    standard: () => 'USD',
    problem: (answer) => (currencyOf(answer) ? undefined : 'is an ISO code such as USD'),
  },
  {
    name: 'sms-number',
    text: 'Number that members text, with + and its country (a fictional one until you have yours)',
    standard: () => fictionalNumber,
    problem: (answer) =>
      /^(?:\+[1-9]\d{6,14}|\d{3,8})$/.test(answer)
        ? undefined
        : 'is a number such as +18005226009, or a short code',
  },
];

/** Where the service is. */
export const placeQuestions: readonly Question[] = [
  {
    name: 'port',
    text: 'Port of the service, behind your proxy',
    standard: () => '8080',
    problem: (answer) =>
      /^\d{1,5}$/.test(answer) && Number(answer) > 0 && Number(answer) < 65_536
        ? undefined
        : 'is a number from 1 to 65535',
  },
  {
    name: 'public-url',
    text: 'Address that members and carriers use, such as https://bank.example',
    standard: ({ port = '8080' }) => `http://localhost:${port}`,
    problem: (answer) => {
      const read = readPublicUrl(answer);
      return 'problem' in read ? read.problem : undefined;
    },
  },
  {
    name: 'proxies',
    text: 'Proxies of yours in front of the service',
    standard: (answers) => (answers['public-url']?.startsWith('https:') ? '1' : '0'),
    problem: (answer) => (/^[0-5]$/.test(answer) ? undefined : 'is a number from 0 to 5'),
  },
  {
    name: 'carriers',
    text: `Carriers whose account you have (${names.join(', ')}; none yet: press Enter)`,
    standard: () => '',
    problem: (answer) =>
      carriersIn(answer).every((one) => carriers.asks.has(one))
        ? undefined
        : `is a list of ${names.join(', ')}`,
  },
];

/** The carriers that an answer lists. */
export function carriersIn(answer: string): string[] {
  return answer
    .split(/[\s,]+/)
    .map((one) => one.toLowerCase())
    .filter((one) => one !== '' && one !== 'none');
}

function slugOf(name: string): string {
  const first =
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, ' ')
      .trim()
      .split(' ')[0] ?? '';
  return /^[a-z]/.test(first) ? first.slice(0, 40) : 'main';
}
