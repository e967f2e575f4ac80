/** The phone’s clock, in milliseconds. It orders ids and names days; it decides nothing about money. */
export function now(): number {
  return Date.now();
}
