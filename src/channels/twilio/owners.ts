import type { Institution } from '../../members/institution.ts';
import type { InstallPorts } from '../install.ts';
import type { InstitutionOf, StoppedBy } from './read-forms.ts';
import { numberKind } from './wire.ts';

/** Finds the institution of a text on the Twilio account, and those that a STOP there stops. */
export interface TwilioOwners {
  readonly institutionOf: InstitutionOf;
  readonly stoppedBy: StoppedBy;
}

/**
 * Attributes texts by the institutions' `sms` settings. These don't always list RCS senders: a text from one belongs to the only
 * institution on the account. If there are several, only a STOP counts, for all of them, so that no opt-out is lost.
 * @param given `institutionOf` finds the one whose settings name the sender; `institutions` are those on the account
 */
export function createTwilioOwners(given: {
  readonly institutionOf: InstitutionOf;
  readonly institutions: () => readonly Institution[];
  readonly optsOut: InstallPorts['optsOut'];
}): TwilioOwners {
  const { institutionOf, institutions, optsOut } = given;
  return {
    institutionOf: (sender) => {
      const named = institutionOf(sender);
      if (named !== undefined || numberKind(sender.number) !== 'rcs') return named;
      const [only, ...others] = institutions();
      return others.length === 0 ? only?.id : undefined;
    },
    stoppedBy: ({ text, isStop }) =>
      institutions()
        .filter((institution) => isStop || optsOut(text, institution))
        .map(({ id }) => id),
  };
}
