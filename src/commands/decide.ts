import type { RefusalReason } from '../kernel/vocabulary/refusal-reason.ts';
import type { Reading } from '../reading/reading.ts';
import type { Command } from './command.ts';
import { commands } from './index.ts';
import type { Decision, Loaded, Needs, Situation } from './situation.ts';
import { nothing } from './situation.ts';
import { withUnapplied } from './unapplied.ts';

/** What to load before the message can be decided. */
export function needsOf(reading: Reading, situation: Situation): Needs {
  if (refusalOf(reading, situation) || situation.booksAway) return nothing;
  const { command, meant } = dispatch(reading, situation);
  return command.needs?.(meant, situation) ?? nothing;
}

/** Decides a message. Pure, except for changes in `loaded.books`, which later messages see. */
export function decide(reading: Reading, situation: Situation, loaded: Loaded): Decision {
  const reason = refusalOf(reading, situation);
  if (reason) return { reply: { reply: 'refused', reason } };
  if (situation.booksAway) return { reply: { reply: 'refused', reason: 'books_away' } };
  const { command, meant } = dispatch(reading, situation);
  return withUnapplied(command.decide(meant, situation, loaded), meant, situation);
}

function refusalOf(reading: Reading, situation: Situation): RefusalReason | undefined {
  const { member, address } = situation;
  if (commandOf(reading).alwaysAllowed?.(reading, situation)) return undefined;
  if (member.lockedAt) return 'member_locked';
  if (address.state === 'suspended') return 'address_suspended';
  if (address.state === 'paused') return 'address_paused';
  return undefined;
}

/** Finds the command that decides, and its reading: another one if the text means that here. */
function dispatch(
  reading: Reading,
  situation: Situation,
): { readonly command: Command; readonly meant: Reading } {
  const command = commandOf(reading);
  const other = command.standsFor?.(reading, situation);
  return other ? dispatch(other, situation) : { command, meant: reading };
}

function commandOf({ intent }: Reading): Command {
  return commands[intent];
}
