/** Arabic-Indic (٠–٩) and Persian (۰–۹) digits as 0–9; nothing else changes, so offsets stay. */
export function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

/** 0–9 and Persian digits as Arabic-Indic ones; nothing else changes, so offsets stay. */
export function easternDigits(text: string): string {
  return text.replace(/[0-9۰-۹]/g, (digit) =>
    String.fromCharCode(0x660 + (digit.charCodeAt(0) & 15)),
  );
}
