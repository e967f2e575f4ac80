import type { z } from 'zod';
import type { Finding } from '../kernel/finding.ts';

/** A carrier's installation settings, from the environment. `service/config.ts` joins those of all carriers. */
export interface CarrierSettings<Shape extends z.ZodRawShape, Options> {
  readonly name: string;
  /** Each setting with its help sentence. */
  readonly shape: Shape;
  /** The settings that `tmm setup` asks for. The others have a default. */
  readonly asks: readonly (keyof Shape & string)[];
  /** The settings whose values must be real secrets. */
  secrets(config: z.output<z.ZodObject<Shape>>): Readonly<Record<string, string | undefined>>;
  /** Missing or contradictory settings, one sentence each. */
  problems(config: z.output<z.ZodObject<Shape>>): readonly string[];
  /** A sentence if the carrier delivers to the service's public address; otherwise `undefined`. */
  needsPublicUrl(config: z.output<z.ZodObject<Shape>>): string | undefined;
  /** The options to install it with; `undefined` if it is not set up. */
  options(
    config: z.output<z.ZodObject<Shape>>,
    given: { readonly publicUrl: string; readonly fetch: typeof fetch },
  ): Options | undefined;
  /** Asks the carrier whether it can be used as set up. Sends no message. */
  check(options: Options): Promise<readonly Finding[]>;
}

/** Declares a carrier's settings, so that their types are inferred. */
export function carrierSettings<const Shape extends z.ZodRawShape, Options>(
  declared: CarrierSettings<Shape, Options>,
): CarrierSettings<Shape, Options> {
  return declared;
}
