import type { Institution } from '../../members/institution.ts';
import type { InstallPorts } from '../install.ts';
import type { InstitutionOf, StoppedBy } from './read-forms.ts';
import { numberKind } from './wire.ts';

/** Tells whose a text on the Twilio account is, and whom a STOP there stops. */
export interface TwilioOwners {
  readonly institutionOf: InstitutionOf;
  readonly stoppedBy: StoppedBy;
}

/**
 * Attributes texts by the institutions' `sms` settings. RCS senders are not always in them: such a text belongs to the only institution
 * on the account. Where there are several, only a STOP counts, for all of them: a wish to get no more messages is never lost.
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
