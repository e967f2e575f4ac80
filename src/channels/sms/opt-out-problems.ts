import type { Institution } from '../../members/institution.ts';
import { optOutProblem } from '../twilio/who-answers.ts';
import { carrierOf } from './carrier-of.ts';
import type { SmsOptions } from './install.ts';

/**
 * Numbers of Twilio's on which nobody would answer STOP, START and HELP, or two would.
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
