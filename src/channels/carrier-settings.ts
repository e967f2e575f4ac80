import type { z } from 'zod';

/** A carrier's settings of the installation, from the environment. `service/config.ts` joins those of all carriers. */
export interface CarrierSettings<Shape extends z.ZodRawShape, Options> {
  /** Each with its help sentence. */
  readonly shape: Shape;
  /** Those whose values must be real secrets. */
  secrets(config: z.output<z.ZodObject<Shape>>): Readonly<Record<string, string | undefined>>;
  /** What is missing, or contradicts itself: a sentence each. */
  problems(config: z.output<z.ZodObject<Shape>>): readonly string[];
  /** The carrier delivers to the service's public address, as a sentence; `undefined` where it does not. */
  needsPublicUrl(config: z.output<z.ZodObject<Shape>>): string | undefined;
  /** What installing it takes; `undefined` where it is not set up. */
  options(
    config: z.output<z.ZodObject<Shape>>,
    given: { readonly publicUrl: string; readonly fetch: typeof fetch },
  ): Options | undefined;
}

/** Declares a carrier's settings; only lets the types be inferred. */
export function carrierSettings<const Shape extends z.ZodRawShape, Options>(
  declared: CarrierSettings<Shape, Options>,
): CarrierSettings<Shape, Options> {
  return declared;
}
