/** `numerator ÷ denominator` to a whole number, halves up (4.5 → 5), in whole numbers throughout. */
export const halfUp = (numerator: number, denominator: number): number =>
  Math.floor((2 * numerator + denominator) / (2 * denominator))
