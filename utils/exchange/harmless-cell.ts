/**
 * What a spreadsheet reads as a formula, or drops before it looks for one: `=`, `+`, `-`, `@`, their
 * full-width forms, tabs and other control characters, also behind white space, direction marks and
 * whatever else is not seen. See OWASP, «CSV Injection».
 */
const FORMULA =
  /^'*(?:\p{Cc}|[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u;

/**
 * The cell behind an apostrophe where it could be taken for a formula. One that begins with apostrophes
 * and such a sign gets one more, so that `asWritten` always gives back what went in.
 */
export function harmless(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** A cell as it was before `harmless`. Only for files of our own: elsewhere an apostrophe is one. */
export function asWritten(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
