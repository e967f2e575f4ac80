/** A comment, which browsers pass over. */
export const pulse = ': \n\n';

/** Writes an event as the format of server-sent events wants it. JSON has no line break, so one line of data is enough. */
export function frame(given: {
  readonly id?: string;
  readonly event: string;
  readonly data: object;
}): string {
  const id = given.id === undefined ? '' : `id: ${given.id}\n`;
  return `${id}event: ${given.event}\ndata: ${JSON.stringify(given.data)}\n\n`;
}
