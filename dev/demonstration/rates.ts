/** Dividends a year, in hundredths of a percent. */
export const savingsRate = 85;
export const checkingRate = 5;
