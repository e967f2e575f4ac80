import { h as create, type ComponentChild, type ComponentChildren, type JSX } from 'preact';

/** A component of ours: its properties in, what it shows out. */
export type Part<Props> = (props: Props) => ComponentChild;

type Tag = keyof JSX.IntrinsicElements;

/** Makes an element. Its attributes are checked for the tag. */
export function h<Name extends Tag>(
  tag: Name,
  attributes: JSX.IntrinsicElements[Name] | null,
  ...children: readonly ComponentChildren[]
): JSX.Element {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- preact's own type is looser than this function's
  return create(tag as string, attributes as object, ...children);
}

/** Shows a component. */
export function show<Props extends object>(
  part: Part<Props>,
  props: Props & { readonly key?: string | number },
): JSX.Element {
  return create(part, props);
}
