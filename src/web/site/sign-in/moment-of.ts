import { moment } from '../../ui/figures.ts';
import type { Html } from '../../ui/html.ts';
import type { Visit } from './screen.ts';

/** Formats an instant of an operation's answer for the member. */
export function momentOf({ request }: Pick<Visit, 'request'>, at: string): Html {
  return moment(Temporal.Instant.from(at), {
    zone: request.institution.zone,
    language: request.language,
  });
}
