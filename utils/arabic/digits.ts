/** Arabic-Indic (٠–٩) and Persian (۰–۹) digits as 0–9; nothing else changes, so offsets stay. */
export function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
}
