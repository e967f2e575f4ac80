import type { z } from 'zod';
import type { Finding } from '../kernel/finding.ts';
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

interface Given {
  readonly publicUrl: string;
  readonly fetch: typeof fetch;
}

/** The settings of all carriers together. */
export const carriers = {
  shape,
  /** By carrier, the settings that `tmm setup` asks for. */
  asks: new Map(all.map(({ name, asks }): [string, readonly string[]] => [name, asks])),
  /** The settings that must be real secrets if set. */
  secrets: (config: Configured): [string, string | undefined][] =>
    all.flatMap((one) => Object.entries(one.secrets(config))),
  problems: (config: Configured): string[] => all.flatMap((one) => one.problems(config)),
  /** Why the service's public address is needed: a sentence for each carrier that delivers to it. */
  needPublicUrl: (config: Configured): string[] =>
    all.flatMap((one) => one.needsPublicUrl(config) ?? []),
  /** The options of the carriers. Those that are not set up are absent. */
  options: (config: Configured, given: Given) => ({
    x: xConfiguration.options(config, given),
    twilio: twilioConfiguration.options(config, given),
    kannel: kannelConfiguration.options(config, given),
  }),
  /** Asks each carrier that is set up whether it can be used so. Sends no message. */
  check: async (config: Configured, given: Given): Promise<Finding[]> => {
    const findings = await Promise.all([
      checkOne(xConfiguration, config, given),
      checkOne(twilioConfiguration, config, given),
      checkOne(kannelConfiguration, config, given),
    ]);
    return findings.flat();
  },
};

async function checkOne<Options>(
  carrier: {
    options(config: Configured, given: Given): Options | undefined;
    check(options: Options): Promise<readonly Finding[]>;
  },
  config: Configured,
  given: Given,
): Promise<readonly Finding[]> {
  const options = carrier.options(config, given);
  return options === undefined ? [] : carrier.check(options);
}
