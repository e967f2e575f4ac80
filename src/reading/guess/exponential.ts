/**
 * The exponential function for arguments of at most 0, from products and sums only. `Math.exp` may differ in its last bits between
 * engines; with this, training gives the same weights and a text the same certainty everywhere.
 */
export function exponential(x: number): number {
  if (x < -40) return 0;
  // e^x = (e^(x / 1024))^1024: near 0, few terms of the series are exact enough.
  const small = x / 1_024;
  let raised =
    1 +
    small *
      (1 +
        (small / 2) * (1 + (small / 3) * (1 + (small / 4) * (1 + (small / 5) * (1 + small / 6)))));
  for (let times = 0; times < 10; times += 1) raised *= raised;
  return raised;
}
