import { optOutProblem } from '../channels/twilio/who-answers.ts';
import type { Institution } from '../members/institution.ts';
import type { Config } from './config.ts';
import { carrierOf } from './carrier-of.ts';

/**
 * Numbers of Twilio's on which nobody would answer STOP, START and HELP, or two would.
 * @returns a sentence for each institution with such a number, with what to do
 */
export function optOutProblems(institutions: readonly Institution[], config: Config): string[] {
  const has = {
    twilio: config.TMM_TWILIO_ACCOUNT_SID !== undefined,
    kannel: config.TMM_KANNEL_SENDSMS_URL !== undefined,
  };
  return institutions.flatMap(({ slug, settings: { sms } }) => {
    if (!sms || carrierOf(sms, has) !== 'twilio') return [];
    const problem = optOutProblem(sms, config.TMM_TWILIO_OPT_OUT);
    return problem === undefined ? [] : [`TMM_TWILIO_OPT_OUT: for ${slug}: ${problem}`];
  });
}
