import type { z } from 'zod';
import { kannelConfiguration } from './kannel/configuration.ts';
import { twilioConfiguration } from './twilio/configuration.ts';
import { xConfiguration } from './x/configuration.ts';

const shape = {
  ...xConfiguration.shape,
  ...twilioConfiguration.shape,
  ...kannelConfiguration.shape,
} as const;

type Configured = z.output<z.ZodObject<typeof shape>>;

const all = [xConfiguration, twilioConfiguration, kannelConfiguration] as const;

/** The settings of all carriers together. */
export const carriers = {
  shape,
  /** The settings that must be real secrets if set. */
  secrets: (config: Configured): [string, string | undefined][] =>
    all.flatMap((one) => Object.entries(one.secrets(config))),
  problems: (config: Configured): string[] => all.flatMap((one) => one.problems(config)),
  /** Why the service's public address is needed: a sentence for each carrier that delivers to it. */
  needPublicUrl: (config: Configured): string[] =>
    all.flatMap((one) => one.needsPublicUrl(config) ?? []),
  /** The options of the carriers. Those that are not set up are absent. */
  options: (
    config: Configured,
    given: { readonly publicUrl: string; readonly fetch: typeof fetch },
  ) => ({
    x: xConfiguration.options(config, given),
    twilio: twilioConfiguration.options(config, given),
    kannel: kannelConfiguration.options(config, given),
  }),
};
