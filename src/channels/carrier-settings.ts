import type { z } from 'zod';

/** A carrier's installation settings, from the environment. `service/config.ts` joins those of all carriers. */
export interface CarrierSettings<Shape extends z.ZodRawShape, Options> {
  /** Each setting with its help sentence. */
  readonly shape: Shape;
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
}

/** Declares a carrier's settings, so that their types are inferred. */
export function carrierSettings<const Shape extends z.ZodRawShape, Options>(
  declared: CarrierSettings<Shape, Options>,
): CarrierSettings<Shape, Options> {
  return declared;
}
