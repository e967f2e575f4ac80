import { Fault } from '../../kernel/fault.ts';
import { findingsOf, type Finding } from '../../kernel/finding.ts';
import { createTwilioClient } from './client.ts';
import type { TwilioOptions } from './install.ts';

const { ok, problem } = findingsOf('twilio');

const why = 'Texts don’t leave, and replies wait.';

/** A number that nobody has: we ask for the texts to it, and there are none. */
const nobody = '+13145550199';

/** Asks Twilio whether it accepts our account and credentials. Sends nothing, and costs nothing. */
export async function checkTwilio(twilio: TwilioOptions): Promise<Finding[]> {
  try {
    // All of them, and there are none.
    const since = Temporal.Instant.fromEpochMilliseconds(0);
    const listed = await createTwilioClient(twilio).listTo({ to: nobody, since });
    if (listed) return [ok('Twilio accepts the account and its credentials.')];
    return [
      problem({
        what: 'Twilio refuses the account or its credentials.',
        why,
        act: 'Compare TMM_TWILIO_ACCOUNT_SID and TMM_TWILIO_AUTH_TOKENS, or the API key, with Twilio’s console.',
      }),
    ];
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [
      problem({
        what: `${error.message}.`,
        why,
        act: 'Does this machine reach the Internet? Then see status.twilio.com.',
      }),
    ];
  }
}
