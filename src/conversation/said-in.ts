import type { Situation } from '../commands/situation.ts';
import type { Understood } from '../reading/reading.ts';

/** Gives a command what the text said besides its reading. A message and its rehearsal both use it. */
export function saidIn({
  confirm,
  drops,
  stops,
  loss,
  meant,
  named,
  guess,
  contactTopic,
}: Understood): Pick<
  Situation,
  'unsure' | 'drops' | 'stops' | 'loss' | 'meant' | 'named' | 'guess' | 'contactTopic'
> {
  return {
    unsure: confirm,
    ...(drops ? { drops } : {}),
    ...(stops ? { stops } : {}),
    ...(loss ? { loss } : {}),
    ...(meant ? { meant } : {}),
    ...(guess ? { guess } : {}),
    ...(named === undefined ? {} : { named }),
    ...(contactTopic ? { contactTopic } : {}),
  };
}
