/** A whole number from 1 up, as an option gives it; ends the command where it is none. */
export function wholeNumber(option: string, given: string): number {
  const number = Number(given);
  if (Number.isInteger(number) && number > 0) return number;
  console.error(`--${option} takes a whole number from 1 up, not «${given}».`);
  return process.exit(2);
}
