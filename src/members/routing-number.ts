const weights = [3, 7, 1];

/** Whether nine digits have the check digit of a routing number (ABA: weights 3, 7, 1, sum divisible by 10). */
export function isRoutingNumber(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || /^0+$/.test(digits)) return false;
  const sum = Array.from(digits, (digit, index) => Number(digit) * (weights[index % 3] ?? 0));
  return sum.reduce((total, one) => total + one, 0) % 10 === 0;
}
