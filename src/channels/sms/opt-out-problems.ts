import type { Institution } from '../../members/institution.ts';
import { optOutProblem } from '../twilio/who-answers.ts';
import { carrierOf } from './carrier-of.ts';
import type { SmsOptions } from './install.ts';

/**
 * Finds Twilio numbers on which STOP, START and HELP would get no answer, or two.
 * @returns a sentence for each institution with such a number, with what to do
 */
export function optOutProblems(
  institutions: readonly Institution[],
  options: SmsOptions,
): string[] {
  const { twilio } = options;
  if (!twilio) return [];
  return institutions.flatMap(({ slug, settings: { sms } }) => {
    if (!sms || carrierOf(sms, (name) => options[name] !== undefined) !== 'twilio') return [];
    const problem = optOutProblem(sms, twilio.optOut);
    return problem === undefined ? [] : [`TMM_TWILIO_OPT_OUT: for ${slug}: ${problem}`];
  });
}
